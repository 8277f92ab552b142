//! The reading of the AWS SDKs' shared parser (Rust, Java, .NET and others), which its published test cases define.
//!
//! Headings that it ignores are kept out here too. Everything it refuses is an error with its own words at hand.

use std::borrow::Cow;

use super::key_index::KeyIndex;
use super::{Entry, Profiles, ReadError, ReadErrorKind, Section, may_have_comment};
use crate::name_map::NameMap;
use crate::profile_name::is_identifier;
use crate::{Document, FileKind};

const BLANK: [char; 2] = [' ', '\t'];
const COMMENT: [char; 2] = ['#', ';'];

/// Both files, the credentials file's values over the config file's.
///
/// # Errors
/// [`ReadError`] of the first file that is refused.
pub fn read<'a>(
    config: Option<&'a Document>,
    credentials: Option<&'a Document>,
) -> Result<Profiles<'a>, (FileKind, ReadError)> {
    let mut profiles = Profiles::default();
    for (kind, document) in [(FileKind::Config, config), (FileKind::Credentials, credentials)] {
        if let Some(document) = document {
            let sections = sections(document).map_err(|error| (kind, error))?;
            merge(&mut profiles, sections, kind);
        }
    }
    Ok(profiles)
}

/// The sections of one file, those of the same heading joined.
///
/// # Errors
/// [`ReadError`] at the first line that breaks a rule.
pub fn sections(document: &Document) -> Result<Vec<Section<'_>>, ReadError> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    let mut by_heading = NameMap::default();
    let mut current: Option<usize> = None;
    let mut property: Option<(Cow<'_, str>, bool)> = None;
    let mut keys = KeyIndex::default();
    let mut next = 0_usize;
    for whole in document.text().split_inclusive('\n') {
        let offset = next;
        next = offset.saturating_add(whole.len());
        let line = whole.strip_suffix('\n').map_or(whole, |line| line.strip_suffix('\r').unwrap_or(line));
        if line.trim_matches(BLANK).is_empty() || line.starts_with(COMMENT) {
            continue;
        }
        let refuse = |kind| ReadError { kind, place: document.place(offset) };
        if line.starts_with('[') {
            let heading = prepared(line, false).strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
            let heading = heading.ok_or_else(|| refuse(ReadErrorKind::UnclosedHeading))?;
            current = Some(*by_heading.entry(heading).or_insert_with(|| {
                sections.push(Section::new(Cow::Borrowed(heading), offset));
                sections.len().saturating_sub(1)
            }));
            property = None;
            keys.clear();
            continue;
        }
        let section = current.and_then(|index| sections.get_mut(index));
        let section = section.ok_or_else(|| refuse(ReadErrorKind::OutsideSection))?;
        if line.starts_with(BLANK) {
            let (key, nested) = property.as_ref().ok_or_else(|| refuse(ReadErrorKind::ContinuesNothing))?;
            if *nested {
                pair(line, true).map_err(refuse)?;
            }
            let place = keys.place(&section.entries, key);
            if let Some(entry) = place.and_then(|place| section.entries.get_mut(place)) {
                let value = entry.value.to_mut();
                value.push('\n');
                value.push_str(line.trim_matches(BLANK));
            }
        } else {
            let (key, value) = pair(line, false).map_err(refuse)?;
            property = Some((key.clone(), value.is_empty()));
            section.set(&mut keys, Entry { key, value: Cow::Borrowed(value), offset });
        }
    }
    Ok(sections)
}

/// The lines below an empty value, as pairs.
pub fn nested(value: &str) -> impl Iterator<Item = (&str, &str)> {
    value
        .split('\n')
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (key.trim_matches(BLANK), value.trim_matches(BLANK)))
}

fn pair(line: &str, nested: bool) -> Result<(Cow<'_, str>, &str), ReadErrorKind> {
    let (no_equals, no_key) = if nested {
        (ReadErrorKind::NestedNoEquals, ReadErrorKind::NestedNoKey)
    } else {
        (ReadErrorKind::NoEquals, ReadErrorKind::NoKey)
    };
    let (key, value) = prepared(line, true).split_once('=').ok_or(no_equals)?;
    let key = key.trim_matches(BLANK);
    if key.is_empty() {
        return Err(no_key);
    }
    let upper = key.bytes().any(|byte| byte.is_ascii_uppercase());
    let key = if upper { Cow::Owned(key.to_ascii_lowercase()) } else { Cow::Borrowed(key) };
    Ok((key, value.trim_matches(BLANK)))
}

/// The line without blanks at its ends and without its comment.
fn prepared(line: &str, after_blank_only: bool) -> &str {
    let line = line.trim_matches(BLANK);
    if !may_have_comment(line) {
        return line;
    }
    let after_blank = |at: usize| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        before.is_some_and(char::is_whitespace)
    };
    let mut marks = line.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'#' | b';'));
    let end = marks.find_map(|(at, _)| (!after_blank_only || after_blank(at)).then_some(at));
    end.and_then(|end| line.get(..end)).unwrap_or(line).trim_matches(BLANK)
}

fn merge<'a>(profiles: &mut Profiles<'a>, sections: Vec<Section<'a>>, kind: FileKind) {
    let prefixed_default =
        |section: &Section<'_>| name_of(&section.heading, kind) == Some(("profile", "default"));
    let ignore_default = sections.iter().any(prefixed_default);
    for mut section in sections {
        let heading = section.heading.clone();
        let Some((prefix, name)) = name_of(&heading, kind) else { continue };
        if ignore_default && (prefix, name) == ("", "default") {
            continue;
        }
        section.entries.retain(|entry| entry.key.chars().all(is_identifier));
        match prefix {
            "" | "profile" => profiles.merge(name, section, kind),
            "sso-session" => profiles.merge_session(name, section, kind),
            "services" => profiles.merge_services(name, section, kind),
            _ => {}
        }
    }
}

/// Prefix and name of a heading that the file may have; `None` for one that is ignored.
fn name_of(heading: &str, kind: FileKind) -> Option<(&str, &str)> {
    let heading = heading.trim_matches(BLANK);
    let (prefix, name) = match heading.split_once(BLANK) {
        Some((prefix, name)) => (prefix.trim(), name.trim()),
        None => ("", heading),
    };
    let legal = name.chars().all(is_identifier);
    let fits = match kind {
        FileKind::Config => !prefix.is_empty() && legal || prefix.is_empty() && name == "default",
        FileKind::Credentials => prefix.is_empty() && legal,
    };
    fits.then_some((prefix, name))
}
