//! Trust policy and the caller's own policies together: may this caller assume this role?
//!
//! Within one account a trust policy that names the caller is enough, one that names the account leaves it to the caller's
//! policies; across accounts both sides must allow. Permissions boundaries, session policies and the policies of an
//! organization are not looked at. Source: IAM user guide, "Cross-account policy evaluation logic"; STS API reference,
//! `AssumeRole`, "Permissions".

#[cfg(test)]
mod tests;

use nanori_identity::RoleArn;

use crate::caller::CallerKind;
use crate::evaluate::{Decision, Grant, Verdict, evaluate_action};
use crate::policy::Policy;
use crate::request::Request;

/// Whether a request passes, action by action.
#[derive(Clone, Debug, PartialEq)]
pub struct Access {
    /// Whether it passes as a whole.
    pub decision: Decision,
    /// Whether it passes only if a policy of the caller, which is not known, allows it.
    pub depends_on_identity: bool,
    /// Every action that the request needs, the main one first.
    pub actions: Vec<ActionAccess>,
}

/// Whether one action passes.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionAccess {
    /// Such as `sts:TagSession`.
    pub action: String,
    /// Whether it passes.
    pub decision: Decision,
    /// On what that rests.
    pub basis: Basis,
    /// What the trust policy says.
    pub trust: Verdict,
    /// What the caller's policies say together; `None` if they are not known.
    pub identity: Option<Verdict>,
}

/// On what a decision rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// STS lets no root user assume a role.
    RootUser,
    /// STS lets no session of `GetFederationToken` assume a role.
    FederatedUser,
    /// A statement of the trust policy refuses it.
    TrustDenies,
    /// A statement of the caller's policies refuses it.
    IdentityDenies,
    /// Nothing in the trust policy allows it.
    TrustSilent,
    /// The trust policy allows it, but it takes the caller's policies as well, and they do not.
    IdentitySilent,
    /// The trust policy alone allows it.
    TrustAllows,
    /// The trust policy and the caller's policies allow it.
    BothAllow,
    /// The trust policy allows it; it also takes the caller's policies, which are not known.
    IdentityUnknown,
}

impl Basis {
    /// A stable word to find a message by.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Basis::RootUser => "root_user",
            Basis::FederatedUser => "federated_user",
            Basis::TrustDenies => "trust_denies",
            Basis::IdentityDenies => "identity_denies",
            Basis::TrustSilent => "trust_silent",
            Basis::IdentitySilent => "identity_silent",
            Basis::TrustAllows => "trust_allows",
            Basis::BothAllow => "both_allow",
            Basis::IdentityUnknown => "identity_unknown",
        }
    }
}

/// Decides on every action that `request` needs.
///
/// `trust` is the trust policy of the role; `identity` are the policies of the caller, `None` if they are not known (an
/// empty list says that there are none).
#[must_use]
pub fn authorize(request: &Request, trust: &Policy, identity: Option<&[Policy]>) -> Access {
    let actions: Vec<ActionAccess> = request
        .needed_actions()
        .into_iter()
        .map(|action| {
            let trust = evaluate_action(trust, request, action);
            let identity = identity.map(|policies| evaluate_together(policies, request, action));
            let (decision, basis) = combine(request, trust, identity);
            ActionAccess { action: action.to_owned(), decision, basis, trust, identity }
        })
        .collect();
    let any = |decision| actions.iter().any(|access| access.decision == decision);
    let decision = if any(Decision::ExplicitlyDenied) {
        Decision::ExplicitlyDenied
    } else if any(Decision::ImplicitlyDenied) {
        Decision::ImplicitlyDenied
    } else {
        Decision::Allowed
    };
    let depends_on_identity =
        decision == Decision::Allowed && actions.iter().any(|access| access.basis == Basis::IdentityUnknown);
    Access { decision, depends_on_identity, actions }
}

/// Decides on `action` by several policies of one identity: any refusal wins, then any permission.
/// The statement's index counts within the policy that decides.
#[must_use]
pub fn evaluate_together(policies: &[Policy], request: &Request, action: &str) -> Verdict {
    let mut together = Verdict { decision: Decision::ImplicitlyDenied, statement: None, grant: None };
    for policy in policies {
        let verdict = evaluate_action(policy, request, action);
        match verdict.decision {
            Decision::ExplicitlyDenied => return verdict,
            Decision::Allowed if together.decision != Decision::Allowed => together = verdict,
            _ => {}
        }
    }
    together
}

fn combine(request: &Request, trust: Verdict, identity: Option<Verdict>) -> (Decision, Basis) {
    use Decision::{Allowed, ExplicitlyDenied, ImplicitlyDenied};
    let caller = request.caller();
    match caller.kind() {
        CallerKind::Root { .. } => return (ImplicitlyDenied, Basis::RootUser),
        CallerKind::FederatedUser { .. } => return (ImplicitlyDenied, Basis::FederatedUser),
        _ => {}
    }
    let has_identity = caller.account().is_some();
    let same_account = request.role().map(RoleArn::account) == caller.account();
    let suffices = !has_identity || (same_account && trust.grant == Some(Grant::Direct));
    match (trust.decision, identity.map(|verdict| verdict.decision)) {
        (ExplicitlyDenied, _) => (ExplicitlyDenied, Basis::TrustDenies),
        (_, Some(ExplicitlyDenied)) if has_identity => (ExplicitlyDenied, Basis::IdentityDenies),
        (ImplicitlyDenied, _) => (ImplicitlyDenied, Basis::TrustSilent),
        (Allowed, _) if suffices => (Allowed, Basis::TrustAllows),
        (Allowed, Some(Allowed)) => (Allowed, Basis::BothAllow),
        (Allowed, Some(_)) => (ImplicitlyDenied, Basis::IdentitySilent),
        (Allowed, None) => (Allowed, Basis::IdentityUnknown),
    }
}
