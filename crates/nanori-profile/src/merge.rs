//! Puts generated profiles into a person's own config file, and takes them out again.
//!
//! They stand together in a managed block between two comment lines. Everything outside of it stays byte for byte; what
//! the merge would change is shown first as a [`Diff`]. A name that the file uses elsewhere is a clash, never overwritten.

mod diff;
#[cfg(test)]
mod tests;

pub use diff::{Diff, Line};

use std::ops::Range;

use crate::name_map::{NameMap, NameSet};
use crate::{Document, Edit, FileKind, Place, ProfileError, ProfileName};

const BEGIN: &str = "# >>> nanori: managed block, replaced as a whole >>>";
const END: &str = "# <<< nanori: managed block <<<";

/// A profile to be merged: its name and its whole section, as the generators write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    /// The profile's name.
    pub name: ProfileName,
    /// The section, from its heading on.
    pub section: String,
}

/// A generated profile whose name stands in the file already, outside of the managed block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The name.
    pub name: ProfileName,
    /// Where it stands.
    pub place: Place,
}

/// What a merge would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// The changes; none if the file is already as it should be.
    pub edits: Vec<Edit>,
    /// Profiles that were left out because of their names. The person renames them, or their own, or removes their own.
    pub clashes: Vec<Clash>,
}

impl Merge {
    /// Plans the merge of `generated` into the config file `document`. The managed block holds exactly these afterwards;
    /// an empty list removes it.
    ///
    /// # Errors
    /// [`ProfileError::ManagedBlock`] if the file has one mark of the block without the other, or two blocks.
    pub fn plan(document: &Document, generated: &[Generated]) -> Result<Self, ProfileError> {
        let block = managed_block(document)?;
        let taken = taken(document, block.as_ref(), generated);
        let mut clashes = Vec::new();
        let mut sections: Vec<&str> = Vec::new();
        for profile in generated {
            match taken.get(profile.name.as_str()) {
                Some(offset) => {
                    clashes.push(Clash { name: profile.name.clone(), place: document.place(*offset) });
                }
                None => sections.push(&profile.section),
            }
        }
        let text = block_text(document, block.as_ref(), &sections);
        let end = document.text().len();
        let range = match block {
            Some(block) if text.is_empty() => with_blank_line_before(document, block),
            Some(block) => block,
            None => end..end,
        };
        let same = document.text().get(range.clone()) == Some(text.as_str());
        let edits = if same { Vec::new() } else { vec![Edit { file: FileKind::Config, range, text }] };
        Ok(Self { edits, clashes })
    }

    /// The profiles that stand in the managed block, so that one can be added to them or taken away.
    ///
    /// # Errors
    /// [`ProfileError::ManagedBlock`] as for [`Merge::plan`]; [`ProfileError::Name`] for a heading in the block that no
    /// generated profile has.
    pub fn managed(document: &Document) -> Result<Vec<Generated>, ProfileError> {
        let block = managed_block(document)?;
        let text = block.and_then(|block| document.text().get(block)).unwrap_or_default();
        let mut profiles: Vec<Generated> = Vec::new();
        for line in text.lines().filter(|line| !matches!(line.trim_end(), BEGIN | END | "")) {
            if let Some(heading) = line.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                let name = heading.strip_prefix("profile ").unwrap_or(heading).parse()?;
                profiles.push(Generated { name, section: String::new() });
            }
            if let Some(profile) = profiles.last_mut() {
                profile.section.extend([line, "\n"]);
            }
        }
        Ok(profiles)
    }

    /// The file after the merge.
    #[must_use]
    pub fn apply(&self, document: &Document) -> Document {
        document.edited(FileKind::Config, &self.edits)
    }
}

/// The bytes of the managed block, with both mark lines.
fn managed_block(document: &Document) -> Result<Option<Range<usize>>, ProfileError> {
    if ![BEGIN, END].iter().any(|mark| document.text().contains(mark)) {
        return Ok(None);
    }
    let mut begin = None;
    let mut found = None;
    let mut offset = 0_usize;
    for line in document.text().split_inclusive('\n') {
        let start = offset;
        offset = offset.saturating_add(line.len());
        let broken = || ProfileError::ManagedBlock { place: document.place(start) };
        match line.trim_end() {
            BEGIN if begin.is_some() || found.is_some() => return Err(broken()),
            BEGIN => begin = Some(start),
            END => found = Some(begin.take().ok_or_else(broken)?..offset),
            _ => {}
        }
    }
    match begin {
        Some(start) => Err(ProfileError::ManagedBlock { place: document.place(start) }),
        None => Ok(found),
    }
}

/// Those of the generated names that the file uses outside of the block, with the offsets of their headings.
fn taken<'a>(
    document: &'a Document,
    block: Option<&Range<usize>>,
    generated: &[Generated],
) -> NameMap<&'a str, usize> {
    let wanted: NameSet<&str> = generated.iter().map(|profile| profile.name.as_str()).collect();
    let mut names = NameMap::default();
    let mut offset = 0_usize;
    for line in document.text().split_inclusive('\n') {
        let start = offset;
        offset = offset.saturating_add(line.len());
        let heading =
            line.trim().strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(name, _)| name.trim());
        let outside = block.is_none_or(|block| !block.contains(&start));
        if let (Some(heading), true) = (heading, outside) {
            let name = heading
                .strip_prefix("profile")
                .filter(|rest| rest.starts_with([' ', '\t']))
                .unwrap_or(heading);
            let name = name.trim().trim_matches(['"', '\'']);
            if wanted.contains(name) {
                names.entry(name).or_insert(start);
            }
        }
    }
    names
}

fn block_text(document: &Document, block: Option<&Range<usize>>, sections: &[&str]) -> String {
    if sections.is_empty() {
        return String::new();
    }
    let line_end = line_end(document, block);
    let text = document.text();
    let mut lines = String::new();
    if block.is_none() && !text.is_empty() {
        // One empty line parts the block from what stands before it.
        lines.push_str(if text.ends_with(['\n', '\r']) { "\n" } else { "\n\n" });
    }
    lines.push_str(BEGIN);
    lines.push('\n');
    lines.push_str(&sections.join("\n"));
    lines.push_str(END);
    lines.push('\n');
    if line_end == "\n" { lines } else { lines.replace('\n', line_end) }
}

/// The line ends of the block itself, once it is there: those of a file before it can be mixed.
fn line_end(document: &Document, block: Option<&Range<usize>>) -> &'static str {
    match block.and_then(|block| document.text().get(block.clone())) {
        Some(block) if block.starts_with(&format!("{BEGIN}\r\n")) => "\r\n",
        Some(_) => "\n",
        None => document.line_end(),
    }
}

/// The empty line that was added with the block goes with it.
fn with_blank_line_before(document: &Document, block: Range<usize>) -> Range<usize> {
    let before = document.text().get(..block.start).unwrap_or_default();
    let line_end = line_end(document, Some(&block));
    let blank = before.strip_suffix(line_end).filter(|rest| rest.ends_with('\n') || rest.is_empty());
    blank.map_or(block.start, str::len)..block.end
}
