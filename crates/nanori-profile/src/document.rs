//! A config or credentials file as text that comes out byte for byte as it went in.
//!
//! The text itself is kept, and everything that is read from it points back into it: comments, blank lines, order, line
//! ends and a byte order mark survive because nothing takes them away. Changes are [`Edit`]s of byte ranges.

mod edit;
#[cfg(test)]
mod tests;

pub use edit::Edit;

use zeroize::Zeroizing;

use crate::{Place, ProfileError};

/// Which of the two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileKind {
    /// `~/.aws/config`.
    Config,
    /// `~/.aws/credentials`.
    Credentials,
}

impl FileKind {
    /// Where the file is unless a variable says otherwise.
    #[must_use]
    pub const fn default_path(self) -> &'static str {
        match self {
            Self::Config => "~/.aws/config",
            Self::Credentials => "~/.aws/credentials",
        }
    }
}

/// The text of a file. `Debug` shows its length only, since it may hold keys, and it is wiped on drop.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Document {
    text: Zeroizing<String>,
    /// Byte offset of each line's first character; a line ends with `\n`, `\r\n` or `\r`.
    starts: Vec<usize>,
}

impl Document {
    /// Takes a file's bytes. They are wiped where they are refused, and kept as they are where not.
    ///
    /// # Errors
    /// [`ProfileError::NotUtf8`] with the place of the first byte that is not UTF-8.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, ProfileError> {
        String::from_utf8(bytes).map(|text| Self::from(Zeroizing::new(text))).map_err(|error| {
            let byte = error.utf8_error().valid_up_to();
            let bytes = Zeroizing::new(error.into_bytes());
            let valid = bytes.get(..byte).and_then(|valid| core::str::from_utf8(valid).ok());
            let place = Self::new(valid.unwrap_or_default()).place(byte);
            ProfileError::NotUtf8 { place, byte }
        })
    }

    /// Takes a file's text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::from(Zeroizing::new(text.to_owned()))
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte offset.
    #[must_use]
    pub fn place(&self, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        let rest = self.text.get(start..).unwrap_or_default();
        Place::in_line(line, rest, offset.saturating_sub(start))
    }

    /// The byte range of the line that holds `offset`, with its line end.
    #[must_use]
    pub fn line_range(&self, offset: usize) -> core::ops::Range<usize> {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        start..self.starts.get(line).copied().unwrap_or(self.text.len())
    }

    /// Every line with the offset of its first byte, line ends included; no empty one after the last line end.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let ends = self.starts.iter().skip(1).copied().chain([self.text.len()]);
        let lines = self.starts.iter().zip(ends);
        lines
            .filter(|(start, end)| *start < end)
            .map(|(start, end)| (*start, self.text.get(*start..end).unwrap_or_default()))
    }

    /// How many lines there are.
    pub(crate) const fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// The byte offset of line `line`, counted from one.
    #[must_use]
    pub fn line_start(&self, line: usize) -> Option<usize> {
        self.starts.get(line.checked_sub(1)?).copied()
    }

    /// The line end that the file uses: that of its first line, `\n` if it has none.
    #[must_use]
    pub fn line_end(&self) -> &'static str {
        match self.text.find(['\r', '\n']) {
            Some(at) if self.text.get(at..).is_some_and(|rest| rest.starts_with("\r\n")) => "\r\n",
            _ => "\n",
        }
    }
}

impl From<Zeroizing<String>> for Document {
    fn from(text: Zeroizing<String>) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes.get(at..).is_some_and(|rest| !rest.starts_with(b"\r\n")) {
                starts.push(at.saturating_add(1));
            }
        }
        Self { text, starts }
    }
}

impl core::fmt::Debug for Document {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Document({} lines, {} bytes)", self.starts.len(), self.text.len())
    }
}
