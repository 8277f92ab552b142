//! The name that a role session bears in CloudTrail, and the source identity that stays along a chain.

use core::{fmt, str::FromStr};

use crate::{Field, IdentityError, charset};

/// `RoleSessionName`: 2–64 characters of `[\w+=,.@-]`, ASCII, case kept.
///
/// Source: STS API reference, `AssumeRole`. A one-character IAM user name can never be one.
///
/// ```
/// # use nanori_identity::SessionName;
/// assert!("work_api".parse::<SessionName>().is_ok());
/// assert!("x".parse::<SessionName>().is_err());
/// assert!("山田".parse::<SessionName>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionName(String);

/// `SourceIdentity`: as [`SessionName`], and not starting with `aws:`.
///
/// It is set once and cannot be changed by any later role of the chain. Source: STS API reference, `AssumeRole`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceIdentity(String);

impl SessionName {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl SourceIdentity {
    /// The identity.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SessionName {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        charset::check(Field::RoleSessionName, text, 2, 64, charset::is_name)?;
        Ok(Self(text.to_owned()))
    }
}

impl FromStr for SourceIdentity {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.starts_with("aws:") {
            return Err(IdentityError::Reserved { field: Field::SourceIdentity, prefix: "aws:" });
        }
        charset::check(Field::SourceIdentity, text, 2, 64, charset::is_name)?;
        Ok(Self(text.to_owned()))
    }
}

impl From<&SessionName> for SourceIdentity {
    /// A session name is a valid source identity: it cannot hold the colon of `aws:`.
    fn from(name: &SessionName) -> Self {
        Self(name.0.clone())
    }
}

impl fmt::Display for SessionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for SourceIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests;
