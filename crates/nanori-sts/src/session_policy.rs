//! What narrows a session: an inline policy, managed policies, and the tags that go on along a chain.

use core::{fmt, str::FromStr};

use nanori_identity::{Arn, Partition, RoleArn, TransitiveTagKey};

use crate::StsError;

/// The most characters of inline policy and policy ARNs together. Source: STS API reference, `AssumeRole` `Policy`.
pub(crate) const MAX_CHARACTERS: usize = 2048;

/// An inline session policy: 1–2,048 characters of tab, line ends and U+0020 to U+00FF. That it is a policy is for
/// STS to say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SessionPolicy(String);

impl SessionPolicy {
    /// The policy's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for SessionPolicy {
    type Err = StsError;

    /// # Errors
    /// [`StsError::PolicyCharacter`], [`StsError::PolicyTooLong`] (also for an empty text).
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{ff}');
        if let Some(position) = text.chars().position(|c| !allowed(c)) {
            return Err(StsError::PolicyCharacter { position });
        }
        let found = text.chars().count();
        if !(1..=MAX_CHARACTERS).contains(&found) {
            return Err(StsError::PolicyTooLong { found, max: MAX_CHARACTERS });
        }
        Ok(Self(text.to_owned()))
    }
}

/// The ARN of a managed policy: `arn:{partition}:iam::{account or aws}:policy{path}{name}`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PolicyArn(Arn);

impl PolicyArn {
    /// The whole ARN.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The partition.
    #[must_use]
    pub const fn partition(&self) -> Partition {
        self.0.partition()
    }

    /// Whether STS takes it for a session of `role`: a policy of the role's own account, or one that AWS manages.
    #[must_use]
    pub fn suits(&self, role: &RoleArn) -> bool {
        self.partition() == role.partition()
            && self.0.account().is_none_or(|account| account == role.account())
    }
}

impl FromStr for PolicyArn {
    type Err = StsError;

    /// # Errors
    /// [`StsError::NotAPolicyArn`].
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refused = || StsError::NotAPolicyArn { arn: text.to_owned() };
        let arn: Arn = text.parse().map_err(|_| refused())?;
        let owner_is_right = arn.account().is_some() || text.contains(":iam::aws:policy/");
        let name = arn.resource().strip_prefix("policy/").unwrap_or_default();
        let is_policy = arn.service() == "iam" && arn.region().is_empty() && !name.is_empty();
        if is_policy && owner_is_right && !name.ends_with('/') { Ok(Self(arn)) } else { Err(refused()) }
    }
}

impl fmt::Display for PolicyArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// At most ten managed policies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PolicyArns(Vec<PolicyArn>);

impl PolicyArns {
    /// The most that STS takes.
    pub const MAX: usize = 10;

    /// The policies, in the order given.
    ///
    /// # Errors
    /// [`StsError::TooMany`] over ten.
    pub fn new(arns: Vec<PolicyArn>) -> Result<Self, StsError> {
        within("PolicyArns", arns, Self::MAX).map(Self)
    }

    /// The policies.
    #[must_use]
    pub fn as_slice(&self) -> &[PolicyArn] {
        &self.0
    }
}

/// At most fifty keys of tags that go on along a role chain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TransitiveTagKeys(Vec<TransitiveTagKey>);

impl TransitiveTagKeys {
    /// The most that STS takes.
    pub const MAX: usize = 50;

    /// The keys, in the order given.
    ///
    /// # Errors
    /// [`StsError::TooMany`] over fifty.
    pub fn new(keys: Vec<TransitiveTagKey>) -> Result<Self, StsError> {
        within("TransitiveTagKeys", keys, Self::MAX).map(Self)
    }

    /// The keys.
    #[must_use]
    pub fn as_slice(&self) -> &[TransitiveTagKey] {
        &self.0
    }
}

fn within<T>(what: &'static str, items: Vec<T>, max: usize) -> Result<Vec<T>, StsError> {
    if items.len() > max {
        return Err(StsError::TooMany { what, found: items.len(), max });
    }
    Ok(items)
}

#[cfg(test)]
mod tests;
