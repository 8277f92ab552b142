//! Changes to a document, each a byte range and what stands there afterwards.

use core::ops::Range;

use super::{Document, FileKind};

/// One change of one file.
#[derive(Clone, PartialEq, Eq)]
pub struct Edit {
    /// Which file.
    pub file: FileKind,
    /// The bytes that are replaced; empty for an insertion.
    pub range: Range<usize>,
    /// What replaces them.
    pub text: String,
}

impl Document {
    /// The document after those of `edits` that are for `file`. Edits must not overlap; one that does, or that does not
    /// fall between characters, is left out. Takes time in proportion to the text and the edits.
    #[must_use]
    pub fn edited(&self, file: FileKind, edits: &[Edit]) -> Self {
        let mut edits: Vec<&Edit> = edits.iter().filter(|edit| edit.file == file).collect();
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let mut text = zeroize::Zeroizing::new(String::with_capacity(self.text().len()));
        let mut at = 0;
        for edit in edits {
            let kept = self.text().get(at..edit.range.start);
            let (Some(kept), true) = (kept, self.text().is_char_boundary(edit.range.end)) else { continue };
            text.push_str(kept);
            text.push_str(&edit.text);
            at = edit.range.end;
        }
        text.push_str(self.text().get(at..).unwrap_or_default());
        Self::from(text)
    }
}

impl core::fmt::Debug for Edit {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Edit({:?} {:?} +{} bytes)", self.file, self.range, self.text.len())
    }
}
