use nanori_identity::Partition;

use crate::{Basis, Caller, Decision, Policy, Request, authorize};

const SAME: &str = "arn:aws:iam::111111111111:role/admin_role";
const OTHER: &str = "arn:aws:iam::222222222222:role/admin_role";
const ACCOUNT: &str = "111111111111";
const USER: &str = "arn:aws:iam::111111111111:user/work_api";

fn user() -> Caller {
    Caller::user(Partition::Aws, ACCOUNT.parse().expect("an account"), "/", "work_api")
}

fn trust(effect: &str, principal: &str) -> Policy {
    Policy::parse_trust(&format!(
        r#"{{"Version":"2012-10-17","Statement":{{"Effect":"{effect}","Principal":{{"AWS":"{principal}"}},"Action":["sts:AssumeRole","sts:TagSession"]}}}}"#
    ))
    .expect("a trust policy")
}

fn identity(effect: &str, resource: &str) -> Policy {
    Policy::parse_identity(&format!(
        r#"{{"Version":"2012-10-17","Statement":{{"Effect":"{effect}","Action":"sts:*","Resource":"{resource}"}}}}"#
    ))
    .expect("an identity policy")
}

#[track_caller]
fn check(role: &str, trust: &Policy, identity: Option<&[Policy]>, caller: Caller, expected: Basis) {
    let request = Request::assume_role(caller, role.parse().expect("a role")).session_name("work_api");
    let access = authorize(&request, trust, identity);
    assert_eq!(access.actions[0].basis, expected);
    let allowed = matches!(expected, Basis::TrustAllows | Basis::BothAllow | Basis::IdentityUnknown);
    assert_eq!(access.decision == Decision::Allowed, allowed);
    assert_eq!(access.depends_on_identity, expected == Basis::IdentityUnknown);
}

#[test]
fn within_one_account_naming_the_user_is_enough() {
    check(SAME, &trust("Allow", USER), Some(&[]), user(), Basis::TrustAllows);
    check(SAME, &trust("Allow", ACCOUNT), Some(&[]), user(), Basis::IdentitySilent);
    check(SAME, &trust("Allow", ACCOUNT), Some(&[identity("Allow", "*")]), user(), Basis::BothAllow);
    check(SAME, &trust("Allow", USER), Some(&[identity("Deny", "*")]), user(), Basis::IdentityDenies);
    check(SAME, &trust("Allow", USER), None, user(), Basis::TrustAllows);
}

#[test]
fn across_accounts_both_sides_must_allow() {
    check(OTHER, &trust("Allow", USER), Some(&[]), user(), Basis::IdentitySilent);
    check(OTHER, &trust("Allow", USER), Some(&[identity("Allow", SAME)]), user(), Basis::IdentitySilent);
    check(OTHER, &trust("Allow", USER), Some(&[identity("Allow", OTHER)]), user(), Basis::BothAllow);
    check(
        OTHER,
        &trust("Allow", "333333333333"),
        Some(&[identity("Allow", "*")]),
        user(),
        Basis::TrustSilent,
    );
    check(OTHER, &trust("Deny", "*"), Some(&[identity("Allow", "*")]), user(), Basis::TrustDenies);
    check(OTHER, &trust("Allow", ACCOUNT), None, user(), Basis::IdentityUnknown);
}

#[test]
fn who_can_never_assume_a_role() {
    let account = || ACCOUNT.parse().expect("an account");
    check(SAME, &trust("Allow", "*"), None, Caller::root(Partition::Aws, account()), Basis::RootUser);
    check(
        SAME,
        &trust("Allow", "*"),
        None,
        Caller::federated_user(Partition::Aws, account(), "bob"),
        Basis::FederatedUser,
    );
}

#[test]
fn every_needed_action_counts() {
    let request = Request::assume_role(user(), OTHER.parse().expect("a role")).session_name("work_api");
    let policies = [identity("Allow", "*")];
    let tagged = authorize(&request.clone().tag("a", "b"), &trust("Allow", USER), Some(&policies));
    assert_eq!(tagged.decision, Decision::Allowed);
    let with_source = authorize(&request.source_identity("work_api"), &trust("Allow", USER), Some(&policies));
    assert_eq!(with_source.decision, Decision::ImplicitlyDenied);
    assert_eq!(with_source.actions[1].basis, Basis::TrustSilent);
}
