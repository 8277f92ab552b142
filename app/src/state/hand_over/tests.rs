use insta::assert_snapshot;
use nanori_api::{GrantedSession, IssuedCredentials, Sensitive};

use super::{Form, hand_over, masked};
use crate::state::granted::Granted;

fn granted() -> Granted {
    let issued = IssuedCredentials {
        access_key_id: "ASIAIOSFODNN7EXAMPLE".into(),
        secret_access_key: Sensitive::new("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".into()),
        session_token: Sensitive::new("TOKEN+of/several==".into()),
        expiration: "2026-01-02T04:04:05Z".into(),
    };
    let session = GrantedSession {
        role_arn: "arn:aws:iam::222222222222:role/team/admin_role".into(),
        assumed_role_arn: "arn:aws:sts::222222222222:assumed-role/admin_role/work_api".into(),
        assumed_role_id: "AROAEXAMPLE:work_api".into(),
        account_id: "222222222222".into(),
        session_name: "work_api".into(),
        source_identity: None,
        expiration: "2026-01-02T04:04:05Z".into(),
        packed_policy_size: None,
        sts_request_id: None,
    };
    Granted::read(
        &issued,
        session,
        "arn:aws:iam::222222222222:role/team/admin_role".parse().unwrap(),
        "ap-northeast-1".parse().unwrap(),
    )
    .unwrap()
}

fn made(form: Form) -> String {
    let serial = Some("arn:aws:iam::111111111111:mfa/work_api");
    hand_over(&granted(), form, &"work_api".parse().unwrap(), serial, "ext-1").unwrap().to_string()
}

#[test]
fn every_form_but_the_profile_holds_the_secret_and_none_shows_it_masked() {
    for form in Form::ALL {
        let text = made(form);
        let secret = granted().credentials.secret_access_key.expose_secret().to_owned();
        assert_eq!(text.contains(&secret), form != Form::ConfigProfile, "{form:?}");
        let shown = masked(&text, &granted());
        assert!(!shown.contains(&secret) && !shown.contains("TOKEN+of"), "{form:?}");
    }
}

#[test]
fn the_config_profile_carries_the_name() {
    assert_snapshot!(made(Form::ConfigProfile), @"
    [profile admin_role-222222222222]
    role_arn = arn:aws:iam::222222222222:role/team/admin_role
    source_profile = default
    role_session_name = work_api
    mfa_serial = arn:aws:iam::111111111111:mfa/work_api
    external_id = ext-1
    region = ap-northeast-1
    ");
}
