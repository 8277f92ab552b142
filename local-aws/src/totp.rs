//! Time-based one-time passwords (RFC 6238: SHA-1, 30 seconds, six digits), as AWS's virtual MFA devices use.
//!
//! A code works once: the device remembers the last step that was accepted and takes only later ones.

use chrono::{DateTime, Utc};
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, Mac};
use sha1::Sha1;

use crate::secret::Secret;

const STEP_SECONDS: i64 = 30;

/// Which 30-second step `now` lies in.
pub fn step_at(now: DateTime<Utc>) -> i64 {
    now.timestamp().div_euclid(STEP_SECONDS)
}

/// The six digits of `step`; nothing when the seed is not base32.
pub fn code(seed: &Secret, step: i64) -> Option<String> {
    let key = decode_seed(seed)?;
    let mut mac = Hmac::<Sha1>::new_from_slice(&key).ok()?;
    mac.update(&step.to_be_bytes());
    let digest = mac.finalize().into_bytes();
    let offset = usize::from(digest.last()? & 0x0f);
    let word: [u8; 4] = digest.get(offset..offset + 4)?.try_into().ok()?;
    let number = u32::from_be_bytes(word) & 0x7fff_ffff;
    Some(format!("{:06}", number % 1_000_000))
}

/// The step whose code was typed, looking one step to either side for clocks that differ; nothing if none fits
/// or if that step (or a later one) has been used already.
pub fn accepted_step(seed: &Secret, typed: &str, now: DateTime<Utc>, last_used: Option<i64>) -> Option<i64> {
    let current = step_at(now);
    [current, current - 1, current + 1]
        .into_iter()
        .filter(|step| last_used.is_none_or(|last| *step > last))
        .find(|step| code(seed, *step).as_deref() == Some(typed))
}

/// Whether the seed can make codes at all.
pub fn is_valid_seed(seed: &Secret) -> bool {
    decode_seed(seed).is_some_and(|key| !key.is_empty())
}

fn decode_seed(seed: &Secret) -> Option<Vec<u8>> {
    let text = seed.expose_secret().trim_end_matches('=').to_ascii_uppercase();
    BASE32_NOPAD.decode(text.as_bytes()).ok()
}

#[cfg(test)]
mod tests;
