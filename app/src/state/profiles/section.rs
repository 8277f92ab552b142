//! The part of a file that is edited: one profile's section, or the whole file while it is small.

#[cfg(test)]
mod tests;

use core::ops::Range;

use nanori_profile::{Document, FileKind};

/// From how many bytes on a file is edited by sections only: a text field of the whole would no longer keep up.
pub const WHOLE_MAX: usize = 512 * 1024;

/// A part of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which file.
    pub file: FileKind,
    /// Its bytes.
    pub range: Range<usize>,
    /// The number of its first line, from one.
    pub first_line: usize,
}

impl Part {
    /// The whole file.
    pub fn whole(document: &Document, file: FileKind) -> Self {
        Self { file, range: 0..document.text().len(), first_line: 1 }
    }

    /// The section of the profile `name` in this file, up to the next heading.
    pub fn of_profile(document: &Document, file: FileKind, name: &str) -> Option<Self> {
        let text = document.text();
        let mut found: Option<Range<usize>> = None;
        for (start, line) in heading_lines(text) {
            if let Some(found) = &mut found {
                found.end = start;
                break;
            }
            if heading(line).and_then(|heading| profile_name(heading, file)) == Some(name) {
                found = Some(start..text.len());
            }
        }
        let range = found?;
        let first_line = text.get(..range.start)?.matches('\n').count() + 1;
        Some(Self { file, range, first_line })
    }

    /// The text of the part.
    pub fn text<'a>(&self, document: &'a Document) -> &'a str {
        document.text().get(self.range.clone()).unwrap_or_default()
    }

    /// The document with `text` in the place of the part, and the part as it is then.
    pub fn replaced(&self, document: &Document, text: &str) -> (Document, Self) {
        let whole = document.text();
        let before = whole.get(..self.range.start).unwrap_or_default();
        let after = whole.get(self.range.end..).unwrap_or_default();
        let joined = zeroize::Zeroizing::new([before, text, after].concat());
        let part = Self { range: self.range.start..self.range.start + text.len(), ..self.clone() };
        (Document::new(&joined), part)
    }
}

/// Every heading's line, with the place of its first byte. Lines without a bracket are not looked at.
fn heading_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    core::iter::from_fn(move || {
        loop {
            let rest = text.get(next..)?;
            let before = rest.get(..rest.find('[')?)?;
            let start = next + before.rfind('\n').map_or(0, |end| end + 1);
            let line = text.get(start..)?.split_inclusive('\n').next()?;
            next = start + line.len();
            if heading(line).is_some() {
                return Some((start, line));
            }
        }
    })
}

fn heading(line: &str) -> Option<&str> {
    line.trim().strip_prefix('[')?.split_once(']').map(|(heading, _)| heading.trim())
}

fn profile_name(heading: &str, file: FileKind) -> Option<&str> {
    match (file, heading.strip_prefix("profile").filter(|rest| rest.starts_with([' ', '\t']))) {
        (_, Some(name)) => Some(name.trim().trim_matches(['"', '\''])),
        (FileKind::Config, None) => (heading == "default").then_some(heading),
        (FileKind::Credentials, None) => Some(heading),
    }
}
