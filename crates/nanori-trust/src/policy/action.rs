//! An action in a policy: `*` or `service:Name`, wildcards allowed, case ignored.

use crate::place::Place;
use crate::template::Template;
use crate::{Error, Mistake};

/// One entry of `Action` or `NotAction`.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionPattern {
    /// As written, with its wildcards.
    pub template: Template,
    /// Where it stands.
    pub place: Place,
}

impl ActionPattern {
    /// Reads an action.
    pub(super) fn parse(text: &str, place: Place) -> Result<Self, Mistake> {
        let good = text == "*"
            || text.split_once(':').is_some_and(|(service, name)| is_word(service) && is_word(name));
        if good {
            return Ok(ActionPattern { template: Template::parse(text, false), place });
        }
        Err(Mistake { error: Error::BadAction { found: text.to_owned() }, place })
    }

    /// Whether `action`, such as `sts:AssumeRole`, is meant.
    #[must_use]
    pub fn matches(&self, action: &str) -> bool {
        self.template.matches_action(action)
    }

    /// As written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.template.as_str()
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'?' | b'-' | b'_'))
}
