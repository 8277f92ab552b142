//! Fixes: edits of the text that a policy was read from.

use crate::place::Place;
use crate::policy::{ActionPattern, Policy, Statement};
use crate::{Error, Mistake};

/// Edits that put a finding right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The edits; they do not overlap.
    pub edits: Vec<Edit>,
}

/// Replaces the characters at a place; an empty place means to insert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub place: Place,
    /// What comes there.
    pub text: String,
}

impl Fix {
    pub(super) fn replace(place: Place, text: impl Into<String>) -> Self {
        Fix { edits: vec![Edit { place, text: text.into() }] }
    }

    /// The text with the edits made; unchanged if they do not fit it.
    #[must_use]
    pub fn apply(&self, source: &str) -> String {
        let mut edits: Vec<&Edit> = self.edits.iter().collect();
        edits.sort_by_key(|edit| core::cmp::Reverse(edit.place.start));
        let mut text = source.to_owned();
        for edit in edits {
            let (start, end) = (edit.place.start as usize, edit.place.end as usize);
            if start > end || text.get(start..end).is_none() {
                return source.to_owned();
            }
            text.replace_range(start..end, &edit.text);
        }
        text
    }
}

/// The place of one character before the end of `place`: where a member can be added to an object.
pub(super) fn before_end(place: Place) -> Place {
    let at = place.end.saturating_sub(1);
    Place { start: at, end: at, ..place }
}

/// `"text"` with what JSON must escape.
pub(super) fn quoted(text: &str) -> String {
    crate::json::quoted(text)
}

/// Sets the policy's version to the current one.
pub(super) fn set_version(policy: &Policy) -> Fix {
    match policy.version_place {
        Some(place) => Fix::replace(place, "\"2012-10-17\""),
        None => {
            let at = policy.place.start + 1;
            Fix::replace(Place { start: at, end: at, ..policy.place }, "\"Version\": \"2012-10-17\", ")
        }
    }
}

/// Adds an action to a statement.
pub(super) fn add_action(statement: &Statement, action: &str) -> Option<Fix> {
    if statement.actions.negated {
        return None;
    }
    let actions: Vec<String> =
        statement.actions.items.iter().map(ActionPattern::as_str).chain([action]).map(quoted).collect();
    Some(Fix::replace(statement.actions.place, format!("[{}]", actions.join(", "))))
}

/// Adds a condition to a statement, unless the statement has that operator already.
pub(super) fn add_condition(statement: &Statement, operator: &str, key: &str, value: &str) -> Option<Fix> {
    let condition = format!("{}: {{{}: {}}}", quoted(operator), quoted(key), quoted(value));
    let Some(place) = statement.condition_place else {
        return Some(Fix::replace(before_end(statement.place), format!(", \"Condition\": {{{condition}}}")));
    };
    if let Some(same) =
        statement.conditions.iter().find(|it| it.operator.to_string().eq_ignore_ascii_case(operator))
    {
        // Before the first key of that operator's block.
        let at = Place { end: same.key_place.start, ..same.key_place };
        return Some(Fix::replace(at, format!("{}: {}, ", quoted(key), quoted(value))));
    }
    let comma = if statement.conditions.is_empty() { "" } else { ", " };
    Some(Fix::replace(before_end(place), format!("{comma}{condition}")))
}

/// What a mistake's own suggestion comes to.
pub(super) fn for_mistake(mistake: &Mistake) -> Option<Fix> {
    let word = match &mistake.error {
        Error::UnknownElement { suggestion, .. }
        | Error::UnknownEffect { suggestion, .. }
        | Error::UnknownPrincipalKind { suggestion, .. } => (*suggestion)?.to_owned(),
        Error::UnknownOperator { suggestion, .. } => suggestion.clone()?,
        Error::UnknownVersion { .. } => "2012-10-17".to_owned(),
        Error::BadSid { found } => found.chars().filter(char::is_ascii_alphanumeric).collect(),
        _ => return None,
    };
    Some(Fix::replace(mistake.place, quoted(&word)))
}
