use nanori_trust::denial::{CauseKind, Certainty};

use super::*;

fn denied() -> Denied {
    Denied {
        code: "AccessDenied".into(),
        message: "User: arn:aws:iam::111111111111:user/work_api is not authorized to perform: sts:AssumeRole"
            .into(),
        caller: "arn:aws:iam::111111111111:user/work_api".into(),
        role: "arn:aws:iam::222222222222:role/admin_role".into(),
        session_name: "work_api".into(),
        ..Denied::default()
    }
}

#[track_caller]
fn first(denied: &Denied, trust: Option<&str>) -> (CauseKind, Certainty) {
    let trust = trust.map(|text| Policy::parse_trust(text).unwrap());
    let now = "2026-01-02T03:04:05Z".parse().unwrap();
    let causes = denied.causes(&denied.question(), trust.as_ref(), None, now).unwrap();
    (causes[0].kind, causes[0].certainty)
}

#[test]
fn without_the_policy_the_call_itself_speaks() {
    assert_eq!(first(&denied(), None), (CauseKind::MfaMissing, Certainty::Likely));
    let with_code = Denied { mfa: true, ..denied() };
    assert_eq!(first(&with_code, None), (CauseKind::MfaCode, Certainty::Likely));
}

#[test]
fn with_the_policy_the_cause_is_certain() {
    let other = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"333333333333"},"Action":"sts:AssumeRole"}}"#;
    assert_eq!(first(&denied(), Some(other)), (CauseKind::TrustSilent, Certainty::Certain));
}

#[test]
fn a_question_that_was_changed_for_the_worse_is_said() {
    let question = QuestionInput { session_name: "?".into(), ..denied().question() };
    let now = "2026-01-02T03:04:05Z".parse().unwrap();
    assert!(denied().causes(&question, None, None, now).is_err());
}
