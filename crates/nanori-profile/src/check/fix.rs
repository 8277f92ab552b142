//! Fixes as edits of lines.

use core::ops::Range;

use super::{Files, Findings, Fix};
use crate::reader::{Profile, Setting};
use crate::{Edit, FileKind};

/// Replaces the value of a setting. `None` for a value of several lines.
pub(super) fn replace_value(files: &Files<'_>, setting: &Setting<'_>, value: &str) -> Option<Fix> {
    let (_, range) = parts(files, setting)?;
    Some(one("replace", setting.file, range, value.to_owned()))
}

/// Gives a setting another key.
pub(super) fn rename(files: &Files<'_>, setting: &Setting<'_>, key: &str) -> Option<Fix> {
    let (range, _) = parts(files, setting)?;
    Some(one("rename", setting.file, range, key.to_owned()))
}

/// Removes the lines of settings, and those of the same keys in the config file that the credentials file's stand over.
pub(super) fn remove(found: &Findings<'_>, profile: &Profile<'_>, settings: &[&Setting<'_>]) -> Option<Fix> {
    let files = &found.files;
    let below = found.loaded.and_then(|loaded| loaded.in_config(&profile.name));
    let mut edits = Vec::new();
    for setting in settings {
        let hidden = below.filter(|_| setting.file == FileKind::Credentials);
        let hidden = hidden.and_then(|below| below.setting(&setting.entry.key));
        for setting in [Some(*setting), hidden].into_iter().flatten() {
            parts(files, setting)?;
            let range = files.document(setting.file)?.line_range(setting.entry.offset);
            edits.push(Edit { file: setting.file, range, text: String::new() });
        }
    }
    Some(Fix { kind: "remove", edits })
}

/// Adds a line below the line of a setting, as far in as that one: else the next line would continue it.
pub(super) fn insert_below(files: &Files<'_>, setting: &Setting<'_>, key: &str, value: &str) -> Option<Fix> {
    parts(files, setting)?;
    let document = files.document(setting.file)?;
    let line = document.line_range(setting.entry.offset);
    let before = document.text().get(line.start..setting.entry.offset)?;
    let indent = if before.trim().is_empty() { before } else { "" };
    let (end, line_end) = (line.end, document.line_end());
    let complete = document.text().get(..end).is_some_and(|text| text.ends_with(['\n', '\r']));
    let text = if complete {
        format!("{indent}{key} = {value}{line_end}")
    } else {
        format!("{line_end}{indent}{key} = {value}")
    };
    Some(one("insert", setting.file, end..end, text))
}

pub(super) fn one(kind: &'static str, file: FileKind, range: Range<usize>, text: String) -> Fix {
    Fix { kind, edits: vec![Edit { file, range, text }] }
}

/// The bytes of a setting's key and of its value; `None` for what is not on one line.
fn parts(files: &Files<'_>, setting: &Setting<'_>) -> Option<(Range<usize>, Range<usize>)> {
    let document = files.document(setting.file)?;
    if setting.value().contains('\n') {
        return None;
    }
    let line = document.line_range(setting.entry.offset);
    let text = document.text().get(setting.entry.offset..line.end)?;
    let key_start = setting.entry.offset.saturating_add(text.len().saturating_sub(text.trim_start().len()));
    let (key, rest) = text.trim_start().split_at_checked(setting.entry.key.len())?;
    key.eq_ignore_ascii_case(&setting.entry.key).then_some(())?;
    let value = rest.trim_start().strip_prefix(['=', ':'])?;
    let key_end = key_start.saturating_add(key.len());
    let value_at = key_end.saturating_add(rest.len().saturating_sub(value.len()));
    let lead = value.len().saturating_sub(value.trim_start().len());
    let start = value_at.saturating_add(lead);
    let whole = value.trim();
    // A comment that the reader cut off stays.
    let kept = if whole.starts_with(setting.value()) { setting.value().len() } else { whole.len() };
    Some((key_start..key_end, start..start.saturating_add(kept)))
}

/// The candidate nearest to `text` within `most` insertions, deletions and replacements.
pub(super) fn nearest<'a>(
    text: &str,
    candidates: impl Iterator<Item = &'a str>,
    most: usize,
) -> Option<&'a str> {
    let near = candidates.filter(|candidate| candidate.len().abs_diff(text.len()) <= most);
    let measured = near.map(|candidate| (distance(text, candidate), candidate));
    measured
        .filter(|(distance, _)| (1..=most).contains(distance))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, c)| c)
}

fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i.saturating_add(1);
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, y) in row.iter_mut().skip(1).zip(b.chars()) {
            let replaced = diagonal.saturating_add(usize::from(x != y));
            diagonal = *cell;
            left = replaced.min(left.saturating_add(1)).min(cell.saturating_add(1));
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}
