use super::*;

const SECRET: &str = "CANARYwJalrXUtnFEMIK7MDENGbPxRfiCYSECRET";

#[test]
fn nothing_secret_is_shown() {
    let credentials = Credentials {
        access_key_id: "AKIAIOSFODNN7EXAMPLE".parse().unwrap(),
        secret_access_key: SECRET.parse().unwrap(),
        session_token: Some("CANARYTOKEN".parse().unwrap()),
        expiration: None,
    };
    let shown = format!("{credentials:?}");
    assert!(!shown.contains("CANARY"), "{shown}");
    assert!(shown.contains("redacted"));
}

#[test]
fn a_secret_in_the_wrong_field_is_not_echoed() {
    let error = "wJalrXUtnFEMI/K7MDENG".parse::<AccessKeyId>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "AccessKeyId has the character None at position 13 (counted from 0), which is not allowed"
    );
}

#[test]
fn line_ends_cannot_enter_a_header_or_a_file() {
    assert!("AKIAIOSFODNN7EXAMPLE\r\n".parse::<AccessKeyId>().is_err());
    assert!("token\r\nx: y".parse::<SessionToken>().is_err());
    assert!("0123456789abcdef\n".parse::<SecretAccessKey>().is_err());
}
