//! The MFA device and its six digits.

use core::{fmt, str::FromStr};

use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::arn::Fields;
use crate::{AccountId, Field, IdentityError, Partition, charset};

/// `SerialNumber`: the ARN of a virtual device or the number on a hardware one; 9–256 of `[\w+=/:,.@-]`.
///
/// Source: STS API reference, `AssumeRole`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MfaSerial(String);

impl MfaSerial {
    /// The serial that a virtual device of `user_name` has by custom: `arn:…:mfa/{user_name}`.
    ///
    /// It is a proposal: a user may have given the device any other name.
    ///
    /// # Errors
    /// [`IdentityError`] if `user_name` is not an IAM name.
    pub fn proposed(
        partition: Partition,
        account: &AccountId,
        user_name: &str,
    ) -> Result<Self, IdentityError> {
        format!("arn:{partition}:iam::{account}:mfa/{user_name}").parse()
    }

    /// The serial number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The account of a virtual device; `None` for a hardware device, whose number names no account.
    #[must_use]
    pub fn account(&self) -> Option<AccountId> {
        Fields::of(&self.0).ok()?.account
    }
}

impl FromStr for MfaSerial {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        charset::check(Field::SerialNumber, text, 9, 256, |c| charset::is_name(c) || matches!(c, ':' | '/'))?;
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for MfaSerial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `TokenCode`: exactly six ASCII digits. A short-lived secret: no `Display`, redacted `Debug`, wiped on drop.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct MfaCode(String);

impl MfaCode {
    /// The six digits, for the request body only.
    #[must_use]
    pub fn expose_digits(&self) -> &str {
        &self.0
    }
}

impl FromStr for MfaCode {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit()) {
            return Ok(Self(text.to_owned()));
        }
        Err(IdentityError::Form { field: Field::TokenCode, expected: "six digits" })
    }
}

impl fmt::Debug for MfaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MfaCode(redacted)")
    }
}

#[cfg(test)]
mod tests;
