use nanori_trust::{Caller, Decision, Request, authorize};

use super::*;

const ROLE: &str = "arn:aws:iam::222222222222:role/admin_role";

fn input() -> WritingInput {
    WritingInput { role: ROLE.into(), who: "111111111111".into(), ..WritingInput::default() }
}

#[track_caller]
fn check(input: &WritingInput, name: &str, decision: Decision) {
    let policies = input.form().unwrap().policies().unwrap();
    let caller =
        Caller::user(nanori_identity::Partition::Aws, "111111111111".parse().unwrap(), "/", "work_api");
    let request = Request::assume_role(caller, ROLE.parse().unwrap()).session_name(name);
    let identity = [policies.identity.unwrap().policy().unwrap()];
    let access = authorize(&request, &policies.trust.policy().unwrap(), Some(&identity));
    assert_eq!(access.decision, decision);
}

#[test]
fn the_form_as_it_begins_makes_the_name_mandatory() {
    check(&input(), "work_api", Decision::Allowed);
    check(&input(), "botocore-session-1609426800", Decision::ImplicitlyDenied);
    check(&input(), "alice", Decision::ImplicitlyDenied);
    check(&WritingInput { name: NameChoice::Any, ..input() }, "alice", Decision::Allowed);
    assert_eq!(input().policy_name(), "assume-admin_role");
}

#[test]
fn everybody_whom_a_line_can_name() {
    let who = "111111111111\narn:aws:iam::333333333333:root\narn:aws:iam::111111111111:user/a/alice\n\n\
        arn:aws:iam::111111111111:role/dev";
    let form = WritingInput { who: who.into(), name: NameChoice::Any, ..input() }.form().unwrap();
    assert_eq!(form.who.len(), 4);
    let wrong = WritingInput { who: "111111111111\nalice".into(), ..input() }.form().unwrap_err();
    assert_eq!(wrong.fields, [(WritingField::Who, Fault::Nobody(2))]);
}

#[test]
fn a_broker_asserts_the_name_and_a_provider_brings_it() {
    let broker = WritingInput {
        way: Way::Broker,
        broker: "arn:aws:iam::111111111111:role/nanori".into(),
        name: NameChoice::SourceIdentity,
        mfa: true,
        ..input()
    };
    let trust = broker.form().unwrap().policies().unwrap().trust.compact_json();
    assert!(
        trust.contains("\"sts:RoleSessionName\":\"${sts:SourceIdentity}\"") && !trust.contains("MultiFactor"),
        "{trust}"
    );
    let user = WritingInput { broker: "arn:aws:iam::111111111111:user/nanori".into(), ..broker };
    assert!(user.form().unwrap().policies().unwrap().trust.compact_json().contains("user/nanori"));
    let account = WritingInput { broker: "111111111111".into(), ..user };
    assert_eq!(account.form().unwrap_err().fields, [(WritingField::Broker, Fault::Nobody(1))]);
    let provider = WritingInput {
        way: Way::Provider,
        provider: "arn:aws:iam::222222222222:oidc-provider/id.example.com".into(),
        audience: "portal".into(),
        name: NameChoice::Subject,
        ..input()
    };
    let trust = provider.form().unwrap().policies().unwrap().trust.compact_json();
    assert!(trust.contains("${id.example.com:sub}"), "{trust}");
}

#[test]
fn faults_stay_with_their_fields_and_what_does_not_go_together_is_said_last() {
    let wrong = WritingInput {
        mfa: true,
        mfa_minutes: "soon".into(),
        external_id: "x".into(),
        addresses: "203.0.113.0/24\nhome".into(),
        until: "later".into(),
        hours: "13".into(),
        session_tags: "team".into(),
        ..input()
    };
    use WritingField as F;
    let fields: Vec<WritingField> =
        wrong.form().unwrap_err().fields.into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, [F::MfaMinutes, F::ExternalId, F::Until, F::Hours, F::SessionTags, F::Addresses]);
    let role = WritingInput { who: "arn:aws:iam::111111111111:role/dev".into(), ..input() };
    assert!(matches!(role.form().unwrap_err().whole, Some(FormError::NoUserName { .. })));
}
