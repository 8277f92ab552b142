use insta::assert_snapshot;
use proptest::prelude::*;

use super::{Pasted, paste};

const ID: &str = "AKIAIOSFODNN7EXAMPLE";
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

fn show(pasted: &Pasted) -> String {
    let mut out = String::new();
    for found in &pasted.found {
        let keys = &found.credentials;
        out += &format!(
            "{} {} {} token={} region={} mfa={} until={} at {}\n",
            found.label.as_deref().unwrap_or("-"),
            keys.access_key_id,
            keys.secret_access_key.expose_secret(),
            keys.session_token.as_ref().map_or("-", |token| token.expose_token()),
            found.region.as_ref().map_or("-", |region| region.as_str()),
            found.mfa_serial.as_ref().map_or("-", |serial| serial.as_str()),
            keys.expiration.map_or("-".to_owned(), |time| time.to_string()),
            found.place,
        );
    }
    for problem in &pasted.problems {
        out += &format!(
            "! {} at {} ({})\n",
            problem.code.as_str(),
            problem.place,
            problem.label.as_deref().unwrap_or("-")
        );
    }
    out
}

/// Every way of writing the same key gives the same key.
#[track_caller]
fn check(text: &str) {
    let pasted = paste(text);
    assert_eq!(pasted.problems, [], "{text}");
    let [found] = pasted.found.as_slice() else { panic!("{} found in {text}", pasted.found.len()) };
    assert_eq!(found.credentials.access_key_id.as_str(), ID);
    assert_eq!(found.credentials.secret_access_key.expose_secret(), SECRET);
    assert_eq!(
        found.credentials.session_token.as_ref().map(nanori_identity::SessionToken::expose_token),
        Some("tok//en==")
    );
    assert_eq!(found.region.as_ref().map(nanori_identity::Region::as_str), Some("eu-west-1"));
}

#[test]
fn every_shell_is_read() {
    let forms = [
        ("export {k}={v}", "\n"),
        ("export {k}='{v}'", "; "),
        ("  export {k}=\"{v}\"", "\r\n"),
        ("$ export {k}={v}  # mine", "\n"),
        ("{k}={v}", "\n"),
        ("{k}={v}", " "),
        ("declare -x {k}=\"{v}\"", "\n"),
        ("set -gx {k} '{v}'", "\n"),
        ("set -x {k} {v};", "\n"),
        ("setenv {k} {v}", "\n"),
        ("$Env:{k} = \"{v}\"", "\n"),
        ("$env:{k}='{v}'", "; "),
        ("${env:{k}} = '{v}'", "\n"),
        ("PS C:\\Users\\a> $Env:{k}=\"{v}\"", "\n"),
        ("set {k}={v}", "\n"),
        ("SET \"{k}={v}\"", "&& "),
        ("C:\\> set {k}={v}", "\n"),
        ("setx {k} \"{v}\"", "\n"),
    ];
    for (form, joint) in forms {
        let values = [
            ("AWS_ACCESS_KEY_ID", ID),
            ("AWS_SECRET_ACCESS_KEY", SECRET),
            ("AWS_SESSION_TOKEN", "tok//en=="),
            ("AWS_REGION", "eu-west-1"),
        ];
        let lines: Vec<_> = values.iter().map(|(k, v)| form.replace("{k}", k).replace("{v}", v)).collect();
        check(&lines.join(joint));
    }
}

#[test]
fn every_json_is_read() {
    let keys = format!(r#""AccessKeyId":"{ID}","SecretAccessKey":"{SECRET}","SessionToken":"tok//en==""#);
    check(&format!(r#"{{"Version":1,{keys},"region":"eu-west-1"}}"#));
    check(&format!(
        r#"{{"Credentials":{{{keys},"Expiration":"2026-01-02T03:04:05Z","Region":"eu-west-1"}}}}"#
    ));
    check(&format!(r#" [ {{{keys},"region":"eu-west-1"}} ]"#));
    let camel = keys.replace("\"Acc", "\"acc").replace("\"Se", "\"se");
    check(&format!(r#"{{"roleCredentials":{{{camel},"expiration":1767323045000,"region":"eu-west-1"}}}}"#));
}

#[test]
fn several_profiles_with_their_devices_and_regions() {
    let text = format!(
        "[default]\naws_access_key_id = {ID}\naws_secret_access_key = {SECRET}\n\n# other\n[team-b]\n\
         aws_access_key_id={ID}\naws_secret_access_key={SECRET} ; comment\nregion = ap-northeast-1\n\
         [profile default]\nregion = us-east-1\n[profile admin]\nrole_arn = arn:aws:iam::222222222222:role/admin\n\
         source_profile = default\nmfa_serial = arn:aws:iam::111111111111:mfa/work_api\n[profile half]\n\
         aws_access_key_id = {ID}\n"
    );
    assert_snapshot!(show(&paste(&text)), @r#"
    default AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY token=- region=us-east-1 mfa=arn:aws:iam::111111111111:mfa/work_api until=- at 1:1
    team-b AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY token=- region=ap-northeast-1 mfa=- until=- at 6:1
    ! paste.missing-secret-access-key at 16:1 (half)
    "#);
}

#[test]
fn what_sts_and_iam_print() {
    let text = format!(
        r#"{{
  "AssumedRoleUser": {{"AssumedRoleId": "AROAX:work_api", "Arn": "arn:aws:sts::222222222222:assumed-role/admin/work_api"}},
  "Credentials": {{
    "AccessKeyId": "ASIAIOSFODNN7EXAMPLE",
    "SecretAccessKey": "{SECRET}",
    "SessionToken": "token",
    "Expiration": "2026-01-02T03:04:05+00:00"
  }}
}}"#
    );
    assert_snapshot!(show(&paste(&text)), @"arn:aws:sts::222222222222:assumed-role/admin/work_api ASIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY token=token region=- mfa=- until=2026-01-02T03:04:05Z at 4:5");
    let text = format!(
        r#"{{"AccessKey":{{"UserName":"work_api","Status":"Active","AccessKeyId":"{ID}","SecretAccessKey":"{SECRET}"}}}}"#
    );
    assert_snapshot!(show(&paste(&text)), @"work_api AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY token=- region=- mfa=- until=- at 1:15");
}

#[test]
fn csv_of_the_console() {
    assert_snapshot!(show(&paste(&format!("\u{feff}Access key ID,Secret access key\r\n{ID},{SECRET}\r\n"))), @"- AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY token=- region=- mfa=- until=- at 2:1");
    let text = format!(
        "User name,Password,Access key ID,Secret access key,Console login link\nwork_api,,{ID},\"{SECRET}\",https://a\nshort,{ID}\n"
    );
    assert_snapshot!(show(&paste(&text)), @r#"
    work_api AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY token=- region=- mfa=- until=- at 2:1
    ! paste.bad-csv at 3:1 (-)
    "#);
}

#[test]
fn mistakes_are_told_by_code_and_place() {
    let mistakes = [
        " \n\t",
        "hello",
        "[profile a]\nregion = eu-west-1",
        "{\n  \"AccessKeyId\": \"AKIA\n}",
        "export AWS_ACCESS_KEY_ID='AKIAIOSFODNN7EXAMPLE\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENG",
        "export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n export AWS_SECRET_ACCESS_KEY=$SECRET_FROM_ELSEWHERE",
        "set AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nset AWS_SECRET_ACCESS_KEY=%SECRET%",
        "aws_access_key_id = ****************MPLE\naws_secret_access_key = ****************EKEY",
        "aws_access_key_id = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\naws_secret_access_key = short",
        "AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENG",
        "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENG\nAWS_REGION=Tokyo\n\
         AWS_CREDENTIAL_EXPIRATION=soon\nAWS_MFA_SERIAL=1",
    ];
    let shown: Vec<_> = mistakes.iter().map(|text| show(&paste(text))).collect();
    assert_snapshot!(shown.join("---\n"), @r#"
    ! paste.empty at 1:1 (-)
    ---
    ! paste.nothing-found at 1:1 (-)
    ---
    ! paste.nothing-found at 1:1 (-)
    ---
    ! paste.bad-json at 3:1 (-)
    ---
    ! paste.unclosed-quote at 1:26 (-)
    ---
    ! paste.unexpanded at 2:9 (-)
    ---
    ! paste.unexpanded at 2:1 (-)
    ---
    ! paste.masked at 1:1 (-)
    ! paste.masked at 2:1 (-)
    ---
    ! paste.bad-access-key-id at 1:1 (-)
    ! paste.bad-secret-access-key at 2:1 (-)
    ---
    ! paste.missing-session-token at 1:1 (-)
    ---
    - AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMIK7MDENG token=- region=- mfa=- until=- at 1:1
    ! paste.bad-region at 3:1 (-)
    ! paste.bad-expiration at 4:1 (-)
    ! paste.bad-mfa-serial at 5:1 (-)
    "#);
}

#[test]
fn a_second_key_begins_another_set() {
    let one = format!("export AWS_ACCESS_KEY_ID={ID}\nexport AWS_SECRET_ACCESS_KEY={SECRET}\n");
    assert_eq!(paste(&format!("{one}{one}")).found.len(), 2);
    // A section followed by export lines: the exports do not belong to the section.
    let mixed = format!("[a]\naws_access_key_id={ID}\naws_secret_access_key={SECRET}\n{one}");
    let labels: Vec<_> = paste(&mixed).found.into_iter().map(|found| found.label).collect();
    assert_eq!(labels, [Some("a".to_owned()), None]);
}

proptest! {
    #[test]
    fn no_text_makes_it_fail_or_leak(text in "(?s).{0,200}") {
        let pasted = paste(&text);
        prop_assert!(!pasted.found.is_empty() || !pasted.problems.is_empty());
    }

    /// Whatever secret stands beside a broken id, neither the problems nor any `Debug` shows it.
    #[test]
    fn secrets_stay_out_of_debug(secret in "[!-~]{20,60}", template in 0_usize..5) {
        let text = match template {
            0 => format!("[p]\naws_secret_access_key = {secret}"),
            1 => format!("export AWS_ACCESS_KEY_ID={ID}\nexport AWS_SECRET_ACCESS_KEY={secret}\""),
            2 => format!("$Env:AWS_SECRET_ACCESS_KEY = '{secret}"),
            3 => format!("{{\"SecretAccessKey\": \"{secret}"),
            _ => format!("AWS_ACCESS_KEY_ID={secret}\nAWS_SECRET_ACCESS_KEY={secret}"),
        };
        let debug = format!("{:?}", paste(&text));
        prop_assert!(!debug.contains(&secret), "{debug}");
    }
}
