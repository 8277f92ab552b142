//! The reading of the JavaScript SDK (version 3, `@smithy/shared-ini-file-loader`).
//!
//! It keeps the case of keys, cuts comments wherever white space precedes them, and refuses almost nothing.

use std::borrow::Cow;

use super::key_index::KeyIndex;
use super::{Entry, Profiles, ReadError, ReadErrorKind, Section, may_have_comment};
use crate::name_map::NameMap;
use crate::{Document, FileKind};

/// Both files.
///
/// # Errors
/// [`ReadError`] for a section named `__proto__`.
pub fn read<'a>(
    config: Option<&'a Document>,
    credentials: Option<&'a Document>,
) -> Result<Profiles<'a>, (FileKind, ReadError)> {
    let mut profiles = Profiles::default();
    if let Some(document) = config {
        let mut prefixed_default = false;
        let sections = sections(document).map_err(|error| (FileKind::Config, error))?;
        for section in &sections {
            prefixed_default |= section.heading == "profile.default";
        }
        for mut section in sections {
            let heading = std::mem::take(&mut section.heading);
            match heading.split_once('.') {
                Some(("profile", name)) => profiles.merge(name, section, FileKind::Config),
                Some(("sso-session", name)) => profiles.merge_session(name, section, FileKind::Config),
                Some(("services", name)) => profiles.merge_services(name, section, FileKind::Config),
                None if heading == "default" && !prefixed_default => {
                    profiles.merge("default", section, FileKind::Config);
                }
                _ => {}
            }
        }
    }
    if let Some(document) = credentials {
        let sections = sections(document).map_err(|error| (FileKind::Credentials, error))?;
        for section in sections {
            // The loader keeps all kinds in one map, so a section of the credentials file can reach any of them.
            let heading = section.heading.to_string();
            match heading.split_once('.') {
                Some(("sso-session", name)) => profiles.merge_session(name, section, FileKind::Credentials),
                Some(("services", name)) => profiles.merge_services(name, section, FileKind::Credentials),
                _ => profiles.merge(&heading, section, FileKind::Credentials),
            }
        }
    }
    Ok(profiles)
}

/// The sections of one file that hold a value, keyed as the loader keys them: `profile.name` for `[profile name]`.
///
/// # Errors
/// [`ReadError`] for a section named `__proto__`.
pub fn sections(document: &Document) -> Result<Vec<Section<'_>>, ReadError> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    let mut index = NameMap::default();
    let mut current: Option<(Cow<'_, str>, usize)> = None;
    // The place of the current section, once it has a value.
    let mut place: Option<usize> = None;
    let mut keys = KeyIndex::default();
    let mut nested: Option<&str> = None;
    let mut next = 0_usize;
    for whole in document.text().split_inclusive('\n') {
        let offset = next;
        next = offset.saturating_add(whole.len());
        let line = whole.strip_suffix('\n').map_or(whole, |line| line.strip_suffix('\r').unwrap_or(line));
        let trimmed = without_comment(line).trim_matches(is_space);
        if let Some(name) = trimmed.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            nested = None;
            place = None;
            keys.clear();
            current = section_key(name).map(|key| (key, offset));
            if matches!(name, "__proto__" | "profile __proto__") {
                let place = document.place(offset);
                return Err(ReadError { kind: ReadErrorKind::ForbiddenName, place });
            }
            continue;
        }
        let Some((key, heading_at)) = current.as_ref().filter(|(key, _)| !key.is_empty()) else { continue };
        let Some((name, value)) = trimmed.split_once('=').filter(|(name, _)| !name.is_empty()) else {
            continue;
        };
        let (name, value) = (name.trim_matches(is_space), value.trim_matches(is_space));
        if value.is_empty() {
            nested = Some(name);
            continue;
        }
        if !line.starts_with(is_space) {
            nested = None;
        }
        let at = *place.get_or_insert_with(|| {
            *index.entry(key.clone()).or_insert_with(|| {
                sections.push(Section::new(key.clone(), *heading_at));
                sections.len().saturating_sub(1)
            })
        });
        let name = nested.map_or(Cow::Borrowed(name), |outer| Cow::Owned(format!("{outer}.{name}")));
        if let Some(section) = sections.get_mut(at) {
            section.set(&mut keys, Entry { key: name, value: Cow::Borrowed(value), offset });
        }
    }
    Ok(sections)
}

/// Everything before the first `;` or `#` that begins the line or follows white space.
fn without_comment(line: &str) -> &str {
    if !may_have_comment(line) {
        return line;
    }
    let after_space = |at: usize| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(is_space)
    };
    let mut marks = line.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'#' | b';'));
    let end = marks.find_map(|(at, _)| after_space(at).then_some(at));
    end.and_then(|end| line.get(..end)).unwrap_or(line)
}

/// `^([\w-]+)\s(["'])?([\w-@\+\.%:/]+)\2$`: a known prefix with a name is kept, another prefix is dropped, and whatever
/// does not have the form is its own name.
fn section_key(name: &str) -> Option<Cow<'_, str>> {
    let matched = name.split_once(is_space).filter(|(prefix, rest)| {
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let inner = match quote {
            Some(quote) => {
                rest.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)).unwrap_or_default()
            }
            None => rest,
        };
        let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        !prefix.is_empty()
            && prefix.chars().all(word)
            && !inner.is_empty()
            && inner.chars().all(|c| word(c) || "@+.%:/".contains(c))
    });
    match matched {
        Some((prefix @ ("profile" | "sso-session" | "services"), name)) => {
            Some(Cow::Owned(format!("{prefix}.{}", name.trim_matches(['"', '\'']))))
        }
        Some(_) => None,
        None => Some(Cow::Borrowed(name)),
    }
}

/// JavaScript's white space: Unicode's and the byte order mark, without U+0085.
#[inline]
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r') || !c.is_ascii() && (c == '\u{feff}' || c.is_whitespace() && c != '\u{85}')
}
