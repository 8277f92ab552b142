//! Where in a document something stands.
//!
//! Every part of a parsed policy carries its [`Place`], so that a mistake or a finding can be shown at the very characters
//! that cause it. A place says nothing about which document it belongs to; the caller knows that.

use core::fmt;

/// A stretch of characters in a JSON document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// Line of the first character, counted from 1.
    pub line: u32,
    /// Column of the first character in its line, counted in Unicode characters from 1.
    pub column: u32,
    /// Byte offset of the first character.
    pub start: u32,
    /// Byte offset just after the last character.
    pub end: u32,
}

impl fmt::Display for Place {
    /// `line:column`, as editors write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}
