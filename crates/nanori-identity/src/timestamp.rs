//! Points in time in whole seconds, and the two ways AWS writes them. There is no `now()`: time is given by the caller.

use core::{fmt, str::FromStr};

use crate::{Field, IdentityError};

/// Seconds since 1970-01-01T00:00:00Z, from the year 1970 to 9999.
///
/// Displays as RFC 3339 (`2026-01-02T03:04:05Z`), the form of STS's `Expiration`; parses that form (with or without a
/// fraction, `Z` or a numeric offset) and SigV4's `20260102T030405Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// 1970-01-01T00:00:00Z.
    pub const EPOCH: Self = Self(0);

    /// The last second of the year 9999.
    const MAX: i64 = 253_402_300_799;

    /// The point `seconds` after the epoch.
    ///
    /// # Errors
    /// [`IdentityError::Form`] before 1970 or after 9999.
    pub const fn from_unix(seconds: i64) -> Result<Self, IdentityError> {
        if seconds < 0 || seconds > Self::MAX {
            return Err(IdentityError::Form {
                field: Field::Timestamp,
                expected: "a time from 1970 to 9999",
            });
        }
        Ok(Self(seconds))
    }

    /// Seconds since the epoch.
    #[must_use]
    pub const fn unix(self) -> i64 {
        self.0
    }

    /// This point moved by `seconds`, held within 1970–9999.
    #[must_use]
    pub fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds).clamp(0, Self::MAX))
    }

    /// Seconds from `earlier` to here, negative if `earlier` is later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }

    /// `YYYYMMDDTHHMMSSZ`, the form of `x-amz-date`.
    #[must_use]
    pub fn amz_date(self) -> String {
        let Civil { year, month, day, hour, minute, second } = self.civil();
        format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
    }

    /// `YYYYMMDD`, the date of a SigV4 credential scope.
    #[must_use]
    pub fn scope_date(self) -> String {
        let Civil { year, month, day, .. } = self.civil();
        format!("{year:04}{month:02}{day:02}")
    }

    fn civil(self) -> Civil {
        let (days, rest) = (self.0.div_euclid(86_400), self.0.rem_euclid(86_400));
        let (year, month, day) = civil_from_days(days);
        Civil { year, month, day, hour: rest / 3_600, minute: rest % 3_600 / 60, second: rest % 60 }
    }
}

struct Civil {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
}

/// Gregorian date of a day number, by counting eras of 400 years that begin on 1 March.
const fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
    (year, month, day)
}

/// Day number of a Gregorian date; the inverse of [`civil_from_days`].
const fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let march_month = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * march_month + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

impl FromStr for Timestamp {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: IdentityError = IdentityError::Form {
            field: Field::Timestamp,
            expected: "2026-01-02T03:04:05Z or 20260102T030405Z",
        };
        let mut reader = Reader(text.as_bytes());
        let year = reader.digits(4).ok_or(FORM)?;
        let extended = reader.take(b'-');
        let month = reader.digits(2).ok_or(FORM)?;
        if reader.take(b'-') != extended {
            return Err(FORM);
        }
        let day = reader.digits(2).ok_or(FORM)?;
        if !(reader.take(b'T') || extended && (reader.take(b't') || reader.take(b' '))) {
            return Err(FORM);
        }
        let hour = reader.digits(2).ok_or(FORM)?;
        if reader.take(b':') != extended {
            return Err(FORM);
        }
        let minute = reader.digits(2).ok_or(FORM)?;
        if reader.take(b':') != extended {
            return Err(FORM);
        }
        let second = reader.digits(2).ok_or(FORM)?;
        if extended && reader.take(b'.') {
            reader.fraction().ok_or(FORM)?;
        }
        let offset = reader.offset(extended).ok_or(FORM)?;
        let in_range = (1..=12).contains(&month) && hour < 24 && minute < 60 && second < 60;
        let days = days_from_civil(year, month, day);
        if !in_range || civil_from_days(days) != (year, month, day) || !reader.0.is_empty() {
            return Err(FORM);
        }
        Self::from_unix(days * 86_400 + hour * 3_600 + minute * 60 + second - offset)
    }
}

/// Reads fixed-width fields from the front of the text.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn digits(&mut self, count: usize) -> Option<i64> {
        let (head, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        head.iter().try_fold(0, |sum, b| b.is_ascii_digit().then(|| sum * 10 + i64::from(b - b'0')))
    }

    fn take(&mut self, wanted: u8) -> bool {
        let found = self.0.first() == Some(&wanted);
        if found {
            self.0 = self.0.get(1..).unwrap_or_default();
        }
        found
    }

    fn fraction(&mut self) -> Option<()> {
        let digits = self.0.iter().take_while(|b| b.is_ascii_digit()).count();
        self.0 = self.0.get(digits..)?;
        (1..=9).contains(&digits).then_some(())
    }

    /// Seconds east of Greenwich. Only the extended form may have a numeric offset.
    fn offset(&mut self, extended: bool) -> Option<i64> {
        if self.take(b'Z') || extended && self.take(b'z') {
            return Some(0);
        }
        let sign = if self.take(b'+') {
            1
        } else if self.take(b'-') {
            -1
        } else {
            return None;
        };
        let hours = self.digits(2)?;
        let minutes = if self.take(b':') { self.digits(2)? } else { return None };
        (extended && hours < 24 && minutes < 60).then_some(sign * (hours * 3_600 + minutes * 60))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Civil { year, month, day, hour, minute, second } = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

#[cfg(test)]
mod tests;
