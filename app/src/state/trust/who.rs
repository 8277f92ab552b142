//! Who calls, as it is typed in.

use nanori_identity::{AccountId, Partition, Principal, SessionName};
use nanori_trust::Caller;

use super::lines::{Fault, filled, pairs, role};

/// What sort of caller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WhoKind {
    /// An IAM user with a key of their own.
    #[default]
    User,
    /// A session of a role.
    RoleSession,
    /// A session of an Identity Center permission set.
    IdentityCenter,
    /// Somebody with a token of an OpenID Connect provider.
    WebIdentity,
    /// A service of AWS.
    Service,
    /// The root user of an account.
    Root,
}

impl WhoKind {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] =
        [Self::User, Self::RoleSession, Self::IdentityCenter, Self::WebIdentity, Self::Service, Self::Root];

    /// A word for ids and values of controls.
    pub const fn code(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::RoleSession => "role-session",
            Self::IdentityCenter => "identity-center",
            Self::WebIdentity => "web-identity",
            Self::Service => "service",
            Self::Root => "root",
        }
    }
}

/// Who calls, field by field. Fields of another kind keep what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhoInput {
    /// What sort of caller.
    pub kind: WhoKind,
    /// The user's ARN.
    pub user: String,
    /// The ARN of the caller's own role.
    pub role: String,
    /// The name of the caller's own session: for Identity Center the person's user name.
    pub session: String,
    /// The provider's ARN.
    pub provider: String,
    /// The token's claims, one `name=value` a line.
    pub claims: String,
    /// The service, such as `ec2.amazonaws.com`.
    pub service: String,
    /// The account of the root user.
    pub account: String,
    /// Tags of the user or role, one `key=value` a line.
    pub tags: String,
}

/// A field of [`WhoInput`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhoField {
    /// The user's ARN.
    User,
    /// The ARN of the caller's own role.
    Role,
    /// The name of the caller's own session.
    Session,
    /// The provider's ARN.
    Provider,
    /// The token's claims.
    Claims,
    /// The service.
    Service,
    /// The account of the root user.
    Account,
    /// Tags.
    Tags,
}

impl WhoInput {
    /// The caller of this ARN of `GetCallerIdentity`. A role's path is not in it.
    pub fn of(arn: &str) -> Self {
        match arn.parse::<Principal>() {
            Ok(Principal::RoleSession { partition, account, role_name, session_name }) => Self {
                kind: WhoKind::RoleSession,
                role: format!("arn:{partition}:iam::{account}:role/{role_name}"),
                session: session_name.to_string(),
                ..Self::default()
            },
            Ok(Principal::Root { account, .. }) => {
                Self { kind: WhoKind::Root, account: account.to_string(), ..Self::default() }
            }
            _ => Self { user: arn.to_owned(), ..Self::default() },
        }
    }

    /// The caller.
    ///
    /// # Errors
    /// Every fault there is.
    pub fn caller(&self, partition: Partition) -> Result<Caller, Vec<(WhoField, Fault)>> {
        let mut faults = Vec::new();
        let caller = self.untagged(partition, &mut faults);
        let tags =
            pairs(&self.tags).map_err(|fault| faults.push((WhoField::Tags, fault))).unwrap_or_default();
        match caller {
            Some(caller) if faults.is_empty() => {
                Ok(tags.iter().fold(caller, |caller, (key, value)| caller.tag(key, value)))
            }
            _ => Err(faults),
        }
    }

    fn untagged(&self, partition: Partition, faults: &mut Vec<(WhoField, Fault)>) -> Option<Caller> {
        let mut keep = |field, fault| faults.push((field, fault));
        match self.kind {
            WhoKind::User => user(&self.user).map_err(|fault| keep(WhoField::User, fault)).ok(),
            WhoKind::RoleSession | WhoKind::IdentityCenter => {
                let own = role(&self.role).map_err(|fault| keep(WhoField::Role, fault)).ok();
                let name = filled(&self.session).ok_or(Fault::Missing);
                let name = name.and_then(|name| name.parse::<SessionName>().map_err(Fault::Identity));
                let name = name.map_err(|fault| keep(WhoField::Session, fault)).ok();
                own.zip(name).map(|(own, name)| Caller::role_session(own, name.as_str()))
            }
            WhoKind::WebIdentity => {
                let provider = provider(&self.provider).map_err(|fault| keep(WhoField::Provider, fault)).ok();
                let claims = pairs(&self.claims).map_err(|fault| keep(WhoField::Claims, fault)).ok();
                let (provider, claims) = provider.zip(claims)?;
                let caller = Caller::web_identity(partition, provider);
                Some(claims.into_iter().fold(caller, |caller, (name, value)| {
                    caller.claim(&name, value.split(',').map(str::trim).collect::<Vec<_>>())
                }))
            }
            WhoKind::Service => match filled(&self.service) {
                Some(name) => Some(Caller::service(partition, name)),
                None => {
                    keep(WhoField::Service, Fault::Missing);
                    None
                }
            },
            WhoKind::Root => {
                let account = filled(&self.account).ok_or(Fault::Missing);
                let account = account.and_then(|text| text.parse::<AccountId>().map_err(Fault::Identity));
                let account = account.map_err(|fault| keep(WhoField::Account, fault)).ok()?;
                Some(Caller::root(partition, account))
            }
        }
    }
}

fn user(text: &str) -> Result<Caller, Fault> {
    match filled(text).ok_or(Fault::Missing)?.parse::<Principal>().map_err(Fault::Identity)? {
        Principal::User { partition, account, path, name } => {
            Ok(Caller::user(partition, account, &path, &name))
        }
        Principal::FederatedUser { partition, account, name } => {
            Ok(Caller::federated_user(partition, account, &name))
        }
        _ => Err(Fault::Nobody(1)),
    }
}

fn provider(text: &str) -> Result<&str, Fault> {
    let text = filled(text).ok_or(Fault::Missing)?;
    let built_in =
        ["accounts.google.com", "www.amazon.com", "graph.facebook.com", "cognito-identity.amazonaws.com"];
    let named = text.starts_with("arn:")
        && text.split_once(":oidc-provider/").is_some_and(|(_, issuer)| !issuer.is_empty());
    if named || built_in.contains(&text) { Ok(text) } else { Err(Fault::Provider) }
}

#[cfg(test)]
mod tests;
