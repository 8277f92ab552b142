//! A signature as it travels.

use core::{fmt, str::FromStr};

use crate::StsError;

/// 64 lower-case hexadecimal digits.
///
/// Whoever has it together with the request can send that request for some fifteen minutes, so `Debug` is redacted.
#[derive(Clone, PartialEq, Eq)]
pub struct Signature(String);

impl Signature {
    /// The digits, for the `Authorization` header and for the way from the browser to the portal.
    #[must_use]
    pub fn expose_hex(&self) -> &str {
        &self.0
    }

    /// Digits that were just made.
    pub(super) const fn from_hex(hex: String) -> Self {
        Self(hex)
    }
}

impl FromStr for Signature {
    type Err = StsError;

    /// # Errors
    /// [`StsError::NotASignature`] for anything but 64 lower-case hexadecimal digits.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return Ok(Self(text.to_owned()));
        }
        Err(StsError::NotASignature)
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signature(redacted)")
    }
}
