use super::*;

#[track_caller]
fn check(input: &WhoInput, arn: Option<&str>) {
    let caller = input.caller(Partition::Aws).unwrap();
    assert_eq!(caller.arn(), arn);
}

#[test]
fn every_kind_comes_to_the_caller_that_aws_sees() {
    let user = "arn:aws:iam::111111111111:user/team/a/alice";
    check(&WhoInput::of(user), Some(user));
    let session = "arn:aws:sts::111111111111:assumed-role/dev/alice";
    check(&WhoInput::of(session), Some(session));
    let sso = WhoInput {
        kind: WhoKind::IdentityCenter,
        role: "arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Dev_0123456789abcdef".into(),
        session: "alice@example.com".into(),
        ..WhoInput::default()
    };
    check(
        &sso,
        Some("arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/alice@example.com"),
    );
    check(&WhoInput::of("arn:aws:iam::111111111111:root"), Some("arn:aws:iam::111111111111:root"));
    let service =
        WhoInput { kind: WhoKind::Service, service: "ec2.amazonaws.com".into(), ..WhoInput::default() };
    check(&service, None);
}

#[test]
fn tags_and_claims_become_condition_keys() {
    let user = WhoInput { tags: "team=a".into(), ..WhoInput::of("arn:aws:iam::111111111111:user/work_api") };
    let context = user.caller(Partition::Aws).unwrap().context();
    assert_eq!(context.value("aws:PrincipalTag/team"), Some("a"));
    assert_eq!(context.value("aws:username"), Some("work_api"));
    let web = WhoInput {
        kind: WhoKind::WebIdentity,
        provider: "arn:aws:iam::222222222222:oidc-provider/id.example.com".into(),
        claims: "aud=portal\nsub=alice\ngroups=a, b".into(),
        ..WhoInput::default()
    };
    let context = web.caller(Partition::Aws).unwrap().context();
    assert_eq!(context.value("id.example.com:sub"), Some("alice"));
    assert_eq!(context.values("id.example.com:groups").map(<[String]>::len), Some(2));
}

#[test]
fn each_fault_is_kept_with_its_field() {
    let empty = WhoInput { kind: WhoKind::RoleSession, tags: "x".into(), ..WhoInput::default() };
    assert_eq!(
        empty.caller(Partition::Aws).unwrap_err(),
        [
            (WhoField::Role, Fault::Missing),
            (WhoField::Session, Fault::Missing),
            (WhoField::Tags, Fault::KeyValue(1))
        ]
    );
    let role =
        WhoInput { user: "arn:aws:sts::111111111111:assumed-role/dev/alice".into(), ..WhoInput::default() };
    assert_eq!(role.caller(Partition::Aws).unwrap_err(), [(WhoField::User, Fault::Nobody(1))]);
    let web =
        WhoInput { kind: WhoKind::WebIdentity, provider: "id.example.com".into(), ..WhoInput::default() };
    assert_eq!(web.caller(Partition::Aws).unwrap_err(), [(WhoField::Provider, Fault::Provider)]);
}
