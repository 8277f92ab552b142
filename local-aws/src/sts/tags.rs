//! Session tags: reading them from a call, their limits, and those that a chained session passes on.

use super::constraint::Constraints;
use super::parameters::Parameters;
use super::refusal::Refusal;
use crate::caller::{Caller, SessionTag};

const MOST_TAGS: usize = 50;
const LONGEST_KEY: usize = 128;
const LONGEST_VALUE: usize = 256;

/// Reads `Tags` and `TransitiveTagKeys` and notes what breaks a limit.
pub fn read<'a>(parameters: &'a Parameters, constraints: &mut Constraints<'_>) -> Requested<'a> {
    let tags = parameters.pairs("Tags", "Key", "Value");
    let transitive = parameters.list("TransitiveTagKeys");
    constraints.count("Tags", tags.len(), MOST_TAGS);
    constraints.count("TransitiveTagKeys", transitive.len(), MOST_TAGS);
    for (index, (key, value)) in tags.iter().enumerate() {
        let place = format!("tags.{}.member", index + 1);
        constraints.length_of(&format!("{place}.key"), key, 1, LONGEST_KEY);
        constraints.length_of(&format!("{place}.value"), value, 0, LONGEST_VALUE);
    }
    Requested { tags, transitive }
}

/// The tags a call asks for.
#[derive(Debug)]
pub struct Requested<'a> {
    tags: Vec<(&'a str, &'a str)>,
    transitive: Vec<&'a str>,
}

impl Requested<'_> {
    /// The tags of the new session: those asked for, and the transitive ones of the caller's session.
    pub fn resolve(&self, caller: &Caller) -> Result<Vec<SessionTag>, Refusal> {
        let mut tags: Vec<SessionTag> = Vec::new();
        for (key, value) in &self.tags {
            if tags.iter().any(|tag| tag.key.eq_ignore_ascii_case(key)) {
                let message = "Duplicate tag keys found. Please note that Tag keys are case insensitive.";
                return Err(Refusal::invalid_parameter(message));
            }
            let transitive = self.transitive.iter().any(|name| name.eq_ignore_ascii_case(key));
            tags.push(SessionTag { key: (*key).to_owned(), value: (*value).to_owned(), transitive });
        }
        for name in &self.transitive {
            if !tags.iter().any(|tag| tag.key.eq_ignore_ascii_case(name)) {
                let message = "The specified transitive tag key must be included in the requested tags.";
                return Err(Refusal::invalid_parameter(message));
            }
        }
        for inherited in inherited(caller) {
            if tags.iter().any(|tag| tag.key.eq_ignore_ascii_case(&inherited.key)) {
                let message = "One of the specified transitive tag keys can't be set because it conflicts with a \
                               transitive tag key from the calling session.";
                return Err(Refusal::invalid_parameter(message));
            }
            tags.push(inherited.clone());
        }
        Ok(tags)
    }

    /// Whether the call itself asks for tags.
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty()
    }

    /// Keys and values that the call itself asks for.
    pub fn tags(&self) -> &[(&str, &str)] {
        &self.tags
    }

    /// The keys that shall stay along a chain.
    pub fn transitive_keys(&self) -> &[&str] {
        &self.transitive
    }
}

/// The tags that the caller's session passes on.
fn inherited(caller: &Caller) -> impl Iterator<Item = &SessionTag> {
    caller.session.iter().flat_map(|session| &session.tags).filter(|tag| tag.transitive)
}
