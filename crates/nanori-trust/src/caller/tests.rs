use insta::assert_snapshot;
use nanori_identity::{Partition, RoleArn, Timestamp};

use super::Caller;

#[track_caller]
fn keys(caller: &Caller) -> String {
    let mut lines: Vec<String> =
        caller.context().iter().map(|(key, values)| format!("{key} = {}", values.join(", "))).collect();
    lines.sort();
    lines.join("\n")
}

fn user() -> Caller {
    Caller::user(Partition::Aws, "111111111111".parse().expect("an account"), "/ops/", "work_api")
}

fn role(text: &str) -> RoleArn {
    text.parse().expect("a role")
}

#[test]
fn a_user_has_a_name_and_no_mfa_keys() {
    assert_snapshot!(keys(&user().unique_id("AIDAEXAMPLE").tag("team", "a").organization("o-1")), @r"
    aws:PrincipalAccount = 111111111111
    aws:PrincipalArn = arn:aws:iam::111111111111:user/ops/work_api
    aws:PrincipalIsAWSService = false
    aws:PrincipalOrgID = o-1
    aws:PrincipalTag/team = a
    aws:PrincipalType = User
    aws:userid = AIDAEXAMPLE
    aws:username = work_api
    ");
}

#[test]
fn temporary_credentials_say_whether_mfa_was_used() {
    let at = Timestamp::from_unix(1_767_323_045).expect("a time");
    let has = |caller: &Caller| {
        let context = caller.context();
        let of = |key| context.value(key).map(ToOwned::to_owned);
        (of("aws:MultiFactorAuthPresent"), of("aws:MultiFactorAuthAge"), of("aws:TokenIssueTime"))
    };
    let text = |value: &str| Some(value.to_owned());
    assert_eq!(has(&user()), (None, None, None));
    assert_eq!(has(&user().issued(at)), (text("false"), None, text("2026-01-02T03:04:05Z")));
    assert_eq!(
        has(&user().issued(at).mfa_session(60)),
        (text("true"), text("60"), text("2026-01-02T03:04:05Z"))
    );
    let session = Caller::role_session(role("arn:aws:iam::111111111111:role/dev"), "x").mfa_session(60);
    assert_eq!(has(&session), (text("false"), None, None));
}

#[test]
fn a_role_session_has_no_user_name() {
    let sso =
        "arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef";
    let caller = Caller::identity_center(role(sso), "alice@example.com")
        .unique_id("AROAEXAMPLE")
        .source_identity("alice");
    assert_snapshot!(keys(&caller), @r"
    aws:MultiFactorAuthPresent = false
    aws:PrincipalAccount = 111111111111
    aws:PrincipalArn = arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef
    aws:PrincipalIsAWSService = false
    aws:PrincipalType = AssumedRole
    aws:SourceIdentity = alice
    aws:userid = AROAEXAMPLE:alice@example.com
    ");
    assert_snapshot!(caller.arn().expect("an ARN"), @"arn:aws:sts::111111111111:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/alice@example.com");
}

#[test]
fn the_others() {
    let account = || "111111111111".parse().expect("an account");
    assert_snapshot!(keys(&Caller::root(Partition::AwsCn, account())), @r"
    aws:PrincipalAccount = 111111111111
    aws:PrincipalArn = arn:aws-cn:iam::111111111111:root
    aws:PrincipalIsAWSService = false
    aws:PrincipalType = Account
    aws:userid = 111111111111
    ");
    assert_snapshot!(keys(&Caller::federated_user(Partition::Aws, account(), "bob")), @r"
    aws:MultiFactorAuthPresent = false
    aws:PrincipalAccount = 111111111111
    aws:PrincipalArn = arn:aws:sts::111111111111:federated-user/bob
    aws:PrincipalIsAWSService = false
    aws:PrincipalType = FederatedUser
    aws:userid = 111111111111:bob
    ");
    let provider = "arn:aws:iam::222222222222:oidc-provider/id.example.com/tenant";
    assert_snapshot!(keys(&Caller::web_identity(Partition::Aws, provider).claim("aud", ["app"]).claim("sub", ["u1"])), @r"
    aws:PrincipalIsAWSService = false
    id.example.com/tenant:aud = app
    id.example.com/tenant:sub = u1
    ");
    let provider = "arn:aws:iam::222222222222:saml-provider/corp";
    assert_snapshot!(keys(&Caller::saml(Partition::Aws, provider).claim("aud", ["https://signin.aws.amazon.com/saml"])), @r"
    aws:PrincipalIsAWSService = false
    saml:aud = https://signin.aws.amazon.com/saml
    ");
    assert_snapshot!(keys(&Caller::service(Partition::Aws, "ec2.amazonaws.com")), @r"
    aws:PrincipalIsAWSService = true
    aws:PrincipalServiceName = ec2.amazonaws.com
    aws:PrincipalServiceNamesList = ec2.amazonaws.com
    ");
}
