//! The worker's clock. In production it stands still between I/O, which is exact enough for everything here.

use js_sys::Date;
use nanori_identity::Timestamp;

/// Now, in whole seconds.
pub(crate) fn now() -> Timestamp {
    let seconds = i64::try_from(millis() / 1_000).unwrap_or(i64::MAX);
    // A runtime whose clock is outside of 1970–9999 signs nothing and opens no session: the epoch is in nobody's validity.
    Timestamp::from_unix(seconds).unwrap_or(Timestamp::EPOCH)
}

/// Milliseconds, for the rate limiter.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float's cast saturates")]
pub(crate) fn millis() -> u64 {
    Date::now() as u64
}
