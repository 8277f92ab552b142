//! How long a role session lasts.

use core::{fmt, time::Duration};

use crate::{Field, IdentityError};

/// `DurationSeconds`: 900 to 43,200 seconds.
///
/// What a role really gives is at most its own `MaxSessionDuration` (3,600–43,200), and at most one hour when the
/// caller is itself a role session. Source: STS API reference, `AssumeRole`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionDuration(u32);

impl SessionDuration {
    /// The shortest session: 15 minutes.
    pub const MIN: Self = Self(900);
    /// The longest session: 12 hours.
    pub const MAX: Self = Self(43_200);
    /// What STS gives when nothing is asked for: one hour.
    pub const DEFAULT: Self = Self(3_600);
    /// The cap for role chaining: one hour.
    pub const CHAINED_MAX: Self = Self(3_600);

    /// A duration of `seconds`.
    ///
    /// # Errors
    /// [`IdentityError::Range`] outside of 900–43,200.
    pub fn from_seconds(seconds: u64) -> Result<Self, IdentityError> {
        let (min, max) = (u64::from(Self::MIN.0), u64::from(Self::MAX.0));
        u32::try_from(seconds)
            .ok()
            .filter(|_| (min..=max).contains(&seconds))
            .map(Self)
            .ok_or(IdentityError::Range { field: Field::DurationSeconds, found: seconds, min, max })
    }

    /// The length in seconds.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        self.0
    }
}

impl From<SessionDuration> for Duration {
    fn from(duration: SessionDuration) -> Self {
        Self::from_secs(u64::from(duration.0))
    }
}

impl fmt::Display for SessionDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
