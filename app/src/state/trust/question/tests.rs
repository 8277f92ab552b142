use nanori_trust::{Decision, Policy, authorize};

use super::*;

const ROLE: &str = "arn:aws:iam::222222222222:role/admin_role";
const NAMED: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111111111111"},
    "Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:RoleSessionName":"${aws:username}"}}}}"#;

fn question() -> QuestionInput {
    QuestionInput {
        who: WhoInput::of("arn:aws:iam::111111111111:user/work_api"),
        role: ROLE.into(),
        ..QuestionInput::default()
    }
}

fn now() -> Timestamp {
    "2026-01-02T03:04:05Z".parse().unwrap()
}

#[track_caller]
fn check(input: &QuestionInput, decision: Decision) {
    let request = input.request(now()).unwrap();
    assert_eq!(authorize(&request, &Policy::parse_trust(NAMED).unwrap(), None).decision, decision);
}

#[test]
fn a_name_left_empty_is_what_a_tool_makes_up() {
    check(&question(), Decision::ImplicitlyDenied);
    check(&QuestionInput { session_name: "work_api".into(), ..question() }, Decision::Allowed);
}

#[test]
fn every_field_becomes_the_key_that_policies_ask_for() {
    let input = QuestionInput {
        session_name: "work_api".into(),
        mfa: MfaInput::Earlier,
        mfa_minutes: "5".into(),
        external_id: "blue-7".into(),
        source_identity: "work_api".into(),
        tags: "ticket=OPS-7".into(),
        address: "203.0.113.7".into(),
        time: "2026-06-01".into(),
        more: "aws:SourceVpce=vpce-1".into(),
        ..question()
    };
    let request = input.request(now()).unwrap();
    for (key, value) in [
        ("sts:RoleSessionName", "work_api"),
        ("aws:MultiFactorAuthAge", "300"),
        ("sts:ExternalId", "blue-7"),
        ("sts:SourceIdentity", "work_api"),
        ("aws:RequestTag/ticket", "OPS-7"),
        ("aws:SourceIp", "203.0.113.7"),
        ("aws:CurrentTime", "2026-06-01T00:00:00Z"),
        ("aws:SourceVpce", "vpce-1"),
    ] {
        assert_eq!(request.context().value(key), Some(value), "{key}");
    }
    assert_eq!(input.more_used(), 5);
    assert_eq!(
        question().request(now()).unwrap().context().value("aws:CurrentTime"),
        Some("2026-01-02T03:04:05Z")
    );
}

#[test]
fn faults_stay_with_their_fields() {
    let input = QuestionInput {
        session_name: "two words".into(),
        mfa: MfaInput::Earlier,
        mfa_minutes: "a while".into(),
        tags: "ticket".into(),
        address: "10.0.0.0/8".into(),
        time: "noon".into(),
        ..question()
    };
    let fields: Vec<QuestionField> =
        input.request(now()).unwrap_err().into_iter().map(|(field, _)| field).collect();
    use QuestionField as F;
    assert_eq!(fields, [F::MfaMinutes, F::SessionName, F::Tags, F::Address, F::Time]);
    let nobody = QuestionInput::default().request(now()).unwrap_err();
    assert_eq!(nobody, [(F::Role, Fault::Missing), (F::Who(WhoField::User), Fault::Missing)]);
}
