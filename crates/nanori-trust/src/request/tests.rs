use nanori_identity::{Partition, Timestamp};

use crate::{Caller, Request};

fn request(caller: Caller) -> Request {
    Request::assume_role(caller, "arn:aws:iam::222222222222:role/admin_role".parse().expect("a role"))
}

fn user() -> Caller {
    Caller::user(Partition::Aws, "111111111111".parse().expect("an account"), "/", "work_api")
}

#[test]
fn the_action_follows_from_the_caller() {
    assert_eq!(request(user()).action(), "sts:AssumeRole");
    assert_eq!(
        request(Caller::web_identity(Partition::Aws, "accounts.google.com")).action(),
        "sts:AssumeRoleWithWebIdentity"
    );
    assert_eq!(
        request(Caller::saml(Partition::Aws, "arn:aws:iam::222222222222:saml-provider/corp")).action(),
        "sts:AssumeRoleWithSAML"
    );
}

#[test]
fn parameters_become_keys() {
    let request = request(user())
        .session_name("work_api")
        .tag("a", "1")
        .tag("b", "2")
        .transitive_tag("b")
        .at(Timestamp::from_unix(1_767_323_045).expect("a time"))
        .mfa();
    let context = request.context();
    assert_eq!(context.values("aws:TagKeys"), Some(["a".to_owned(), "b".to_owned()].as_slice()));
    assert_eq!(context.value("aws:RequestTag/B"), Some("2"));
    assert_eq!(context.value("sts:TransitiveTagKeys"), Some("b"));
    assert_eq!(context.value("aws:CurrentTime"), Some("2026-01-02T03:04:05Z"));
    assert_eq!(context.value("aws:MultiFactorAuthAge"), Some("0"));
    assert_eq!(request.needed_actions(), ["sts:AssumeRole", "sts:TagSession"]);
}

#[test]
fn what_a_session_carries_needs_permission_again() {
    let role = "arn:aws:iam::111111111111:role/dev".parse().expect("a role");
    let caller = Caller::role_session(role, "x").source_identity("alice").transitive_tag("team");
    assert_eq!(
        request(caller).needed_actions(),
        ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]
    );
    assert_eq!(
        Request::new(user(), "sts:GetFederationToken", "*").needed_actions(),
        ["sts:GetFederationToken"]
    );
}
