//! When keys are forgotten: after a time without a touch, with a warning before it.
//!
//! Times are milliseconds of the wall clock, so that a closed lid counts as idle.

/// How long before the end the warning shows.
const WARNING_MS: f64 = 60_000.0;

/// The last touch and the time allowed after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IdleClock {
    touched_ms: f64,
    allowed_ms: f64,
}

/// Where the clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdlePhase {
    /// In use.
    Active,
    /// Keys are forgotten in this many seconds unless the person stays.
    Warning {
        /// At least one.
        seconds_left: u32,
    },
    /// Keys must be forgotten now.
    Expired,
}

impl IdleClock {
    /// A clock that was touched at `now_ms`.
    pub fn started(now_ms: f64, minutes: u32) -> Self {
        Self { touched_ms: now_ms, allowed_ms: f64::from(minutes) * 60_000.0 }
    }

    /// The clock after a touch. A touch after the end does not bring keys back.
    #[must_use]
    pub fn touched(self, now_ms: f64) -> Self {
        if self.phase(now_ms) == IdlePhase::Expired { self } else { Self { touched_ms: now_ms, ..self } }
    }

    /// The clock started again, as on signing in.
    #[must_use]
    pub fn touched_anew(self, now_ms: f64) -> Self {
        Self { touched_ms: now_ms, ..self }
    }

    /// The clock with another time allowed.
    #[must_use]
    pub fn allowing(self, minutes: u32) -> Self {
        Self { allowed_ms: f64::from(minutes) * 60_000.0, ..self }
    }

    /// Where it stands at `now_ms`. A wall clock that was set back counts as no time passed.
    pub fn phase(self, now_ms: f64) -> IdlePhase {
        let left = self.allowed_ms - (now_ms - self.touched_ms).max(0.0);
        if left <= 0.0 {
            IdlePhase::Expired
        } else if left <= WARNING_MS {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 1–60")]
            let seconds_left = (left / 1000.0).ceil() as u32;
            IdlePhase::Warning { seconds_left }
        } else {
            IdlePhase::Active
        }
    }
}

#[cfg(test)]
mod tests;
