//! Length, pattern and range checks of parameters, answered in the words of AWS's `ValidationError`.
//!
//! All violations of a call are collected, as AWS does, and reported together.

use super::parameters::Parameters;
use super::refusal::Refusal;

/// Collects violations.
#[derive(Debug)]
pub struct Constraints<'a> {
    parameters: &'a Parameters,
    violations: Vec<String>,
}

/// A set of characters, with the regular expression that AWS prints for it.
#[derive(Debug, Clone, Copy)]
pub struct Charset {
    pattern: &'static str,
    punctuation: &'static [u8],
}

/// Session names, source identities, user names.
pub const NAME: Charset = Charset { pattern: r"[\w+=,.@-]*", punctuation: b"_+=,.@-" };
/// External ids.
pub const EXTERNAL_ID: Charset = Charset { pattern: r"[\w+=,.@:\/-]*", punctuation: b"_+=,.@:/-" };
/// MFA serial numbers.
pub const SERIAL: Charset = Charset { pattern: r"[\w+=/:,.@-]*", punctuation: b"_+=/:,.@-" };

impl<'a> Constraints<'a> {
    /// Checks of `parameters`.
    pub fn new(parameters: &'a Parameters) -> Self {
        Self { parameters, violations: Vec::new() }
    }

    /// The value of a parameter that must be there; empty if it is not.
    pub fn required(&mut self, name: &str) -> &'a str {
        let value = self.parameters.text(name);
        if value.is_none() {
            self.violate(&format!("Value null at '{}'", member(name)), "Member must not be null");
        }
        value.unwrap_or("")
    }

    /// Between `least` and `most` characters, if present.
    pub fn length(&mut self, name: &str, least: usize, most: usize) {
        let Some(value) = self.parameters.text(name) else { return };
        self.length_of(&member(name), value, least, most);
    }

    /// The same for a value that is a member of a list; `place` is for instance `tags.1.member.key`.
    pub fn length_of(&mut self, place: &str, value: &str, least: usize, most: usize) {
        let length = value.chars().count();
        let subject = format!("Value '{value}' at '{place}'");
        if length < least {
            self.violate(&subject, &format!("Member must have length greater than or equal to {least}"));
        }
        if length > most {
            self.violate(&subject, &format!("Member must have length less than or equal to {most}"));
        }
    }

    /// Only ASCII letters, digits and the punctuation of `charset`, if present.
    pub fn charset(&mut self, name: &str, charset: Charset) {
        let Some(value) = self.parameters.text(name) else { return };
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || charset.punctuation.contains(&byte);
        if !value.bytes().all(fits) {
            let reason = format!("Member must satisfy regular expression pattern: {}", charset.pattern);
            self.violate(&format!("Value '{value}' at '{}'", member(name)), &reason);
        }
    }

    /// Only digits, if present.
    pub fn digits(&mut self, name: &str) {
        let Some(value) = self.parameters.text(name) else { return };
        if !value.bytes().all(|byte| byte.is_ascii_digit()) {
            let reason = r"Member must satisfy regular expression pattern: [\d]*";
            self.violate(&format!("Value '{value}' at '{}'", member(name)), reason);
        }
    }

    /// At most `most` members.
    pub fn count(&mut self, name: &str, count: usize, most: usize) {
        if count > most {
            let reason = format!("Member must have length less than or equal to {most}");
            self.violate(&format!("Value at '{}'", member(name)), &reason);
        }
    }

    /// A whole number between `least` and `most`, if present.
    pub fn number(&mut self, name: &str, least: u32, most: u32) -> Option<u32> {
        let text = self.parameters.text(name)?;
        let subject = format!("Value '{text}' at '{}'", member(name));
        let Ok(value) = text.parse::<u32>() else {
            self.violate(&subject, "Member must be a number");
            return None;
        };
        if value < least {
            self.violate(&subject, &format!("Member must have value greater than or equal to {least}"));
        }
        if value > most {
            self.violate(&subject, &format!("Member must have value less than or equal to {most}"));
        }
        Some(value)
    }

    /// Refuses if anything was violated.
    pub fn finish(self) -> Result<(), Refusal> {
        match self.violations.len() {
            0 => Ok(()),
            1 => Err(Refusal::validation(format!(
                "1 validation error detected: {}",
                self.violations.join("; ")
            ))),
            count => {
                let list = self.violations.join("; ");
                Err(Refusal::validation(format!("{count} validation errors detected: {list}")))
            }
        }
    }

    fn violate(&mut self, subject: &str, reason: &str) {
        self.violations.push(format!("{subject} failed to satisfy constraint: {reason}"));
    }
}

/// AWS prints parameters with a small first letter.
fn member(name: &str) -> String {
    let mut characters = name.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_ascii_lowercase().to_string() + characters.as_str())
}
