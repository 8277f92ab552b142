//! The browser's wall clock.

use nanori_identity::Timestamp;

/// Milliseconds since the epoch.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// Whole seconds since the epoch.
pub fn now() -> Timestamp {
    #[expect(clippy::cast_possible_truncation, reason = "seconds since 1970 fit i64 by far")]
    let seconds = (now_ms() / 1000.0) as i64;
    Timestamp::from_unix(seconds).unwrap_or(Timestamp::EPOCH)
}
