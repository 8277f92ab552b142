//! The time the local AWS believes it is: the machine's clock plus an offset that tests can set.
//!
//! Everything that expires is compared with this clock, so a test makes a session old by moving the offset
//! instead of waiting.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::SystemTime;

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

/// A clock with an offset in seconds.
#[derive(Debug, Default)]
pub struct Clock {
    offset_seconds: AtomicI64,
}

impl Clock {
    /// The machine's time plus the offset, cut to whole seconds as AWS does.
    pub fn now(&self) -> DateTime<Utc> {
        self.now_with_fraction().trunc_subsecs(0)
    }

    /// The same with the machine's fraction of a second, for what is measured rather than printed.
    pub fn now_with_fraction(&self) -> DateTime<Utc> {
        let machine = DateTime::<Utc>::from(SystemTime::now());
        machine.checked_add_signed(TimeDelta::seconds(self.offset_seconds())).unwrap_or(machine)
    }

    /// How many seconds this clock runs ahead (or behind, when negative) of the machine's.
    pub fn offset_seconds(&self) -> i64 {
        self.offset_seconds.load(Ordering::Relaxed)
    }

    /// Sets the offset; a hundred years either way is the most, so that no sum overflows.
    pub fn offset_by(&self, seconds: i64) {
        const CENTURY: i64 = 100 * 366 * 86_400;
        self.offset_seconds.store(seconds.clamp(-CENTURY, CENTURY), Ordering::Relaxed);
    }
}

/// `2026-01-02T03:04:05Z`, the form of STS answers and CloudTrail records.
pub fn iso8601(moment: DateTime<Utc>) -> String {
    moment.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
