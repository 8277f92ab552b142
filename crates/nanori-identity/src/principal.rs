//! Who signed: the ARN of `GetCallerIdentity`, read, and the session name that follows from it.

use core::{fmt, str::FromStr};

use crate::{AccountId, Arn, Field, IdentityError, Partition, SessionName, charset};

/// A caller as STS names it in `GetCallerIdentity`'s `Arn`.
///
/// Source: IAM user guide, "IAM identifiers" and "Principal key values".
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Principal {
    /// An IAM user with its own key: `arn:…:iam::{account}:user{path}{name}`.
    User {
        /// Partition of the ARN.
        partition: Partition,
        /// The user's account.
        account: AccountId,
        /// The path, `/` at least.
        path: String,
        /// The user name, `aws:username` in policies.
        name: String,
    },
    /// A role session: `arn:…:sts::{account}:assumed-role/{role}/{session}`.
    RoleSession {
        /// Partition of the ARN.
        partition: Partition,
        /// The role's account.
        account: AccountId,
        /// The role's name; STS drops its path.
        role_name: String,
        /// The name that the session already bears.
        session_name: SessionName,
    },
    /// A session of `GetFederationToken`: `arn:…:sts::{account}:federated-user/{name}`.
    FederatedUser {
        /// Partition of the ARN.
        partition: Partition,
        /// The account that issued it.
        account: AccountId,
        /// The name that was given to `GetFederationToken`.
        name: String,
    },
    /// The root user of an account.
    Root {
        /// Partition of the ARN.
        partition: Partition,
        /// The account.
        account: AccountId,
    },
}

impl Principal {
    /// The account that the caller belongs to.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        match self {
            Self::User { account, .. }
            | Self::RoleSession { account, .. }
            | Self::FederatedUser { account, .. }
            | Self::Root { account, .. } => account,
        }
    }

    /// The partition that the caller belongs to.
    #[must_use]
    pub const fn partition(&self) -> Partition {
        match self {
            Self::User { partition, .. }
            | Self::RoleSession { partition, .. }
            | Self::FederatedUser { partition, .. }
            | Self::Root { partition, .. } => *partition,
        }
    }

    /// Whether roles that this caller assumes are chained, and so last one hour at most.
    #[must_use]
    pub const fn is_role_session(&self) -> bool {
        matches!(self, Self::RoleSession { .. })
    }

    /// The one session name that this caller may use: a user's own name, or the name that a role session bears already.
    ///
    /// # Errors
    /// The name is refused, never changed: [`IdentityError::Length`] for a one-character user name,
    /// [`IdentityError::RootUser`] and [`IdentityError::UnsupportedPrincipal`] for callers that STS lets assume no role.
    pub fn bound_session_name(&self) -> Result<SessionName, IdentityError> {
        match self {
            Self::User { name, .. } => name.parse(),
            Self::RoleSession { session_name, .. } => Ok(session_name.clone()),
            Self::FederatedUser { .. } => Err(IdentityError::UnsupportedPrincipal { kind: "federated-user" }),
            Self::Root { account, .. } => Err(IdentityError::RootUser { account: account.to_string() }),
        }
    }
}

impl FromStr for Principal {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: IdentityError = IdentityError::Form {
            field: Field::Arn,
            expected: "the ARN of a user, a role session, a federated user or root",
        };
        let arn: Arn = text.parse()?;
        let partition = arn.partition();
        let account = arn.account().ok_or(FORM)?.clone();
        if !arn.region().is_empty() {
            return Err(FORM);
        }
        let (kind, rest) = arn.resource().split_once('/').unwrap_or((arn.resource(), ""));
        match (arn.service(), kind) {
            ("iam", "root") if rest.is_empty() => Ok(Self::Root { partition, account }),
            ("iam", "user") => {
                let (path, name) = match rest.rsplit_once('/') {
                    Some((path, name)) => (format!("/{path}/"), name),
                    None => ("/".to_owned(), rest),
                };
                charset::check(Field::Arn, name, 1, 64, charset::is_name)?;
                Ok(Self::User { partition, account, path, name: name.to_owned() })
            }
            ("sts", "assumed-role") => {
                let (role_name, session_name) = rest.split_once('/').ok_or(FORM)?;
                charset::check(Field::RoleName, role_name, 1, 64, charset::is_name)?;
                let session_name = session_name.parse()?;
                Ok(Self::RoleSession { partition, account, role_name: role_name.to_owned(), session_name })
            }
            ("sts", "federated-user") => {
                charset::check(Field::Arn, rest, 2, 32, |c| charset::is_name(c) || c == ':')?;
                Ok(Self::FederatedUser { partition, account, name: rest.to_owned() })
            }
            _ => Err(FORM),
        }
    }
}

impl fmt::Display for Principal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::User { partition, account, path, name } => {
                write!(f, "arn:{partition}:iam::{account}:user{path}{name}")
            }
            Self::RoleSession { partition, account, role_name, session_name } => {
                write!(f, "arn:{partition}:sts::{account}:assumed-role/{role_name}/{session_name}")
            }
            Self::FederatedUser { partition, account, name } => {
                write!(f, "arn:{partition}:sts::{account}:federated-user/{name}")
            }
            Self::Root { partition, account } => write!(f, "arn:{partition}:iam::{account}:root"),
        }
    }
}

/// `UserId` of `GetCallerIdentity`: `AIDA…` of a user, `AROA…:{session}` of a role session, `{account}:{name}` of a
/// federated user, the account number of root. Unique for ever, where a name can be given again to somebody else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UniqueId(String);

impl UniqueId {
    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for UniqueId {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        charset::check(Field::UniqueId, text, 1, 256, |c| charset::is_name(c) || c == ':')?;
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for UniqueId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests;
