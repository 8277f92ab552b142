//! What a condition value means to operators that compare more than text: numbers, dates, addresses, bytes.
//!
//! Each reader answers `None` for text that is no such thing; a condition never matches on that, and the check says so.

#[cfg(test)]
mod tests;

use core::net::IpAddr;

/// A whole or decimal number.
#[must_use]
pub fn number(text: &str) -> Option<f64> {
    let plain =
        text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E'));
    if !plain || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

/// `true` or `false` in any case.
#[must_use]
pub fn boolean(text: &str) -> Option<bool> {
    if text.eq_ignore_ascii_case("true") {
        return Some(true);
    }
    text.eq_ignore_ascii_case("false").then_some(false)
}

/// Milliseconds since 1970 of a date in one of W3C's six forms (`2026`, `2026-01`, `2026-01-02`, `2026-01-02T03:04Z`,
/// `…T03:04:05Z`, `…T03:04:05.678+09:00`) or in seconds since 1970 (any whole number that is not four digits).
/// Source: W3C NOTE-datetime.
#[must_use]
pub fn date(text: &str) -> Option<i64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits && text.len() != 4 {
        return text.parse::<i64>().ok()?.checked_mul(1000);
    }
    let (day, time) = match text.split_once('T') {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    let mut fields = day.split('-');
    let year = fixed(fields.next()?, 4)?;
    let month = fields.next().map_or(Some(1), |field| fixed(field, 2))?;
    let whole_day = fields.next();
    let day = whole_day.map_or(Some(1), |field| fixed(field, 2))?;
    if fields.next().is_some() || !(1..=12).contains(&month) || !(1..=days_in(year, month)).contains(&day) {
        return None;
    }
    let midnight = days_since_epoch(year, month, day) * 86_400_000;
    match time {
        None => Some(midnight),
        Some(_) if whole_day.is_none() => None,
        Some(time) => Some(midnight + time_of_day(time)?),
    }
}

/// A block of addresses: `203.0.113.0/24`, `2001:db8::/32`; without a length, the one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    bits: u128,
    length: u32,
    width: u32,
}

impl Block {
    /// Reads an address or a block in CIDR notation.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (address, length) = match text.split_once('/') {
            Some((address, length)) => (address, Some(length)),
            None => (text, None),
        };
        let (bits, width) = bits(address.parse().ok()?);
        let length = match length {
            None => width,
            Some(digits) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.parse().ok()?
            }
            Some(_) => return None,
        };
        (length <= width).then_some(Block { bits, length, width })
    }

    /// Whether `address` lies within.
    #[must_use]
    pub fn contains(&self, address: &str) -> bool {
        let Ok(address) = address.parse::<IpAddr>() else { return false };
        let (bits, width) = bits(address);
        let shift = self.width - self.length;
        width == self.width && (shift >= u128::BITS || bits >> shift == self.bits >> shift)
    }
}

/// The bytes of standard base64 with its padding.
#[must_use]
pub fn base64(text: &str) -> Option<Vec<u8>> {
    let body = text.trim_end_matches('=');
    if !text.len().is_multiple_of(4) || text.len() - body.len() > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut buffer, mut filled) = (0_u32, 0);
    for byte in body.bytes() {
        let sextet = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        buffer = (buffer << 6 | u32::from(sextet)) & 0xFFFF;
        filled += 6;
        if filled >= 8 {
            filled -= 8;
            bytes.push((buffer >> filled & 0xFF) as u8);
        }
    }
    Some(bytes)
}

fn bits(address: IpAddr) -> (u128, u32) {
    match address {
        IpAddr::V4(v4) => (u128::from(u32::from(v4)), 32),
        IpAddr::V6(v6) => (u128::from(v6), 128),
    }
}

fn fixed(field: &str, width: usize) -> Option<i64> {
    if field.len() != width || !field.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    field.parse().ok()
}

/// Milliseconds from midnight UTC, the zone taken off.
fn time_of_day(text: &str) -> Option<i64> {
    let zone_at = text.find(['Z', '+', '-'])?;
    let (clock, zone) = text.split_at_checked(zone_at)?;
    let offset = match zone.strip_prefix(['+', '-']) {
        None if zone == "Z" => 0,
        None => return None,
        Some(zone_clock) => {
            let (hours, minutes) = zone_clock.split_once(':')?;
            let (hours, minutes) = (fixed(hours, 2)?, fixed(minutes, 2)?);
            if hours > 23 || minutes > 59 {
                return None;
            }
            (hours * 60 + minutes) * if zone.starts_with('-') { -1 } else { 1 }
        }
    };
    let mut fields = clock.splitn(3, ':');
    let (hour, minute) = (fixed(fields.next()?, 2)?, fixed(fields.next()?, 2)?);
    let millis = fields.next().map_or(Some(0), seconds)?;
    (hour <= 23 && minute <= 59).then(|| (hour * 60 + minute - offset) * 60_000 + millis)
}

fn seconds(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let whole = fixed(whole, 2).filter(|seconds| *seconds <= 59)?;
    if fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let millis =
        fraction.bytes().chain(*b"000").take(3).fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Some(whole * 1000 + millis)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Gregorian day number, counted in years that begin on 1 March.
fn days_since_epoch(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}
