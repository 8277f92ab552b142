//! Account numbers.

use core::{fmt, str::FromStr};

use crate::{Field, IdentityError};

/// An AWS account: exactly twelve ASCII digits, leading zeros kept.
///
/// Source: IAM user guide, "View AWS account identifiers".
///
/// ```
/// # use nanori_identity::AccountId;
/// let account: AccountId = "012345678901".parse()?;
/// assert_eq!(account.to_string(), "012345678901");
/// assert!("1234-5678-9012".parse::<AccountId>().is_err());
/// # Ok::<(), nanori_identity::IdentityError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(String);

impl AccountId {
    /// The twelve digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AccountId {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(IdentityError::Form { field: Field::AccountId, expected: "twelve digits" })
        }
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
