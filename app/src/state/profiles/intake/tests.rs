use nanori_profile::FileKind;

use super::{Intake, IntakeError};

#[track_caller]
fn check(name: &str, text: &str, expected: &str) {
    let read = match Intake::read(name, text.as_bytes().to_vec()) {
        Ok(Intake::File(FileKind::Config, _)) => "config".to_owned(),
        Ok(Intake::File(FileKind::Credentials, _)) => "credentials".to_owned(),
        Ok(Intake::Roles(roles, problems)) => format!("{} roles, {problems} problems", roles.len()),
        Ok(Intake::Sections(document)) => document.text().lines().next().unwrap_or_default().to_owned(),
        Err(IntakeError::Empty) => "empty".to_owned(),
        Err(IntakeError::Unreadable(error)) => error.code().to_owned(),
        Err(IntakeError::Unknown) => "unknown".to_owned(),
    };
    assert_eq!(read, expected, "{text}");
}

#[test]
fn files_are_told_by_name_and_content() {
    check("config", "[default]\nregion = x\n", "config");
    check("credentials", "[a]\nx = y\n", "credentials");
    check("", "[profile a]\nregion = x\n", "config");
    check("", "[a]\naws_access_key_id = x\n", "credentials");
    check("backup.txt", "# nothing but words", "unknown");
    check("config", "  \n", "empty");
}

#[test]
fn other_tools_are_recognised() {
    check(
        "",
        "[base]\naws_account_id = 111111111111\n[a]\naws_account_id = 222222222222\nrole_name = admin\ncolor = ffaaee\n",
        "1 roles, 0 problems",
    );
    let json = r#"{"Version":1,"AccessKeyId":"ASIAIOSFODNN7EXAMPLE","SecretAccessKey":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY","SessionToken":"t","Expiration":"2999-01-01T00:00:00Z"}"#;
    check("", json, "[imported]");
    check(
        "",
        "export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n",
        "[imported]",
    );
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_place() {
    assert!(
        matches!(Intake::read("config", b"[a]\n\xff".to_vec()), Err(IntakeError::Unreadable(error)) if error.to_string().ends_with("2:1"))
    );
}
