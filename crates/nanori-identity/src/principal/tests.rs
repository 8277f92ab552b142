use super::*;

#[track_caller]
fn bound(arn: &str) -> Result<String, &'static str> {
    let principal: Principal = arn.parse().map_err(|error: IdentityError| error.code())?;
    assert_eq!(principal.to_string(), arn, "an ARN is written back as it was read");
    principal.bound_session_name().map(|name| name.to_string()).map_err(|error| error.code())
}

#[test]
fn a_user_is_bound_to_its_own_name() {
    assert_eq!(bound("arn:aws:iam::111111111111:user/work_api"), Ok("work_api".to_owned()));
    assert_eq!(bound("arn:aws:iam::111111111111:user/team/a/alice@corp"), Ok("alice@corp".to_owned()));
    assert_eq!(bound("arn:aws-cn:iam::111111111111:user/Alice"), Ok("Alice".to_owned()));
}

#[test]
fn a_role_session_keeps_its_name() {
    assert_eq!(bound("arn:aws:sts::222222222222:assumed-role/jump/work_api"), Ok("work_api".to_owned()));
}

#[test]
fn who_cannot_switch_is_refused_with_the_reason() {
    assert_eq!(bound("arn:aws:iam::111111111111:user/x"), Err("length"));
    assert_eq!(bound("arn:aws:iam::111111111111:root"), Err("root-user"));
    assert_eq!(bound("arn:aws:sts::111111111111:federated-user/bob"), Err("unsupported-principal"));
}

#[test]
fn what_is_no_caller_is_no_principal() {
    for arn in [
        "arn:aws:iam::111111111111:role/admin",
        "arn:aws:iam::111111111111:user/",
        "arn:aws:iam::aws:user/bob",
        "arn:aws:sts::111111111111:assumed-role/only",
        "arn:aws:sts::111111111111:assumed-role/r/a/b",
        "arn:aws:iam:us-east-1:111111111111:user/bob",
        "arn:aws:s3::111111111111:user/bob",
        "arn:aws:iam::111111111111:user/日本",
        "arn:aws:iam::111111111111:root/x",
    ] {
        assert!(arn.parse::<Principal>().is_err(), "{arn}");
    }
}
