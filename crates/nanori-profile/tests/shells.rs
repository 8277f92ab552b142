//! Real shells read what the crate writes for them.
//!
//! bash and sh must be there. `NANORI_ZSH`, `NANORI_FISH` and `NANORI_PWSH` name further shells to run; without them
//! fish and PowerShell are covered by the properties in `src/handover/tests.rs`, which read by those shells' own rules.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use std::io::Write;
use std::process::{Command, Stdio};

use nanori_identity::Credentials;
use nanori_profile::{Handover, HandoverForm, quote};

/// Characters that some shell treats specially, in every neighbourhood that matters.
const AWKWARD: [&str; 18] = [
    "plain",
    "it's",
    "''",
    "'",
    "\"quoted\"",
    "a\\b\\",
    "$HOME ${HOME} $(echo x) `echo x`",
    "100%PATH%",
    "!history !!",
    "a&b|c;d<e>f(g)",
    "#comment",
    "~/x *?[a-z]{b,c}",
    "-n",
    "  spaces  ",
    "ends in backslash\\",
    "\\'",
    "名乗り ‘curly’",
    "^caret^ =equals=",
];

fn run(program: &str, arguments: &[&str], script: &str) -> String {
    let mut child = Command::new(program)
        .args(arguments)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", "/nonexistent")
        .env("LC_ALL", "C.UTF-8")
        .env("AWS_SECURITY_TOKEN", "old")
        .env("AWS_PROFILE", "old")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} must be installed: {error}"));
    child.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Lets the shell read each value from standard input, as from a pasted line, and compares byte for byte.
#[track_caller]
fn check(program: &str, arguments: &[&str], set: impl Fn(&str) -> String, print: &str) {
    for value in AWKWARD {
        let script = format!("{}\n{print}\n", set(value));
        assert_eq!(run(program, arguments, &script), format!("<{value}>"), "{program}: {script}");
    }
}

const POSIX_PRINT: &str = "printf '<%s>' \"$X\"";

#[test]
fn posix_shells_read_the_value() {
    let set = |value: &str| format!("export X={}", quote::posix(value).unwrap());
    check("bash", &["--norc", "--noprofile"], set, POSIX_PRINT);
    check("sh", &[], set, POSIX_PRINT);
    // History expansion, which only an interactive bash does, happens before quotes are removed.
    check("bash", &["--norc", "--noprofile", "-o", "histexpand", "-o", "history"], set, POSIX_PRINT);
    if let Ok(zsh) = std::env::var("NANORI_ZSH") {
        check(&zsh, &["-f"], set, POSIX_PRINT);
    }
}

#[test]
fn other_shells_read_the_value_where_they_are_installed() {
    if let Ok(fish) = std::env::var("NANORI_FISH") {
        let set = |value: &str| format!("set -gx X {}", quote::fish(value).unwrap());
        check(&fish, &["--no-config"], set, POSIX_PRINT);
    }
    if let Ok(pwsh) = std::env::var("NANORI_PWSH") {
        let set = |value: &str| format!("$Env:X = {}", quote::powershell(value).unwrap());
        check(&pwsh, &["-NoProfile", "-Command", "-"], set, "[Console]::Out.Write(\"<$Env:X>\")");
    }
}

#[test]
fn exports_set_and_clear_what_they_say() {
    let credentials = Credentials {
        access_key_id: "ASIAIOSFODNN7EXAMPLE".parse().unwrap(),
        secret_access_key: "wJalrXUtn'FEMI/K7MDENG$HOME`x`!".parse().unwrap(),
        session_token: Some("to+ken/==".parse().unwrap()),
        expiration: Some("2026-01-02T03:04:05Z".parse().unwrap()),
    };
    let region = "eu-west-1".parse().unwrap();
    let profile = "admin".parse().unwrap();
    let handover = Handover { credentials: &credentials, region: Some(&region), profile: &profile };
    let wanted = "AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE\n\
        AWS_CREDENTIAL_EXPIRATION=2026-01-02T03:04:05Z\n\
        AWS_DEFAULT_REGION=eu-west-1\n\
        AWS_REGION=eu-west-1\n\
        AWS_SECRET_ACCESS_KEY=wJalrXUtn'FEMI/K7MDENG$HOME`x`!\n\
        AWS_SESSION_TOKEN=to+ken/==\n";
    let mut shells = vec![("bash".to_owned(), HandoverForm::Posix), ("sh".to_owned(), HandoverForm::Posix)];
    shells.extend(std::env::var("NANORI_FISH").map(|fish| (fish, HandoverForm::Fish)));
    for (shell, form) in shells {
        let script = format!("{}env | grep ^AWS_ | LC_ALL=C sort\n", handover.emit(form).unwrap().as_str());
        assert_eq!(run(&shell, &[], &script), wanted, "{shell}");
    }
}
