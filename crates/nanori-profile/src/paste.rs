//! Credentials out of whatever a person pastes.
//!
//! Reads export lines of bash, zsh, fish, PowerShell and cmd, `.env` files, credentials and config blocks, the JSON of
//! `credential_process`, of `aws sts …` and of `aws configure export-credentials`, and the CSV that the IAM console
//! gives out for a new key. Runs nothing and expands nothing. What is wrong is told by code and place, never by text.

mod assignment;
mod block;
mod csv;
mod json;
mod lines;
mod problem;
#[cfg(test)]
mod tests;
mod words;

pub use problem::{PasteCode, PasteProblem};

use nanori_identity::{Credentials, MfaSerial, Region};

use crate::Place;

/// What was found in a pasted text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pasted {
    /// Usable credentials, in the order in which they stand.
    pub found: Vec<FoundCredentials>,
    /// What kept the rest from being used, in the order in which it stands. Never empty when `found` is.
    pub problems: Vec<PasteProblem>,
}

/// One set of credentials with what stood beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundCredentials {
    /// Profile name, user name or session ARN that the text gives them.
    pub label: Option<String>,
    /// Key, secret, and for temporary credentials token and end.
    pub credentials: Credentials,
    /// The region that was set with them.
    pub region: Option<Region>,
    /// The MFA device that was set with them, or with a role profile that uses them as its source.
    pub mfa_serial: Option<MfaSerial>,
    /// Where they begin.
    pub place: Place,
}

/// Reads every set of credentials out of `text`.
///
/// ```
/// let pasted = nanori_profile::paste("export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n\
///     export AWS_SECRET_ACCESS_KEY='wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'");
/// assert_eq!(pasted.found[0].credentials.access_key_id.as_str(), "AKIAIOSFODNN7EXAMPLE");
/// assert!(pasted.problems.is_empty());
/// ```
#[must_use]
pub fn paste(text: &str) -> Pasted {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut pasted = Pasted::default();
    if text.trim().is_empty() {
        pasted.problems.push(PasteProblem::at(PasteCode::Empty, Place::START));
        return pasted;
    }
    let blocks = if json::looks_like(text) {
        json::read(text, &mut pasted.problems)
    } else if csv::looks_like(text) {
        csv::read(text, &mut pasted.problems)
    } else {
        lines::read(text, &mut pasted.problems)
    };
    for block in block::joined(blocks) {
        pasted.found.extend(block.finish(&mut pasted.problems));
    }
    if pasted.found.is_empty() && pasted.problems.is_empty() {
        pasted.problems.push(PasteProblem::at(PasteCode::NothingFound, Place::START));
    }
    pasted.problems.sort_by_key(|problem| problem.place);
    pasted
}
