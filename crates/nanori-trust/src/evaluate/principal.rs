//! Whether a `Principal` or `NotPrincipal` element means a caller.
//!
//! Source: IAM user guide, "AWS JSON policy elements: Principal" and "… NotPrincipal".

use crate::caller::{Caller, CallerKind};
use crate::policy::{Matcher, PrincipalName, PrincipalPattern};

/// How a statement names the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grant {
    /// The caller itself, its role, its provider, its service, or everybody: enough within the same account.
    Direct,
    /// The caller's account: permission is left to the policies of that account.
    Account,
}

/// How the element means the caller; `None` if it does not.
pub(crate) fn matches(principals: &Matcher<PrincipalPattern>, caller: &Caller) -> Option<Grant> {
    if principals.negated {
        return (!is_exempt(&principals.items, caller)).then_some(Grant::Direct);
    }
    let mut found = None;
    for pattern in &principals.items {
        match names(&pattern.name, caller) {
            Some(Grant::Direct) => return Some(Grant::Direct),
            Some(Grant::Account) => found = Some(Grant::Account),
            None => {}
        }
    }
    found
}

/// How one principal means the caller.
pub(crate) fn names(name: &PrincipalName, caller: &Caller) -> Option<Grant> {
    let kind = caller.kind();
    let direct = match name {
        PrincipalName::Everyone => true,
        PrincipalName::Account { account, partition } => {
            let same = caller.account() == Some(account)
                && partition.as_deref().is_none_or(|partition| partition == caller.partition().id());
            // For root itself the account's ARN is its own name.
            return same.then_some(Grant::Account);
        }
        PrincipalName::User(arn) => {
            matches!(kind, CallerKind::User { .. }) && caller.arn() == Some(arn.as_str())
        }
        PrincipalName::Role(arn) => {
            matches!(kind, CallerKind::RoleSession { role, .. } if role.as_str() == arn)
        }
        PrincipalName::RoleSession(arn) => {
            matches!(kind, CallerKind::RoleSession { .. }) && caller.arn() == Some(arn.as_str())
        }
        PrincipalName::FederatedUser(arn) => {
            matches!(kind, CallerKind::FederatedUser { .. }) && caller.arn() == Some(arn.as_str())
        }
        PrincipalName::UniqueId(id) => caller.known_unique_id() == Some(id),
        PrincipalName::Provider(name) => matches!(
            kind,
            CallerKind::WebIdentity { provider, .. } | CallerKind::Saml { provider, .. } if provider == name
        ),
        PrincipalName::Service(service) => matches!(kind, CallerKind::Service { name } if name == service),
        PrincipalName::CanonicalUser(_) => false,
    };
    direct.then_some(Grant::Direct)
}

/// `NotPrincipal` exempts a caller only if every step of its name is listed: a role session needs its own ARN, the role's
/// and the account's; a user needs its own and the account's. An account alone exempts its root user only.
fn is_exempt(patterns: &[PrincipalPattern], caller: &Caller) -> bool {
    let listed =
        |wanted: &dyn Fn(&PrincipalName) -> bool| patterns.iter().any(|pattern| wanted(&pattern.name));
    if listed(&|name| *name == PrincipalName::Everyone) {
        return true;
    }
    let account = || listed(&|name| names(name, caller) == Some(Grant::Account));
    let itself = || {
        listed(&|name| !matches!(name, PrincipalName::Role(_)) && names(name, caller) == Some(Grant::Direct))
    };
    match caller.kind() {
        CallerKind::Root { .. } => account(),
        CallerKind::User { .. } | CallerKind::FederatedUser { .. } => itself() && account(),
        CallerKind::RoleSession { .. } => {
            itself()
                && account()
                && listed(&|name| matches!(name, PrincipalName::Role(_)) && names(name, caller).is_some())
        }
        CallerKind::WebIdentity { .. } | CallerKind::Saml { .. } | CallerKind::Service { .. } => itself(),
    }
}
