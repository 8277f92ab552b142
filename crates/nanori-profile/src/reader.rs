//! What a file says, as each of the programs that read it understands it.
//!
//! There is no one truth: the AWS SDKs' shared parser, Python's (which the AWS CLI uses) and JavaScript's differ on odd
//! files. Each is a module of its own here; all give [`Section`]s that point back into the text.

pub mod javascript;
mod key_index;
pub(crate) mod plain;
mod profiles;
pub mod python;
pub mod reference;

pub(crate) use profiles::lowered;
pub use profiles::{Profile, Profiles, Setting};

use std::borrow::Cow;

use self::key_index::KeyIndex;
use crate::Place;

/// A section as it stands in a file: heading and entries in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section<'a> {
    /// What stands between the brackets, as the reader sees it.
    pub heading: Cow<'a, str>,
    /// Byte offset of the heading's line.
    pub offset: usize,
    /// Keys and values, each key once, the last value standing.
    pub entries: Vec<Entry<'a>>,
}

/// A key with its value.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The key, in lower case where the reader lowers it.
    pub key: Cow<'a, str>,
    /// The value; nested ones are told by their first character, `\n`.
    pub value: Cow<'a, str>,
    /// Byte offset of the key.
    pub offset: usize,
}

impl<'a> Section<'a> {
    pub(crate) fn new(heading: Cow<'a, str>, offset: usize) -> Self {
        Self { heading, offset, entries: Vec::with_capacity(8) }
    }

    /// The value of `key`.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&str> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| entry.value.as_ref())
    }

    /// Sets `key`: an earlier value gives way and the place becomes the new one. `index` is that of this section.
    fn set(&mut self, index: &mut KeyIndex, entry: Entry<'a>) {
        let earlier = index.place(&self.entries, &entry.key).and_then(|place| self.entries.get_mut(place));
        match earlier {
            Some(earlier) => *earlier = entry,
            None => self.entries.push(entry),
        }
    }
}

impl core::fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}=({} bytes) at {}", self.key, self.value.len(), self.offset)
    }
}

/// Why a reader refuses a file. Holds no text of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    /// Which rule.
    pub kind: ReadErrorKind,
    /// Where.
    pub place: Place,
}

/// Which rule a file breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReadErrorKind {
    /// A heading without its closing bracket.
    UnclosedHeading,
    /// Something that belongs into a section stands before the first one.
    OutsideSection,
    /// An indented line that continues nothing.
    ContinuesNothing,
    /// A line without `=`.
    NoEquals,
    /// A line with nothing before `=`.
    NoKey,
    /// An indented line under an empty value without `=`.
    NestedNoEquals,
    /// An indented line under an empty value with nothing before `=`.
    NestedNoKey,
    /// The same heading twice.
    DuplicateSection,
    /// The same key twice in a section.
    DuplicateKey,
    /// A heading that is refused for its name.
    ForbiddenName,
}

impl ReadErrorKind {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnclosedHeading => "read.unclosed-heading",
            Self::OutsideSection => "read.outside-section",
            Self::ContinuesNothing => "read.continues-nothing",
            Self::NoEquals => "read.no-equals",
            Self::NoKey => "read.no-key",
            Self::NestedNoEquals => "read.nested-no-equals",
            Self::NestedNoKey => "read.nested-no-key",
            Self::DuplicateSection => "read.duplicate-section",
            Self::DuplicateKey => "read.duplicate-key",
            Self::ForbiddenName => "read.forbidden-name",
        }
    }

    /// What the SDKs' shared parser says of it; empty for a rule that it does not have.
    #[must_use]
    pub const fn reference_text(self) -> &'static str {
        match self {
            Self::UnclosedHeading => "Profile definition must end with ']'",
            Self::OutsideSection => "Expected a profile definition",
            Self::ContinuesNothing => "Expected a property definition, found continuation",
            Self::NoEquals => "Expected an '=' sign defining a property",
            Self::NoKey => "Property did not have a name",
            Self::NestedNoEquals => "Expected an '=' sign defining a sub-property",
            Self::NestedNoKey => "Sub-property did not have a name",
            Self::DuplicateSection | Self::DuplicateKey | Self::ForbiddenName => "",
        }
    }
}

/// Whether a mark stands in the line that may begin a comment; most lines have none and need no closer look.
fn may_have_comment(line: &str) -> bool {
    line.as_bytes().contains(&b'#') || line.as_bytes().contains(&b';')
}
