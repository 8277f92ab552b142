use nanori_identity::Partition;

use crate::{Caller, Decision, Policy, Request, evaluate};
use Decision::{Allowed, ExplicitlyDenied, ImplicitlyDenied};

fn user() -> Caller {
    Caller::user(Partition::Aws, "111111111111".parse().expect("an account"), "/", "work_api")
}

fn session() -> Caller {
    Caller::role_session("arn:aws:iam::111111111111:role/team/dev".parse().expect("a role"), "s1")
        .unique_id("AROA23456789012345678")
}

fn request(caller: Caller) -> Request {
    Request::assume_role(caller, "arn:aws:iam::222222222222:role/admin_role".parse().expect("a role"))
        .session_name("work_api")
}

#[track_caller]
fn check(statements: &str, request: &Request, expected: Decision) {
    for version in ["2012-10-17", "2008-10-17"] {
        if version == "2008-10-17" && statements.contains("${") {
            continue;
        }
        let policy = Policy::parse_trust(&format!(r#"{{"Version":"{version}","Statement":[{statements}]}}"#));
        let policy = policy.unwrap_or_else(|mistakes| panic!("{mistakes}: {statements}"));
        assert_eq!(evaluate(&policy, request).decision, expected, "{statements}");
    }
}

#[track_caller]
fn check_principal(element: &str, caller: Caller, expected: Decision) {
    check(&format!(r#"{{"Effect":"Allow",{element},"Action":"sts:*"}}"#), &request(caller), expected);
}

#[track_caller]
fn check_condition(condition: &str, request: &Request, holds: bool) {
    let statement = format!(r#"{{"Effect":"Allow","Principal":"*","Action":"*","Condition":{condition}}}"#);
    check(&statement, request, if holds { Allowed } else { ImplicitlyDenied });
}

#[test]
fn principals() {
    for everybody in [r#""Principal":"*""#, r#""Principal":{"AWS":"*"}"#] {
        check_principal(everybody, user(), Allowed);
        check_principal(everybody, session(), Allowed);
    }
    for account in ["111111111111", "arn:aws:iam::111111111111:root"] {
        let element = format!(r#""Principal":{{"AWS":"{account}"}}"#);
        check_principal(&element, user(), Allowed);
        check_principal(&element, session(), Allowed);
        check_principal(&element, Caller::service(Partition::Aws, "ec2.amazonaws.com"), ImplicitlyDenied);
    }
    let aws = |name: &str| format!(r#""Principal":{{"AWS":["222222222222","{name}"]}}"#);
    check_principal(&aws("arn:aws:iam::111111111111:user/work_api"), user(), Allowed);
    check_principal(&aws("arn:aws:iam::111111111111:user/Work_api"), user(), ImplicitlyDenied);
    check_principal(&aws("arn:aws:iam::111111111111:role/team/dev"), session(), Allowed);
    check_principal(&aws("arn:aws:iam::111111111111:role/dev"), session(), ImplicitlyDenied);
    check_principal(&aws("arn:aws:sts::111111111111:assumed-role/dev/s1"), session(), Allowed);
    check_principal(&aws("arn:aws:sts::111111111111:assumed-role/dev/s2"), session(), ImplicitlyDenied);
    check_principal(&aws("AROA23456789012345678"), session(), Allowed);
    check_principal(&aws("arn:aws-cn:iam::111111111111:root"), user(), ImplicitlyDenied);
    let service = r#""Principal":{"Service":["ec2.amazonaws.com"]}"#;
    check_principal(service, Caller::service(Partition::Aws, "ec2.amazonaws.com"), Allowed);
    check_principal(service, user(), ImplicitlyDenied);
    let provider = r#""Principal":{"Federated":"accounts.google.com"}"#;
    check_principal(provider, Caller::web_identity(Partition::Aws, "accounts.google.com"), Allowed);
    check_principal(provider, Caller::web_identity(Partition::Aws, "www.amazon.com"), ImplicitlyDenied);
}

#[test]
fn not_principal_exempts_only_who_is_wholly_listed() {
    let denied = |listed: &str, caller: Caller, expected| {
        let statements = format!(
            r#"{{"Effect":"Allow","Principal":"*","Action":"*"}},{{"Effect":"Deny","NotPrincipal":{{"AWS":[{listed}]}},"Action":"*"}}"#
        );
        check(&statements, &request(caller), expected);
    };
    let user_arn = r#""arn:aws:iam::111111111111:user/work_api""#;
    denied(&format!(r#"{user_arn},"111111111111""#), user(), Allowed);
    denied(user_arn, user(), ExplicitlyDenied);
    denied(r#""111111111111""#, user(), ExplicitlyDenied);
    let (role, one) = (
        r#""arn:aws:iam::111111111111:role/team/dev""#,
        r#""arn:aws:sts::111111111111:assumed-role/dev/s1""#,
    );
    denied(&format!(r#"{role},{one},"111111111111""#), session(), Allowed);
    denied(&format!(r#"{role},"111111111111""#), session(), ExplicitlyDenied);
}

#[test]
fn refusal_wins_over_permission() {
    let allow = r#"{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}"#;
    let deny = r#"{"Effect":"Deny","Principal":"*","Action":"STS:assume*"}"#;
    check(&format!("{allow},{deny}"), &request(user()), ExplicitlyDenied);
    check(&format!("{deny},{allow}"), &request(user()), ExplicitlyDenied);
    check(
        r#"{"Effect":"Allow","Principal":"*","NotAction":"sts:AssumeRole"}"#,
        &request(user()),
        ImplicitlyDenied,
    );
    check(r#"{"Effect":"Allow","Principal":"*","NotAction":"sts:Tag*"}"#, &request(user()), Allowed);
}

#[test]
fn the_name_condition() {
    let named = r#"{"StringEquals":{"sts:RoleSessionName":"${aws:username}"}}"#;
    check_condition(named, &request(user()), true);
    check_condition(named, &request(user()).session_name("Work_api"), false);
    check_condition(named, &request(user()).without("sts:RoleSessionName"), false);
    check_condition(named, &request(session()), false);
    let with_default = r#"{"StringEquals":{"sts:RoleSessionName":"${aws:username, 'nobody'}"}}"#;
    check_condition(with_default, &request(session()).session_name("nobody"), true);
    let policy =
        format!(r#"{{"Statement":{{"Effect":"Allow","Principal":"*","Action":"*","Condition":{named}}}}}"#);
    let policy = Policy::parse_trust(&policy).expect("a policy");
    assert_eq!(evaluate(&policy, &request(user())).decision, ImplicitlyDenied);
    assert_eq!(evaluate(&policy, &request(user()).session_name("${aws:username}")).decision, Allowed);
}

#[test]
fn absent_keys() {
    let request = request(user());
    for (condition, holds) in [
        (r#"{"StringEquals":{"sts:ExternalId":"x"}}"#, false),
        (r#"{"StringNotEquals":{"sts:ExternalId":"x"}}"#, true),
        (r#"{"StringEqualsIfExists":{"sts:ExternalId":"x"}}"#, true),
        (r#"{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"#, false),
        (r#"{"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}"#, true),
        (r#"{"Null":{"sts:ExternalId":"true"}}"#, true),
        (r#"{"Null":{"sts:ExternalId":true}}"#, true),
        (r#"{"Null":{"sts:ExternalId":"false"}}"#, false),
        (r#"{"ForAllValues:StringEquals":{"aws:TagKeys":"a"}}"#, true),
        (r#"{"ForAnyValue:StringEquals":{"aws:TagKeys":"a"}}"#, false),
        (r#"{"ForAnyValue:StringNotEquals":{"aws:TagKeys":"a"}}"#, false),
        (r#"{"ForAnyValue:StringEqualsIfExists":{"aws:TagKeys":"a"}}"#, true),
        (r#"{"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}"#, false),
        (r#"{"NotIpAddress":{"aws:VpcSourceIp":"10.0.0.0/8"}}"#, true),
        (r#"{"StringNotEquals":{"sts:RoleSessionName":"${aws:SourceIdentity}"}}"#, true),
        (r#"{"StringEquals":{"sts:RoleSessionName":"${aws:SourceIdentity}"}}"#, false),
    ] {
        check_condition(condition, &request, holds);
    }
}

#[test]
fn every_operator_family() {
    let request = request(user())
        .source_ip("203.0.113.7")
        .mfa()
        .tag("a", "1")
        .tag("b", "2")
        .set("aws:CurrentTime", ["2026-01-02T03:04:05Z"])
        .set("aws:MultiFactorAuthAge", ["59.5"])
        .set("aws:SourceArn", ["arn:aws:sns:us-east-1:111111111111:topic/x"])
        .set("x:bytes", ["QQ=="]);
    for (condition, holds) in [
        (r#"{"StringLike":{"sts:rolesessionname":"work_*"}}"#, true),
        (r#"{"StringLike":{"sts:RoleSessionName":["x","work_???"]}}"#, true),
        (r#"{"StringEquals":{"sts:RoleSessionName":"work_*"}}"#, false),
        (r#"{"StringNotLike":{"sts:RoleSessionName":["x*","work_*"]}}"#, false),
        (r#"{"StringEqualsIgnoreCase":{"sts:RoleSessionName":"WORK_API"}}"#, true),
        (r#"{"StringNotEqualsIgnoreCase":{"sts:RoleSessionName":"WORK_API"}}"#, false),
        (r#"{"NumericEquals":{"aws:MultiFactorAuthAge":59.50}}"#, true),
        (r#"{"NumericNotEquals":{"aws:MultiFactorAuthAge":"59.5"}}"#, false),
        (r#"{"NumericLessThan":{"aws:MultiFactorAuthAge":"60"}}"#, true),
        (r#"{"NumericLessThanEquals":{"aws:MultiFactorAuthAge":"59.5"}}"#, true),
        (r#"{"NumericGreaterThan":{"aws:MultiFactorAuthAge":"59.5"}}"#, false),
        (r#"{"NumericGreaterThanEquals":{"aws:MultiFactorAuthAge":["100","59"]}}"#, true),
        (r#"{"NumericEquals":{"sts:RoleSessionName":"1"}}"#, false),
        (r#"{"NumericNotEquals":{"sts:RoleSessionName":"1"}}"#, false),
        (
            r#"{"DateGreaterThan":{"aws:CurrentTime":"2026-01-02"},"DateLessThan":{"aws:CurrentTime":"2026-01-03T00:00:00Z"}}"#,
            true,
        ),
        (r#"{"DateEquals":{"aws:CurrentTime":"1767323045"}}"#, true),
        (r#"{"DateNotEquals":{"aws:CurrentTime":"1767323045"}}"#, false),
        (r#"{"DateLessThanEquals":{"aws:CurrentTime":"2025"}}"#, false),
        (r#"{"Bool":{"aws:MultiFactorAuthPresent":true}}"#, true),
        (r#"{"Bool":{"aws:MultiFactorAuthPresent":"False"}}"#, false),
        (r#"{"BinaryEquals":{"x:bytes":"QQ=="}}"#, true),
        (r#"{"BinaryEquals":{"x:bytes":"Qg=="}}"#, false),
        (r#"{"IpAddress":{"aws:SourceIp":["10.0.0.0/8","203.0.113.0/24"]}}"#, true),
        (r#"{"NotIpAddress":{"aws:SourceIp":["10.0.0.0/8","203.0.113.0/24"]}}"#, false),
        (r#"{"ArnLike":{"aws:SourceArn":"arn:aws:sns:*:111111111111:topic/?"}}"#, true),
        (r#"{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:*:topic/x"}}"#, false),
        (r#"{"ArnNotLike":{"aws:SourceArn":"arn:aws:sqs:*:*:*"}}"#, true),
        (r#"{"ArnNotEquals":{"aws:SourceArn":"arn:aws:sns:*:*:*"}}"#, false),
        (r#"{"ForAllValues:StringEquals":{"aws:TagKeys":["a","b","c"]}}"#, true),
        (r#"{"ForAllValues:StringEquals":{"aws:TagKeys":["a"]}}"#, false),
        (r#"{"ForAnyValue:StringEquals":{"aws:TagKeys":["b"]}}"#, true),
        (r#"{"ForAnyValue:StringNotEquals":{"aws:TagKeys":["a","b"]}}"#, false),
        (r#"{"StringEquals":{"aws:TagKeys":"a"}}"#, false),
        (r#"{"StringEquals":{"aws:RequestTag/A":"1"}}"#, true),
        (r#"{"StringEquals":{"aws:RequestTag/a":"1","aws:RequestTag/b":"1"}}"#, false),
    ] {
        check_condition(condition, &request, holds);
    }
}
