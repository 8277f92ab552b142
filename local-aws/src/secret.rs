//! A string that must not be printed, and the random ones the local AWS makes up.
//!
//! No `Display`, a redacted `Debug`: a log line or an error cannot carry one by accident.

use std::fmt;

use data_encoding::{BASE64, HEXLOWER};
use serde::Deserialize;

/// A secret access key, a session token or a TOTP seed.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps `text`.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself, for signatures and for the answer that hands it out.
    pub fn expose_secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(redacted)")
    }
}

/// What the operating system could not give.
#[derive(Debug, thiserror::Error)]
#[error("the operating system gave no random bytes")]
pub struct NoRandomness;

/// `N` random bytes.
pub fn random_bytes<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0u8; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// Forty characters of base64, the shape of a secret access key.
pub fn secret_access_key() -> Result<Secret, NoRandomness> {
    Ok(Secret::new(BASE64.encode(&random_bytes::<30>()?)))
}

/// An opaque session token with the beginning that real ones have.
pub fn session_token() -> Result<Secret, NoRandomness> {
    Ok(Secret::new(format!("IQoJb3JpZ2luX2Vj{}", BASE64.encode(&random_bytes::<255>()?))))
}

/// `ASIA` and sixteen letters or digits.
pub fn temporary_key_id() -> Result<String, NoRandomness> {
    Ok(format!("ASIA{}", data_encoding::BASE32.encode(&random_bytes::<10>()?)))
}

/// Thirty-two hexadecimal digits, for cookies and page addresses.
pub fn random_name() -> Result<String, NoRandomness> {
    Ok(HEXLOWER.encode(&random_bytes::<16>()?))
}

/// A random UUID (version 4), the form of request ids and event ids.
pub fn uuid() -> String {
    // A failing random source here costs only the uniqueness of an id in a development log.
    let mut bytes = random_bytes::<16>().unwrap_or_default();
    if let Some(byte) = bytes.get_mut(6) {
        *byte = (*byte & 0x0f) | 0x40;
    }
    if let Some(byte) = bytes.get_mut(8) {
        *byte = (*byte & 0x3f) | 0x80;
    }
    let mut text = String::with_capacity(36);
    for (index, digit) in HEXLOWER.encode(&bytes).chars().enumerate() {
        if matches!(index, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        text.push(digit);
    }
    text
}

/// A sign-in token, long and safe in an address.
pub fn signin_token() -> Result<String, NoRandomness> {
    Ok(data_encoding::BASE64URL_NOPAD.encode(&random_bytes::<240>()?))
}
