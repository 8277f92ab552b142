//! Access keys and temporary credentials. Secrets have no `Display`, a redacted `Debug`, and are wiped on drop.

use core::{fmt, str::FromStr};

use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::{Field, IdentityError, Timestamp, charset};

/// An access key id: 16–128 characters of `\w`. Not a secret; `AKIA…` is a user's own, `ASIA…` a temporary one.
///
/// Source: STS API reference, `Credentials`; IAM user guide, "IAM identifiers".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccessKeyId(String);

/// A secret access key: 16–128 printable ASCII characters without spaces (AWS issues 40).
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct SecretAccessKey(String);

/// A session token: 1–8,192 printable ASCII characters without spaces. Its form is AWS's own affair and may change.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct SessionToken(String);

/// An access key with its secret, and for temporary credentials the session token and the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// Which key it is.
    pub access_key_id: AccessKeyId,
    /// What signs.
    pub secret_access_key: SecretAccessKey,
    /// Present for temporary credentials only.
    pub session_token: Option<SessionToken>,
    /// When temporary credentials end, if that is known.
    pub expiration: Option<Timestamp>,
}

impl Credentials {
    /// Whether these are temporary: they bear a session token.
    #[must_use]
    pub const fn is_temporary(&self) -> bool {
        self.session_token.is_some()
    }
}

impl AccessKeyId {
    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the id says that the key is a temporary one (`ASIA…`).
    #[must_use]
    pub fn is_temporary(&self) -> bool {
        self.0.starts_with("ASIA")
    }
}

impl SecretAccessKey {
    /// The secret, for signing and for hand-over to its owner only.
    #[must_use]
    pub fn expose_secret(&self) -> &str {
        &self.0
    }
}

impl SessionToken {
    /// The token, for signing, requests and hand-over to its owner only.
    #[must_use]
    pub fn expose_token(&self) -> &str {
        &self.0
    }
}

impl FromStr for AccessKeyId {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // A secret pasted into the wrong field must not come back in an error: the character is not shown.
        charset::check_secret(Field::AccessKeyId, text, 16, 128, |c| c.is_ascii_alphanumeric() || c == '_')?;
        Ok(Self(text.to_owned()))
    }
}

impl FromStr for SecretAccessKey {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        charset::check_secret(Field::SecretAccessKey, text, 16, 128, |c| c.is_ascii_graphic())?;
        Ok(Self(text.to_owned()))
    }
}

impl FromStr for SessionToken {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        charset::check_secret(Field::SessionToken, text, 1, 8192, |c| c.is_ascii_graphic())?;
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for AccessKeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SecretAccessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretAccessKey(redacted)")
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken(redacted)")
    }
}

#[cfg(test)]
mod tests;
