use insta::assert_snapshot;
use nanori_identity::Partition;

use super::{Flip, explain};
use crate::{Caller, Decision, Policy, Request};

const NAMED: &str = r#"{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole",
  "Condition":{"StringEquals":{"sts:RoleSessionName":"${aws:username}"}}}"#;

fn policy(version: &str, statements: &str) -> Policy {
    Policy::parse_trust(&format!(r#"{{"Version":"{version}","Statement":[{statements}]}}"#))
        .expect("a trust policy")
}

fn user(name: &str) -> Caller {
    Caller::user(Partition::Aws, "111111111111".parse().expect("an account"), "/", name)
}

fn request(caller: Caller) -> Request {
    Request::assume_role(caller, "arn:aws:iam::222222222222:role/admin_role".parse().expect("a role"))
        .session_name("botocore-session-1609426800")
        .source_ip("203.0.113.7")
}

/// One flip a line.
#[track_caller]
fn flips(request: &Request, trust: &Policy, identity: Option<&[Policy]>) -> String {
    let explanation = explain(request, trust, identity);
    assert_ne!(explanation.access.decision, Decision::Allowed, "the request is refused");
    let line = |flip: &Flip| match flip {
        Flip::Request(changes) => {
            let parts: Vec<String> = changes
                .iter()
                .map(|change| format!("{} {} = {:?}", change.kind.code(), change.key, change.values))
                .collect();
            format!("request: {}", parts.join(" and "))
        }
        Flip::Policy(changes) => {
            let parts: Vec<String> = changes.iter().map(|change| format!("{}", Short(change))).collect();
            format!("policy: {}", parts.join(" and "))
        }
    };
    explanation.flips.iter().map(line).collect::<Vec<_>>().join("\n")
}

struct Short<'a>(&'a super::PolicyChange);

impl core::fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        use super::PolicyChange as C;
        write!(f, "{}", self.0.code())?;
        match self.0 {
            C::AddPrincipal { statement, principal: what, .. }
            | C::AddAction { statement, action: what, .. }
            | C::AddValue { statement, value: what, .. }
            | C::DropCondition { statement, key: what, .. } => write!(f, " {statement} {what}"),
            C::DropStatement { statement, .. } => write!(f, " {statement}"),
            C::AllowInIdentityPolicy { action, .. } => write!(f, " {action}"),
            C::Version2012 { .. } => Ok(()),
        }
    }
}

#[test]
fn another_name() {
    assert_snapshot!(flips(&request(user("work_api")), &policy("2012-10-17", NAMED), None), @r#"
    request: send_session_name sts:RoleSessionName = ["work_api"]
    policy: add_value 0 botocore-session-1609426800
    policy: drop_condition 0 sts:RoleSessionName
    "#);
}

#[test]
fn a_name_that_sts_does_not_take_is_never_proposed() {
    assert_snapshot!(flips(&request(user("x")), &policy("2012-10-17", NAMED), None), @r"
    policy: add_value 0 botocore-session-1609426800
    policy: drop_condition 0 sts:RoleSessionName
    ");
}

#[test]
fn the_older_language() {
    let named = request(user("work_api")).session_name("work_api");
    assert_snapshot!(flips(&named, &policy("2008-10-17", NAMED), None), @r"
    policy: set_version
    policy: add_value 0 work_api
    policy: drop_condition 0 sts:RoleSessionName
    ");
}

#[test]
fn two_things_at_once() {
    let trust = policy(
        "2012-10-17",
        r#"{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole","Condition":{
          "StringLike":{"sts:RoleSessionName":"${aws:username}-*"},"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}}"#,
    );
    assert_snapshot!(flips(&request(user("work_api")), &trust, None), @r#"
    request: send_session_name sts:RoleSessionName = ["work_api-"] and use_mfa aws:MultiFactorAuthPresent = ["true"]
    policy: add_value 0 botocore-session-1609426800 and drop_condition 0 aws:MultiFactorAuthAge
    policy: drop_condition 0 sts:RoleSessionName and drop_condition 0 aws:MultiFactorAuthAge
    "#);
}

#[test]
fn three_things_at_once() {
    let trust = policy(
        "2012-10-17",
        r#"{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:*","Condition":{
          "StringEquals":{"sts:RoleSessionName":"${aws:username}","sts:ExternalId":"ticket-7","aws:RequestTag/team":"a"},
          "IpAddress":{"aws:SourceIp":"198.51.100.0/24"}}}"#,
    );
    assert_snapshot!(flips(&request(user("work_api")), &trust, None), @r#"request: send_session_name sts:RoleSessionName = ["work_api"] and send_external_id sts:ExternalId = ["ticket-7"] and send_session_tag aws:RequestTag/team = ["a"] and call_from_address aws:SourceIp = ["198.51.100.0"]"#);
}

#[test]
fn an_explicit_refusal() {
    let trust = policy(
        "2012-10-17",
        r#"{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole"},
           {"Effect":"Deny","Principal":"*","Action":"*","Condition":{"StringNotEquals":{"sts:RoleSessionName":"${aws:username}"}}}"#,
    );
    assert_snapshot!(flips(&request(user("work_api")), &trust, None), @r#"
    request: send_session_name sts:RoleSessionName = ["work_api"]
    policy: drop_statement 1
    "#);
}

#[test]
fn somebody_else_and_another_side() {
    let trust = policy("2012-10-17", NAMED);
    let stranger = Caller::user(Partition::Aws, "333333333333".parse().expect("an account"), "/", "work_api");
    assert_snapshot!(flips(&request(stranger).session_name("work_api"), &trust, None), @"policy: add_principal 0 arn:aws:iam::333333333333:user/work_api");
    let named = request(user("work_api")).session_name("work_api");
    assert_snapshot!(flips(&named, &trust, Some(&[])), @"policy: allow_in_identity_policy sts:AssumeRole");
    assert_snapshot!(flips(&named.source_identity("work_api"), &trust, None), @"policy: add_action 0 sts:SetSourceIdentity");
}

#[test]
fn the_trace_says_what_was_compared_with_what() {
    let role = "arn:aws:iam::111111111111:role/dev".parse().expect("a role");
    let explanation = explain(&request(Caller::role_session(role, "s1")), &policy("2012-10-17", NAMED), None);
    let statement = &explanation.trust[0][0];
    assert!(!statement.applies && statement.action);
    insta::assert_debug_snapshot!(statement.conditions[0].policy[0].resolution, @r#"
    NoValue {
        key: "aws:username",
        many: false,
    }
    "#);
    let explanation = explain(&request(user("work_api")), &policy("2012-10-17", NAMED), None);
    let condition = &explanation.trust[0][0].conditions[0];
    assert_eq!(condition.request.as_deref(), Some(["botocore-session-1609426800".to_owned()].as_slice()));
    assert_eq!(condition.policy[0].resolution, super::Resolution::Filled("work_api".to_owned()));
    assert_eq!(condition.policy[0].matches, Some(false));
}
