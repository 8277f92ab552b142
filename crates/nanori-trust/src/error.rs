//! What can be wrong with a document, and where.
//!
//! A mistake is something for which IAM refuses the document (`MalformedPolicyDocument`). What IAM accepts but a careful
//! person would not is a finding of [`crate::check`], never an error.

use thiserror::Error;

use crate::place::Place;

/// Why a document is not a policy. The text is for logs; people see a message built from [`Error::code`] and the fields.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is not JSON.
    #[error("{0}")]
    Json(JsonMistake),
    /// The document nests more than 64 levels deep.
    #[error("the document is nested too deeply")]
    TooDeep,
    /// The document is larger than this crate reads.
    #[error("the document is too large")]
    TooLarge,
    /// A key stands twice in one object; IAM refuses that.
    #[error("the key {key:?} is given twice")]
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A value has another JSON type than the element takes.
    #[error("{element} takes {expected}, not {found}")]
    WrongType {
        /// The element, such as `Statement` or `Principal`.
        element: &'static str,
        /// What it takes: a JSON type, or several joined by `|`.
        expected: &'static str,
        /// The JSON type found.
        found: &'static str,
    },
    /// The policy or a statement has an element that does not exist there.
    #[error("there is no element {found:?}")]
    UnknownElement {
        /// As written.
        found: String,
        /// The closest element that exists, if one is close.
        suggestion: Option<&'static str>,
    },
    /// An element that must be there is not.
    #[error("{element} is missing")]
    Missing {
        /// The element.
        element: &'static str,
    },
    /// Two elements exclude each other.
    #[error("{first} and {second} exclude each other")]
    Exclusive {
        /// One of the two.
        first: &'static str,
        /// The other.
        second: &'static str,
    },
    /// An element that this kind of policy must not have: `Resource` in a trust policy, `Principal` in an identity policy.
    #[error("{element} does not belong into this kind of policy")]
    NotAllowedHere {
        /// The element.
        element: &'static str,
    },
    /// An element is an empty list or object, or an empty string.
    #[error("{element} is empty")]
    EmptyElement {
        /// The element.
        element: &'static str,
    },
    /// `Version` is neither `2012-10-17` nor `2008-10-17`.
    #[error("there is no policy language version {found:?}")]
    UnknownVersion {
        /// As written.
        found: String,
    },
    /// `Effect` is neither `Allow` nor `Deny` (exactly so).
    #[error("there is no effect {found:?}")]
    UnknownEffect {
        /// As written.
        found: String,
        /// The closest effect, if one is close.
        suggestion: Option<&'static str>,
    },
    /// A `Sid` has characters other than ASCII letters and digits.
    #[error("the statement id {found:?} has characters other than letters and digits")]
    BadSid {
        /// As written.
        found: String,
    },
    /// Two statements share a `Sid`.
    #[error("the statement id {sid:?} is given twice")]
    DuplicateSid {
        /// The id.
        sid: String,
    },
    /// An action is not `*` or `service:Action`.
    #[error("{found:?} is not an action")]
    BadAction {
        /// As written.
        found: String,
    },
    /// A resource is neither `*` nor an ARN.
    #[error("{found:?} is not a resource")]
    BadResource {
        /// As written.
        found: String,
    },
    /// A key under `Principal` that is not `AWS`, `Federated`, `Service` or `CanonicalUser`.
    #[error("there is no kind of principal {found:?}")]
    UnknownPrincipalKind {
        /// As written.
        found: String,
        /// The closest kind, if one is close.
        suggestion: Option<&'static str>,
    },
    /// A principal that IAM does not know the form of.
    #[error("{found:?} is not a principal")]
    BadPrincipal {
        /// As written.
        found: String,
    },
    /// A wildcard inside a principal; only a bare `*` is allowed.
    #[error("{found:?} has a wildcard, which a principal cannot have")]
    WildcardPrincipal {
        /// As written.
        found: String,
    },
    /// A condition operator that does not exist.
    #[error("there is no condition operator {found:?}")]
    UnknownOperator {
        /// As written.
        found: String,
        /// The closest operator, if one is close.
        suggestion: Option<String>,
    },
    /// A condition key without `prefix:name`.
    #[error("{found:?} is not a condition key")]
    BadConditionKey {
        /// As written.
        found: String,
    },
}

/// Where JSON goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum JsonMistake {
    /// Nothing but white space.
    #[error("the document is empty")]
    Empty,
    /// The text ends inside a value.
    #[error("the document ends too early")]
    UnexpectedEnd,
    /// More text after the document.
    #[error("the document goes on after its end")]
    TrailingText,
    /// Something that starts no value.
    #[error("a value is missing")]
    ValueExpected,
    /// An object's key is missing or not in double quotation marks.
    #[error("a key in double quotation marks is missing")]
    KeyExpected,
    /// No colon after a key.
    #[error("a colon is missing")]
    ColonExpected,
    /// Two members without a comma, or an object that is not closed.
    #[error("a comma or a closing brace is missing")]
    CommaOrBraceExpected,
    /// Two items without a comma, or a list that is not closed.
    #[error("a comma or a closing bracket is missing")]
    CommaOrBracketExpected,
    /// A comma before a closing brace or bracket.
    #[error("a comma has nothing after it")]
    TrailingComma,
    /// A raw line break or tab inside a string.
    #[error("a control character must be written as an escape")]
    ControlCharacter,
    /// A backslash with something that JSON does not know.
    #[error("this escape does not exist")]
    BadEscape,
    /// Digits that are no JSON number.
    #[error("this is not a number")]
    BadNumber,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{place}: {error}")]
pub struct Mistake {
    /// What is wrong.
    pub error: Error,
    /// Where it is wrong.
    pub place: Place,
}

/// Everything that is wrong with a document, in the order of its places; never empty.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.0.first().map(ToString::to_string).unwrap_or_default())]
pub struct Mistakes(pub Vec<Mistake>);

impl From<Mistake> for Mistakes {
    fn from(mistake: Mistake) -> Self {
        Mistakes(vec![mistake])
    }
}

impl Error {
    /// A stable word to branch on and to find a message by.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Error::Json(mistake) => mistake.code(),
            Error::TooDeep => "too_deep",
            Error::TooLarge => "too_large",
            Error::DuplicateKey { .. } => "duplicate_key",
            Error::WrongType { .. } => "wrong_type",
            Error::UnknownElement { .. } => "unknown_element",
            Error::Missing { .. } => "missing",
            Error::Exclusive { .. } => "exclusive",
            Error::NotAllowedHere { .. } => "not_allowed_here",
            Error::EmptyElement { .. } => "empty_element",
            Error::UnknownVersion { .. } => "unknown_version",
            Error::UnknownEffect { .. } => "unknown_effect",
            Error::BadSid { .. } => "bad_sid",
            Error::DuplicateSid { .. } => "duplicate_sid",
            Error::BadAction { .. } => "bad_action",
            Error::BadResource { .. } => "bad_resource",
            Error::UnknownPrincipalKind { .. } => "unknown_principal_kind",
            Error::BadPrincipal { .. } => "bad_principal",
            Error::WildcardPrincipal { .. } => "wildcard_principal",
            Error::UnknownOperator { .. } => "unknown_operator",
            Error::BadConditionKey { .. } => "bad_condition_key",
        }
    }

    /// Every code there is, those of JSON first.
    pub const CODES: &[&str] = &[
        "json_empty",
        "json_unexpected_end",
        "json_trailing_text",
        "json_value_expected",
        "json_key_expected",
        "json_colon_expected",
        "json_comma_or_brace_expected",
        "json_comma_or_bracket_expected",
        "json_trailing_comma",
        "json_control_character",
        "json_bad_escape",
        "json_bad_number",
        "too_deep",
        "too_large",
        "duplicate_key",
        "wrong_type",
        "unknown_element",
        "missing",
        "exclusive",
        "not_allowed_here",
        "empty_element",
        "unknown_version",
        "unknown_effect",
        "bad_sid",
        "duplicate_sid",
        "bad_action",
        "bad_resource",
        "unknown_principal_kind",
        "bad_principal",
        "wildcard_principal",
        "unknown_operator",
        "bad_condition_key",
    ];

    /// What a message about it needs, in the order of the fields.
    #[must_use]
    pub fn params(&self) -> Vec<String> {
        let optional = |text: &Option<&str>| text.unwrap_or_default().to_owned();
        match self {
            Error::Json(_) | Error::TooDeep | Error::TooLarge => Vec::new(),
            Error::DuplicateKey { key } => vec![key.clone()],
            Error::WrongType { element, expected, found } => {
                [*element, *expected, *found].map(str::to_owned).to_vec()
            }
            Error::UnknownElement { found, suggestion }
            | Error::UnknownEffect { found, suggestion }
            | Error::UnknownPrincipalKind { found, suggestion } => vec![found.clone(), optional(suggestion)],
            Error::UnknownOperator { found, suggestion } => {
                vec![found.clone(), suggestion.clone().unwrap_or_default()]
            }
            Error::Missing { element }
            | Error::NotAllowedHere { element }
            | Error::EmptyElement { element } => {
                vec![(*element).to_owned()]
            }
            Error::Exclusive { first, second } => vec![(*first).to_owned(), (*second).to_owned()],
            Error::DuplicateSid { sid } => vec![sid.clone()],
            Error::UnknownVersion { found }
            | Error::BadSid { found }
            | Error::BadAction { found }
            | Error::BadResource { found }
            | Error::BadPrincipal { found }
            | Error::WildcardPrincipal { found }
            | Error::BadConditionKey { found } => vec![found.clone()],
        }
    }
}

impl JsonMistake {
    /// A stable word to find a message by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            JsonMistake::Empty => "json_empty",
            JsonMistake::UnexpectedEnd => "json_unexpected_end",
            JsonMistake::TrailingText => "json_trailing_text",
            JsonMistake::ValueExpected => "json_value_expected",
            JsonMistake::KeyExpected => "json_key_expected",
            JsonMistake::ColonExpected => "json_colon_expected",
            JsonMistake::CommaOrBraceExpected => "json_comma_or_brace_expected",
            JsonMistake::CommaOrBracketExpected => "json_comma_or_bracket_expected",
            JsonMistake::TrailingComma => "json_trailing_comma",
            JsonMistake::ControlCharacter => "json_control_character",
            JsonMistake::BadEscape => "json_bad_escape",
            JsonMistake::BadNumber => "json_bad_number",
        }
    }
}
