//! Fields with one thing a line: what is filled in, and which line is wrong.

use nanori_identity::{IdentityError, RoleArn, Timestamp};

/// What is wrong with a field of the trust page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A value that AWS does not accept.
    Identity(IdentityError),
    /// The field must not stay empty.
    Missing,
    /// This line, counted from 1, is not `key=value`.
    KeyValue(usize),
    /// This line, counted from 1, names nobody whom a trust policy can name.
    Nobody(usize),
    /// Not an address or block of addresses, with what stands there.
    Address(String),
    /// Not a date or time.
    Time,
    /// Not a whole number from here to there.
    Number(u32, u32),
    /// Not a provider's ARN.
    Provider,
}

/// The text without white space around it; `None` if nothing is left.
pub fn filled(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// The lines that hold something, counted from 1.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines()).filter_map(|(number, line)| Some((number, filled(line)?)))
}

/// `key=value` a line.
///
/// # Errors
/// The first line without `=` or key.
pub fn pairs(text: &str) -> Result<Vec<(String, String)>, Fault> {
    lines(text)
        .map(|(number, line)| {
            let (key, value) = line.split_once('=').ok_or(Fault::KeyValue(number))?;
            let key = filled(key).ok_or(Fault::KeyValue(number))?;
            Ok((key.to_owned(), value.trim().to_owned()))
        })
        .collect()
}

/// The role that a field names.
///
/// # Errors
/// That it is empty, or no role's ARN.
pub fn role(text: &str) -> Result<RoleArn, Fault> {
    filled(text).ok_or(Fault::Missing)?.parse().map_err(Fault::Identity)
}

/// A whole number between two others.
///
/// # Errors
/// That it is none.
pub fn number(text: &str, least: u32, most: u32) -> Result<u32, Fault> {
    let wrong = Fault::Number(least, most);
    let number: u32 = filled(text).and_then(|text| text.parse().ok()).ok_or_else(|| wrong.clone())?;
    if (least..=most).contains(&number) { Ok(number) } else { Err(wrong) }
}

/// A date such as `2026-12-31`, or a time such as `2026-12-31T18:00:00Z`; in UTC.
///
/// # Errors
/// That it is neither.
pub fn time(text: &str) -> Result<Timestamp, Fault> {
    let text = filled(text).ok_or(Fault::Missing)?;
    let milliseconds = nanori_trust::literal::date(text).ok_or(Fault::Time)?;
    Timestamp::from_unix(milliseconds.div_euclid(1000)).map_err(|_| Fault::Time)
}

#[cfg(test)]
mod tests;
