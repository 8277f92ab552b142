//! Where in a text something stands.
//!
//! Lines and columns count from one; a column counts characters, not bytes, as editors do.

/// A position in a text: line and column, both counted from one, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// Line, from one.
    pub line: u32,
    /// Column in characters, from one.
    pub column: u32,
}

impl Place {
    /// The first character of a text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place of byte `offset` within line number `line` (from one) whose text is `text`.
    ///
    /// An offset past the end, or inside a character, means the character before it ends there.
    pub fn in_line(line: usize, text: &str, offset: usize) -> Self {
        let before = text.char_indices().take_while(|(at, _)| *at < offset).count();
        Self { line: number(line), column: number(before.saturating_add(1)) }
    }
}

impl core::fmt::Display for Place {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
