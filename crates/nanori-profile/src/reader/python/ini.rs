//! CPython's `RawConfigParser._read` with the settings that botocore leaves as they are.

use std::borrow::Cow;

use super::super::key_index::KeyIndex;
use super::super::profiles::lowered;
use super::super::{Entry, ReadError, ReadErrorKind, Section};
use crate::Document;
use crate::name_map::NameMap;

/// The sections of one file by their headings, `[DEFAULT]`'s values given to each.
///
/// # Errors
/// [`ReadError`] as `configparser` raises it: at once for duplicates and for text before the first heading, for lines
/// that are neither heading nor pair once the whole file was read.
pub fn sections(document: &Document) -> Result<Vec<Section<'_>>, ReadError> {
    // A section of a role has about as many lines.
    let expected = document.line_count() / 8;
    let mut parser = Parser {
        document,
        sections: Vec::with_capacity(expected),
        by_heading: NameMap::with_capacity_and_hasher(expected, Default::default()),
        keys: KeyIndex::default(),
        current: None,
        in_option: false,
        indent: 0,
        first_error: None,
    };
    parser.sections.push(Section::new(Cow::Borrowed("DEFAULT"), 0));
    parser.by_heading.insert("DEFAULT", 0);
    for (start, line) in document.lines() {
        parser.line(line, start)?;
    }
    parser.finish()
}

struct Parser<'a> {
    document: &'a Document,
    /// `[DEFAULT]` first.
    sections: Vec<Section<'a>>,
    by_heading: NameMap<&'a str, usize>,
    /// Keys of the current section, since each may stand once.
    keys: KeyIndex,
    current: Option<usize>,
    in_option: bool,
    indent: usize,
    first_error: Option<ReadError>,
}

impl<'a> Parser<'a> {
    fn line(&mut self, line: &'a str, offset: usize) -> Result<(), ReadError> {
        let content = line.trim_start_matches(is_space);
        let value = content.trim_end_matches(is_space);
        if value.starts_with(['#', ';']) {
            return Ok(());
        }
        if value.is_empty() {
            // An empty line belongs to the value above it; it is lost again if nothing follows.
            self.continued("");
            return Ok(());
        }
        let lead = line.len().saturating_sub(content.len());
        let indent = line.get(..lead).map_or(0, |lead| lead.chars().count());
        if indent > self.indent && self.in_option {
            self.continued(value);
            return Ok(());
        }
        self.indent = indent;
        let at = offset.saturating_add(lead);
        let document = self.document;
        let refuse = |kind| ReadError { kind, place: document.place(at) };
        if let Some(heading) = heading(value) {
            let next = self.sections.len();
            let known = self.by_heading.get(heading).copied();
            if known.is_some_and(|index| index != 0) {
                return Err(refuse(ReadErrorKind::DuplicateSection));
            }
            if known.is_none() {
                self.by_heading.insert(heading, next);
                self.sections.push(Section::new(Cow::Borrowed(heading), at));
            }
            self.current = Some(known.unwrap_or(next));
            self.keys.clear();
            self.in_option = false;
            return Ok(());
        }
        let index = self.current.ok_or_else(|| refuse(ReadErrorKind::OutsideSection))?;
        let separator = value.bytes().position(|byte| matches!(byte, b'=' | b':'));
        let pair = separator.and_then(|at| Some((value.get(..at)?, value.get(at.saturating_add(1)..)?)));
        let Some((key, value)) = pair else {
            let error = refuse(ReadErrorKind::NoEquals);
            self.first_error.get_or_insert(error);
            return Ok(());
        };
        let key = lowered(key.trim_end_matches(is_space));
        if key.is_empty() {
            let error = refuse(ReadErrorKind::NoKey);
            self.first_error.get_or_insert(error);
        }
        if let Some(section) = self.sections.get_mut(index) {
            if self.keys.place(&section.entries, &key).is_some() {
                return Err(refuse(ReadErrorKind::DuplicateKey));
            }
            let value = Cow::Borrowed(value.trim_matches(is_space));
            section.entries.push(Entry { key, value, offset: at });
        }
        self.in_option = true;
        Ok(())
    }

    fn continued(&mut self, text: &str) {
        let section = self.current.and_then(|index| self.sections.get_mut(index));
        if let (true, Some(entry)) = (self.in_option, section.and_then(|section| section.entries.last_mut()))
        {
            // An empty line is only kept if more follows, so most values are never copied.
            let value = entry.value.to_mut();
            value.push('\n');
            value.push_str(text);
        }
    }

    fn finish(mut self) -> Result<Vec<Section<'a>>, ReadError> {
        if let Some(error) = self.first_error {
            return Err(error);
        }
        for entry in self.sections.iter_mut().flat_map(|section| &mut section.entries) {
            let kept = entry.value.trim_end_matches(is_space).len();
            match &mut entry.value {
                Cow::Borrowed(_) => {}
                Cow::Owned(value) => value.truncate(kept),
            }
        }
        let defaults = self.sections.remove(0).entries;
        for section in &mut self.sections {
            for default in &defaults {
                if section.value(&default.key).is_none() {
                    section.entries.push(default.clone());
                }
            }
        }
        Ok(self.sections)
    }
}

/// `\[(?P<header>.+)\]`, greedy: up to the last bracket, and whatever follows it is passed over.
fn heading(value: &str) -> Option<&str> {
    let (heading, _) = value.strip_prefix('[')?.rsplit_once(']')?;
    (!heading.is_empty()).then_some(heading)
}

/// Python's `str.isspace`.
#[inline]
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{1c}'..='\u{1f}') || !c.is_ascii() && c.is_whitespace()
}
