use super::*;

fn full() -> AssumeRoleParts {
    AssumeRoleParts {
        role_arn: "arn:aws:iam::222222222222:role/team/a/admin_role".to_owned(),
        role_session_name: "work_api".to_owned(),
        duration_seconds: Some(3_600),
        external_id: Some("ext/1".to_owned()),
        serial_number: Some("arn:aws:iam::111111111111:mfa/work_api".to_owned()),
        token_code: Some(Sensitive::new("012345".to_owned())),
        source_identity: Some("work_api".to_owned()),
        policy: Some(r#"{"Version":"2012-10-17","Statement":[]}"#.to_owned()),
        policy_arns: vec!["arn:aws:iam::aws:policy/ReadOnlyAccess".to_owned()],
        tags: vec![TagParts { key: "Team".to_owned(), value: "開発".to_owned() }],
        transitive_tag_keys: vec!["Team".to_owned()],
    }
}

#[test]
fn parts_and_call_say_the_same() {
    assert_eq!(AssumeRoleParts::of(&full().call().unwrap()), full());
}

#[test]
fn unknown_and_doubled_fields_are_refused() {
    let json = serde_json::to_string(&full()).unwrap();
    assert_eq!(serde_json::from_str::<AssumeRoleParts>(&json).unwrap(), full());
    let unknown = json.replacen('{', r#"{"RoleSessionName":"root","#, 1);
    assert!(serde_json::from_str::<AssumeRoleParts>(&unknown).is_err());
    let doubled = json.replacen('{', r#"{"role_session_name":"root","#, 1);
    assert!(serde_json::from_str::<AssumeRoleParts>(&doubled).is_err());
}

#[track_caller]
fn refused(change: impl FnOnce(&mut AssumeRoleParts), field: &str, reason: &str) {
    let mut parts = full();
    change(&mut parts);
    let refusal = parts.call().unwrap_err();
    assert_eq!((refusal.field, refusal.reason), (field, reason));
}

#[test]
fn each_parameter_is_checked() {
    refused(|parts| parts.role_arn = "admin".to_owned(), "RoleArn", "form");
    refused(|parts| parts.role_session_name = "x".to_owned(), "RoleSessionName", "length");
    refused(|parts| parts.duration_seconds = Some(1), "DurationSeconds", "range");
    refused(|parts| parts.external_id = Some("a b".to_owned()), "ExternalId", "character");
    refused(|parts| parts.serial_number = None, "SerialNumber", "missing");
    refused(|parts| parts.token_code = None, "TokenCode", "missing");
    refused(|parts| parts.token_code = Some(Sensitive::new("12345".to_owned())), "TokenCode", "form");
    refused(|parts| parts.source_identity = Some("aws:bob".to_owned()), "SourceIdentity", "reserved");
    refused(|parts| parts.policy = Some("日".to_owned()), "Policy", "policy-character");
    refused(|parts| parts.policy_arns = vec!["x".to_owned()], "PolicyArns", "not-a-policy-arn");
    refused(
        |parts| parts.policy_arns = vec!["arn:aws:iam::aws:policy/A".to_owned(); 11],
        "PolicyArns",
        "too-many",
    );
    refused(
        |parts| parts.tags.push(TagParts { key: "team".to_owned(), value: String::new() }),
        "TagKey",
        "duplicate-tag",
    );
}

#[test]
fn nothing_secret_is_shown() {
    assert!(!format!("{:?}", full()).contains("012345"));
}
