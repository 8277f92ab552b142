use insta::assert_snapshot;
use nanori_identity::{Credentials, Region};
use proptest::prelude::*;

use super::{Handover, HandoverForm};
use crate::{ProfileName, paste, quote};

fn credentials(secret: &str, token: Option<&str>) -> Credentials {
    Credentials {
        access_key_id: "ASIAIOSFODNN7EXAMPLE".parse().unwrap(),
        secret_access_key: secret.parse().unwrap(),
        session_token: token.map(|token| token.parse().unwrap()),
        expiration: Some("2026-01-02T03:04:05Z".parse().unwrap()),
    }
}

fn emit(credentials: &Credentials, form: HandoverForm) -> Result<String, crate::ProfileError> {
    let region: Region = "ap-northeast-1".parse().unwrap();
    let profile: ProfileName = "admin-tokyo".parse().unwrap();
    let handover = Handover { credentials, region: Some(&region), profile: &profile };
    handover.emit(form).map(|text| text.to_string())
}

#[test]
fn every_form() {
    let credentials = credentials("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", Some("to+ken/=="));
    let all: Vec<_> = HandoverForm::ALL
        .iter()
        .map(|form| format!("== {}\n{}", form.as_str(), emit(&credentials, *form).unwrap()))
        .collect();
    assert_snapshot!(all.concat().replace('\r', "␍"), @r#"
    == posix
    unset AWS_PROFILE
    unset AWS_DEFAULT_PROFILE
    unset AWS_SECURITY_TOKEN
    export AWS_ACCESS_KEY_ID='ASIAIOSFODNN7EXAMPLE'
    export AWS_SECRET_ACCESS_KEY='wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
    export AWS_SESSION_TOKEN='to+ken/=='
    export AWS_CREDENTIAL_EXPIRATION='2026-01-02T03:04:05Z'
    export AWS_REGION='ap-northeast-1'
    export AWS_DEFAULT_REGION='ap-northeast-1'
    == fish
    set -e AWS_PROFILE
    set -e AWS_DEFAULT_PROFILE
    set -e AWS_SECURITY_TOKEN
    set -gx AWS_ACCESS_KEY_ID 'ASIAIOSFODNN7EXAMPLE'
    set -gx AWS_SECRET_ACCESS_KEY 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
    set -gx AWS_SESSION_TOKEN 'to+ken/=='
    set -gx AWS_CREDENTIAL_EXPIRATION '2026-01-02T03:04:05Z'
    set -gx AWS_REGION 'ap-northeast-1'
    set -gx AWS_DEFAULT_REGION 'ap-northeast-1'
    == powershell
    $Env:AWS_PROFILE = $null
    $Env:AWS_DEFAULT_PROFILE = $null
    $Env:AWS_SECURITY_TOKEN = $null
    $Env:AWS_ACCESS_KEY_ID = 'ASIAIOSFODNN7EXAMPLE'
    $Env:AWS_SECRET_ACCESS_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
    $Env:AWS_SESSION_TOKEN = 'to+ken/=='
    $Env:AWS_CREDENTIAL_EXPIRATION = '2026-01-02T03:04:05Z'
    $Env:AWS_REGION = 'ap-northeast-1'
    $Env:AWS_DEFAULT_REGION = 'ap-northeast-1'
    == cmd
    set "AWS_PROFILE="␍
    set "AWS_DEFAULT_PROFILE="␍
    set "AWS_SECURITY_TOKEN="␍
    set "AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE"␍
    set "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"␍
    set "AWS_SESSION_TOKEN=to+ken/=="␍
    set "AWS_CREDENTIAL_EXPIRATION=2026-01-02T03:04:05Z"␍
    set "AWS_REGION=ap-northeast-1"␍
    set "AWS_DEFAULT_REGION=ap-northeast-1"␍
    == dotenv
    AWS_SECURITY_TOKEN=
    AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE
    AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
    AWS_SESSION_TOKEN=to+ken/==
    AWS_CREDENTIAL_EXPIRATION=2026-01-02T03:04:05Z
    AWS_REGION=ap-northeast-1
    AWS_DEFAULT_REGION=ap-northeast-1
    == credentials
    [admin-tokyo]
    # until 2026-01-02T03:04:05Z
    aws_access_key_id = ASIAIOSFODNN7EXAMPLE
    aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
    aws_session_token = to+ken/==
    region = ap-northeast-1
    == process
    {
      "Version": 1,
      "AccessKeyId": "ASIAIOSFODNN7EXAMPLE",
      "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
      "SessionToken": "to+ken/==",
      "Expiration": "2026-01-02T03:04:05Z"
    }
    "#);
}

#[test]
fn cmd_and_dotenv_refuse_what_they_cannot_write() {
    for (form, secrets) in [
        (HandoverForm::Cmd, ["0123456789abcdef%PATH%", "0123456789abcdef\"", "0123456789abcdef!"]),
        (HandoverForm::DotEnv, ["0123456789abcdef'\"", "0123456789abcdef\\n", "0123456789abcdef#'"]),
    ] {
        for secret in secrets {
            let error = emit(&credentials(secret, None), form).unwrap_err();
            assert_eq!(error.code(), "profile.unquotable");
            assert!(!format!("{error} {error:?}").contains(secret));
        }
    }
}

#[test]
fn control_characters_are_refused_everywhere() {
    for bad in ["a\nb", "a\rb", "a\0b", "a\u{7f}b"] {
        let quoted = [
            quote::posix(bad),
            quote::fish(bad),
            quote::powershell(bad),
            quote::cmd("A", bad),
            quote::dotenv(bad),
        ];
        assert_eq!(quoted, [None, None, None, None, None]);
        assert_eq!(quote::ini(bad), None);
    }
}

/// PowerShell's reading of a single-quoted string: a quote of any shape, doubled, is one quote.
fn powershell_reads(quoted: &str) -> Option<String> {
    let is_quote = |c: char| matches!(c, '\'' | '\u{2018}'..='\u{201b}');
    let mut chars = quoted.strip_prefix('\'')?.chars().peekable();
    let mut value = String::new();
    while let Some(c) = chars.next() {
        if !is_quote(c) {
            value.push(c);
        } else if chars.peek().is_some_and(|next| is_quote(*next)) {
            chars.next();
            value.push(c);
        } else {
            return chars.next().is_none().then_some(value);
        }
    }
    None
}

/// fish's reading of a single-quoted string: only `\\` and `\'` are escapes.
fn fish_reads(quoted: &str) -> Option<String> {
    let mut chars = quoted.strip_prefix('\'')?.chars().peekable();
    let mut value = String::new();
    while let Some(c) = chars.next() {
        match c {
            '\'' => return chars.next().is_none().then_some(value),
            '\\' if matches!(chars.peek(), Some('\\' | '\'')) => value.extend(chars.next()),
            _ => value.push(c),
        }
    }
    None
}

proptest! {
    #[test]
    fn powershell_reads_back(value in r"([\PC]|['‘’‚‛`$]){0,40}") {
        let quoted = quote::powershell(&value).unwrap();
        prop_assert_eq!(powershell_reads(&quoted), Some(value));
    }

    #[test]
    fn fish_reads_back(value in r"([\PC]|['\\$]){0,40}") {
        let quoted = quote::fish(&value).unwrap();
        prop_assert_eq!(fish_reads(&quoted), Some(value));
    }

    /// What is handed over can be pasted again, in every form.
    #[test]
    fn what_is_written_is_read_again(secret in "[!-~]{16,60}", token in proptest::option::of("[!-~]{1,60}")) {
        prop_assume!(!secret.contains("****") && !token.as_ref().is_some_and(|token| token.contains("****")));
        let mut credentials = credentials(&secret, token.as_deref());
        if token.is_none() {
            credentials.access_key_id = "AKIAIOSFODNN7EXAMPLE".parse().unwrap();
        }
        for form in HandoverForm::ALL {
            let Ok(text) = emit(&credentials, form) else { continue };
            let pasted = paste(&text);
            prop_assert!(pasted.problems.is_empty(), "{:?} {}", pasted.problems, text);
            let found = &pasted.found[0].credentials;
            prop_assert_eq!(&found.secret_access_key, &credentials.secret_access_key, "{}", text);
            prop_assert_eq!(&found.session_token, &credentials.session_token, "{}", text);
        }
    }
}
