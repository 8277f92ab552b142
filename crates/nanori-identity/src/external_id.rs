//! The external ID that a third party's role may demand.

use core::{fmt, str::FromStr};

use crate::{Field, IdentityError, charset};

/// `ExternalId`: 2–1,224 characters of `[\w+=,.@:\/-]`.
///
/// AWS does not treat it as a secret. Source: STS API reference, `AssumeRole`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExternalId(String);

impl ExternalId {
    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ExternalId {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        charset::check(Field::ExternalId, text, 2, 1224, |c| charset::is_name(c) || matches!(c, ':' | '/'))?;
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for ExternalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
