//! What the crate writes, used by the real programs: the AWS CLI, boto3, the JavaScript SDK and the Rust SDK.
//!
//! A small STS on loopback answers AssumeRole and tells afterwards who calls; it notes what it was asked for.
//! `NANORI_PYTHON` names a Python with awscli and boto3, `NANORI_NODE_MODULES` a folder with the packages of the
//! JavaScript snippet. The Rust programs are compiled by the `cargo` that runs the tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

#[path = "clients/rust_sdk.rs"]
mod rust_sdk;
#[path = "clients/sts.rs"]
mod sts;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use nanori_identity::{Credentials, MfaSerial, SessionDuration};
use nanori_profile::reader::python as python_reader;
use nanori_profile::{
    CredentialSource, Document, Files, Handover, HandoverForm, Language, RoleProfile, Snippet, Source,
    Surroundings, explain, resolve,
};
use sts::Sts;

const KEYS: &str = "[work]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n\
    aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\nregion = eu-west-1\n";
const ARN: &str = "arn:aws:sts::222222222222:assumed-role/admin_role/work_api";

/// A folder of its own with the two files in it.
fn home(name: &str, config: &str, credentials: &str) -> PathBuf {
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("clients-{name}"));
    let _ = std::fs::remove_dir_all(&home);
    std::fs::create_dir_all(home.join(".aws")).unwrap();
    std::fs::write(home.join(".aws/config"), config).unwrap();
    std::fs::write(home.join(".aws/credentials"), credentials).unwrap();
    home
}

/// A command that sees nothing of the surroundings but the STS and the home, in a session without a terminal.
fn command(program: &str, home: &PathBuf, sts: &Sts) -> Command {
    let mut command = Command::new("setsid");
    command.arg("--wait").arg(program).env_clear().current_dir(home);
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("HOME", home);
    command.env("AWS_ENDPOINT_URL_STS", sts.url()).env("AWS_ENDPOINT_URL", sts.url());
    command.env("AWS_EC2_METADATA_DISABLED", "true").env("AWS_PAGER", "");
    command.env("AWS_CONFIG_FILE", home.join(".aws/config"));
    command.env("AWS_SHARED_CREDENTIALS_FILE", home.join(".aws/credentials"));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn output(mut command: Command, typed: &str) -> String {
    let mut child = command.spawn().unwrap();
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    let output = child.wait_with_output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{out}{err}");
    out.trim().to_owned()
}

fn python() -> String {
    std::env::var("NANORI_PYTHON").expect("NANORI_PYTHON names an interpreter that has awscli and boto3")
}

fn profile(name: &str, source: Source) -> RoleProfile {
    RoleProfile {
        name: name.parse().unwrap(),
        role_arn: "arn:aws:iam::222222222222:role/team/admin_role".parse().unwrap(),
        session_name: "work_api".parse().unwrap(),
        source,
        mfa_serial: None,
        external_id: Some("partner:42".parse().unwrap()),
        duration: Some(SessionDuration::DEFAULT),
        region: "eu-west-1".parse().unwrap(),
    }
}

fn work() -> Source {
    Source::Profile("work".parse().unwrap())
}

fn who_am_i(home: &PathBuf, sts: &Sts, profile: &str) -> Command {
    let mut aws = command(&python(), home, sts);
    let call = [
        "-m",
        "awscli",
        "sts",
        "get-caller-identity",
        "--query",
        "Arn",
        "--output",
        "text",
        "--profile",
        profile,
    ];
    aws.args(call);
    aws
}

#[test]
#[ignore = "needs a Python with awscli, named by NANORI_PYTHON"]
fn the_cli_assumes_the_role_of_a_generated_profile() {
    let sts = Sts::start();
    let home = home("cli", &profile("admin", work()).emit().unwrap(), KEYS);
    assert_eq!(output(who_am_i(&home, &sts, "admin"), ""), ARN);
    let asked = sts.asked();
    assert_eq!(asked["RoleArn"], "arn:aws:iam::222222222222:role/team/admin_role");
    assert_eq!(asked["RoleSessionName"], "work_api");
    assert_eq!((asked["ExternalId"].as_str(), asked["DurationSeconds"].as_str()), ("partner:42", "3600"));
}

#[test]
#[ignore = "needs a Python with awscli, named by NANORI_PYTHON"]
fn the_cli_asks_for_the_code_of_a_generated_profile_with_mfa() {
    let sts = Sts::start();
    let mfa_serial: MfaSerial = "arn:aws:iam::111111111111:mfa/work_api".parse().unwrap();
    let with_mfa = RoleProfile { mfa_serial: Some(mfa_serial), ..profile("admin", work()) };
    let home = home("mfa", &with_mfa.emit().unwrap(), KEYS);
    assert_eq!(output(who_am_i(&home, &sts, "admin"), "123456\n"), ARN);
    let asked = sts.asked();
    assert_eq!(asked["SerialNumber"], "arn:aws:iam::111111111111:mfa/work_api");
    assert_eq!(asked["TokenCode"], "123456");
}

/// Runs a client once for each way in which a generated profile can get its credentials.
fn run_with_every_source(client: &str, run: impl Fn(&PathBuf, &Sts) -> Command) {
    let credential = |source| profile("admin", Source::Credential(source));
    let token_file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("token-{client}"));
    std::fs::write(&token_file, "a token").unwrap();
    let web = Source::WebIdentity { token_file: token_file.to_str().unwrap().to_owned() };
    let sources = [
        ("profile", profile("admin", work())),
        ("environment", credential(CredentialSource::Environment)),
        ("container", credential(CredentialSource::EcsContainer)),
        ("instance", credential(CredentialSource::Ec2InstanceMetadata)),
        ("web", RoleProfile { external_id: None, duration: None, ..profile("admin", web) }),
    ];
    for (kind, profile) in sources {
        let sts = Sts::start();
        let home = home(&format!("{client}-{kind}"), &profile.emit().unwrap(), KEYS);
        let mut program = run(&home, &sts);
        match kind {
            "environment" => {
                program.env("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
                program.env("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
            }
            "container" => drop(program.env("AWS_CONTAINER_CREDENTIALS_FULL_URI", sts.container())),
            "instance" => {
                program.env("AWS_EC2_METADATA_SERVICE_ENDPOINT", sts.url());
                program.env_remove("AWS_EC2_METADATA_DISABLED");
            }
            _ => {}
        }
        let printed = output(program, "");
        // The Rust SDK takes keys of the environment before any profile, even one that was named: it assumes no role.
        if (client, kind) == ("aws-config", "environment") {
            assert_eq!(printed, "arn:aws:iam::111111111111:user/work_api");
            continue;
        }
        assert_eq!(printed, ARN, "{client} {kind}");
        let asked = sts.asked();
        assert_eq!(asked["RoleSessionName"], "work_api", "{client} {kind}");
        assert_eq!(asked["RoleArn"], "arn:aws:iam::222222222222:role/team/admin_role");
        let external_id = (kind != "web").then_some("partner:42");
        assert_eq!(asked.get("ExternalId").map(String::as_str), external_id, "{client} {kind}");
    }
    let sts = Sts::start();
    sts.remember(ARN);
    let (name, region) = ("admin".parse().unwrap(), "eu-west-1".parse().unwrap());
    let config = nanori_profile::process_profile(&name, "/bin/cat keys.json", &region).unwrap();
    let home = home(&format!("{client}-process"), &config, "");
    let keys = format!(
        r#"{{"Version":1,"AccessKeyId":"{}","SecretAccessKey":"s","SessionToken":"t","Expiration":"2999-01-01T00:00:00Z"}}"#,
        sts::ASSUMED_KEY
    );
    std::fs::write(home.join("keys.json"), keys).unwrap();
    assert_eq!(output(run(&home, &sts), ""), ARN, "{client} process");
}

#[test]
#[ignore = "needs a Python with awscli, named by NANORI_PYTHON"]
fn the_cli_takes_every_source_of_a_generated_profile() {
    run_with_every_source("cli", |home, sts| who_am_i(home, sts, "admin"));
}

#[test]
#[ignore = "needs a Python with awscli, named by NANORI_PYTHON"]
fn the_cli_uses_credentials_that_were_handed_over() {
    let sts = Sts::start();
    let credentials = Credentials {
        access_key_id: sts::ASSUMED_KEY.parse().unwrap(),
        secret_access_key: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".parse().unwrap(),
        session_token: Some("token/+==".parse().unwrap()),
        expiration: Some("2999-01-01T00:00:00Z".parse().unwrap()),
    };
    sts.remember(ARN);
    let (region, name) = ("eu-west-1".parse().unwrap(), "handed".parse().unwrap());
    let handover = Handover { credentials: &credentials, region: Some(&region), profile: &name };
    let emit = |form| handover.emit(form).unwrap().to_string();

    let files = home("handed", "", &emit(HandoverForm::CredentialsFile));
    assert_eq!(output(who_am_i(&files, &sts, "handed"), ""), ARN);

    std::fs::write(files.join("keys.json"), emit(HandoverForm::CredentialProcess)).unwrap();
    let process = nanori_profile::process_profile(&name, "/bin/cat keys.json", &region).unwrap();
    std::fs::write(files.join(".aws/config"), process).unwrap();
    std::fs::write(files.join(".aws/credentials"), "").unwrap();
    assert_eq!(output(who_am_i(&files, &sts, "handed"), ""), ARN);

    let script = format!(
        "{}exec {} -m awscli sts get-caller-identity --query Arn --output text\n",
        emit(HandoverForm::Posix),
        python()
    );
    let mut shell = command("sh", &files, &sts);
    shell.env("AWS_SECURITY_TOKEN", "an old one").env("AWS_PROFILE", "nobody");
    assert_eq!(output(shell, &script), ARN);
}

/// Type and value of the key and region lines of `aws configure list`, beside those of the crate's own table.
#[test]
#[ignore = "needs a Python with awscli, named by NANORI_PYTHON"]
fn the_table_is_that_of_the_cli() {
    let sts = Sts::start();
    let none: &[(&str, &str)] = &[];
    let in_config = KEYS.replace("[work]", "[profile work]");
    let cases = [
        ("", KEYS, none),
        ("[profile work]\nregion = us-east-1\n", "", none),
        (&in_config, "", none),
        ("[profile work]\n", "[work]\n", &[("AWS_DEFAULT_REGION", "eu-west-3")]),
    ];
    for (number, (config, credentials, variables)) in cases.into_iter().enumerate() {
        let home = home(&format!("table-{number}"), config, credentials);
        let mut aws = command(&python(), &home, &sts);
        aws.args(["-m", "awscli", "configure", "list", "--profile", "work"]).envs(variables.iter().copied());
        let printed = output(aws, "");
        let (config, credentials) = (Document::new(config), Document::new(credentials));
        let files = Files { config: Some(&config), credentials: Some(&credentials) };
        let loaded = python_reader::read(files.config, files.credentials).unwrap();
        let environment = variables.iter().copied().collect();
        let surroundings = Surroundings { profile: Some("work"), environment: &environment, instance: false };
        let chain = resolve(&loaded, &surroundings).unwrap();
        for row in explain(&files, &loaded, &surroundings, &chain).iter().take(4) {
            let line = printed.lines().find(|line| line.trim_start().starts_with(&row.name)).unwrap();
            let value = row.value.clone().unwrap_or("<not set>".to_owned());
            let start = format!("{:>10} {value:>24} {:>16}    ", row.name, row.kind.unwrap_or("None"));
            assert!(format!("{line:<60}").trim_start().starts_with(start.trim()), "{start}\n{printed}");
        }
    }
}

/// The program in `language`; `full` with external ID, duration and, where the language can, MFA.
fn snippet(language: Language, full: bool) -> String {
    let role = "arn:aws:iam::222222222222:role/team/admin_role".parse().unwrap();
    let external_id = "partner:42".parse().unwrap();
    let mfa_serial = "arn:aws:iam::111111111111:mfa/work_api".parse().unwrap();
    let snippet = Snippet {
        role_arn: &role,
        session_name: &"work_api".parse().unwrap(),
        region: &"eu-west-1".parse().unwrap(),
        external_id: full.then_some(&external_id),
        mfa_serial: full.then_some(&mfa_serial),
        duration: full.then_some(SessionDuration::DEFAULT),
    };
    snippet.emit(language).unwrap()
}

/// Runs both forms of a program with the keys of a user in the environment.
fn run_snippet(language: Language, folder: &str, run: impl Fn(&PathBuf, &Sts) -> Command) {
    for full in [false, true] {
        let sts = Sts::start();
        let home = home(&format!("{folder}-{full}"), "", "");
        std::fs::write(home.join(language.file_name()), snippet(language, full)).unwrap();
        let mut program = run(&home, &sts);
        program.env("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
        program.env("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        let printed = output(program, "123456\n");
        assert!(printed.ends_with(ARN), "{printed}");
        let asked = sts.asked();
        assert_eq!(asked["RoleSessionName"], "work_api");
        assert_eq!(asked.get("TokenCode").map(String::as_str), full.then_some("123456"));
        assert_eq!(asked.get("ExternalId").map(String::as_str), full.then_some("partner:42"));
    }
}

#[test]
#[ignore = "needs a Python with boto3, named by NANORI_PYTHON"]
fn the_python_program_runs() {
    run_snippet(Language::Python, "python", |home, sts| {
        let mut python = command(&python(), home, sts);
        python.arg(Language::Python.file_name());
        python
    });
}

fn node(home: &PathBuf, sts: &Sts, file: &str) -> Command {
    let modules =
        std::env::var("NANORI_NODE_MODULES").expect("NANORI_NODE_MODULES names a folder node_modules");
    std::os::unix::fs::symlink(modules, home.join("node_modules")).unwrap();
    let mut node = command("node", home, sts);
    node.arg(file);
    node
}

#[test]
#[ignore = "needs the JavaScript SDK, in the folder that NANORI_NODE_MODULES names"]
fn the_javascript_program_runs() {
    run_snippet(Language::JavaScript, "javascript", |home, sts| {
        node(home, sts, Language::JavaScript.file_name())
    });
}

#[test]
#[ignore = "needs the JavaScript SDK, in the folder that NANORI_NODE_MODULES names"]
fn the_javascript_sdk_takes_every_source_of_a_generated_profile() {
    run_with_every_source("from-ini", |home, sts| {
        let program = "import { GetCallerIdentityCommand, STSClient } from \"@aws-sdk/client-sts\";\n\
            import { fromIni } from \"@aws-sdk/credential-providers\";\n\
            const sts = new STSClient({ region: \"eu-west-1\", credentials: fromIni({ profile: \"admin\" }) });\n\
            console.log((await sts.send(new GetCallerIdentityCommand({}))).Arn);\n";
        std::fs::write(home.join("ini.mjs"), program).unwrap();
        node(home, sts, "ini.mjs")
    });
}

/// Both in one test: cargo builds the SDK once.
#[test]
#[ignore = "compiles the Rust SDK, which takes minutes"]
fn the_rust_programs_run_and_the_rust_sdk_takes_every_source_of_a_generated_profile() {
    run_snippet(Language::Rust, "rust", rust);
    run_with_every_source("aws-config", |home, sts| {
        let program = "use aws_config::BehaviorVersion;\n\n\
            #[tokio::main]\nasync fn main() -> Result<(), Box<dyn std::error::Error>> {\n    \
            let config = aws_config::defaults(BehaviorVersion::latest()).profile_name(\"admin\").load().await;\n    \
            let identity = aws_sdk_sts::Client::new(&config).get_caller_identity().send().await?;\n    \
            println!(\"{}\", identity.arn().unwrap_or_default());\n    Ok(())\n}\n";
        std::fs::write(home.join(Language::Rust.file_name()), program).unwrap();
        rust(home, sts)
    });
}

/// Compiles and runs the `main.rs` of a folder.
fn rust(home: &PathBuf, sts: &Sts) -> Command {
    let cargo = rust_sdk::run(home);
    let mut command = command(cargo.get_program().to_str().unwrap(), home, sts);
    command.args(cargo.get_args());
    command.envs(cargo.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command
}
