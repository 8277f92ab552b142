//! The lines of the table for everything that a profile says beside keys and region: its own settings, those of the
//! sections that it names, those below a key, and keys that nothing is known to read.

use super::{Row, Where, line};
use crate::known_keys::{Shown, shown, shown_below};
use crate::reader::python::Loaded;
use crate::reader::{Profile, Setting, reference};
use crate::{Document, Files};

/// What stands in the place of a value that may be a secret: nothing of it.
const HIDDEN: &str = "****************";

/// Settings that stand first, in this order; the others follow as the files have them.
const FIRST: [&str; 18] = [
    "role_arn",
    "source_profile",
    "credential_source",
    "role_session_name",
    "mfa_serial",
    "external_id",
    "duration_seconds",
    "web_identity_token_file",
    "credential_process",
    "sso_session",
    "sso_start_url",
    "sso_region",
    "sso_account_id",
    "sso_role_name",
    "login_session",
    "services",
    "endpoint_url",
    "output",
];

/// Keys that have lines of their own above, or a secret that the table does not tell of.
const ELSEWHERE: [&str; 5] =
    ["region", "aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_security_token"];

/// All lines, in the order of the table.
pub(super) fn rows(files: &Files<'_>, loaded: &Loaded<'_>, profile: &Profile<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    let known = |setting: &&Setting<'_>| shown(&setting.entry.key).is_some();
    let other = |setting: &&Setting<'_>| {
        let key = setting.entry.key.as_ref();
        !FIRST.contains(&key) && !ELSEWHERE.contains(&key)
    };
    for setting in FIRST.iter().filter_map(|key| profile.setting(key)) {
        own(&mut rows, files, setting);
    }
    for setting in profile.settings.iter().filter(other).filter(known) {
        own(&mut rows, files, setting);
    }
    if let Some(session) = profile.value("sso_session").and_then(|name| loaded.profiles.session(name)) {
        // Where both have a key, botocore wants them to say the same, and the profile's own line tells it.
        for setting in session.settings.iter().filter(|setting| !profile.has(&setting.entry.key)) {
            rows.push(flat(files, setting, "sso-session"));
        }
    }
    if let Some(services) = profile.value("services").and_then(|name| loaded.profiles.services(name)) {
        for setting in &services.settings {
            below(&mut rows, files, setting, "services");
        }
    }
    for setting in profile.settings.iter().filter(other).filter(|setting| !known(setting)) {
        own(&mut rows, files, setting);
    }
    rows
}

fn own(rows: &mut Vec<Row>, files: &Files<'_>, setting: &Setting<'_>) {
    if setting.value().starts_with('\n') {
        below(rows, files, setting, "config-file");
    } else {
        rows.push(flat(files, setting, "config-file"));
    }
}

fn flat(files: &Files<'_>, setting: &Setting<'_>, kind: &'static str) -> Row {
    let key = setting.entry.key.as_ref();
    let part = shown(key);
    Row {
        name: key.to_owned(),
        value: Some(visible(setting.value().trim(), part)),
        kind: Some(if part.is_some() { kind } else { "unknown" }),
        location: line(files, setting.file, setting.entry.offset),
    }
}

/// A line for each pair below a key: `s3.addressing_style`.
fn below(rows: &mut Vec<Row>, files: &Files<'_>, setting: &Setting<'_>, kind: &'static str) {
    let outer = setting.entry.key.as_ref();
    let document = files.document(setting.file);
    let mut lines = document.into_iter().flat_map(|document| lines_below(document, setting.entry.offset));
    for (key, value) in reference::nested(setting.value()) {
        let part = shown_below(outer, key);
        rows.push(Row {
            name: format!("{outer}.{key}"),
            value: Some(visible(value, part)),
            kind: Some(if part.is_some() { kind } else { "unknown" }),
            location: lines.next().map_or(Where::Unknown, |offset| line(files, setting.file, offset)),
        });
    }
}

/// Where the lines begin that continue the value at `offset`: those further in than it, without comments and empty ones.
fn lines_below(document: &Document, offset: usize) -> impl Iterator<Item = usize> {
    let range = document.line_range(offset);
    let indent = offset.saturating_sub(range.start);
    let text = document.text().get(range.end..).unwrap_or_default();
    let mut next = range.end;
    let lines = text.split_inclusive(['\n', '\r']).map(move |line| {
        let start = next;
        next = start.saturating_add(line.len());
        (start, line.len().saturating_sub(line.trim_start().len()), line.trim())
    });
    lines
        .filter(|(_, _, content)| !content.is_empty() && !content.starts_with(['#', ';']))
        .take_while(move |(_, lead, _)| *lead > indent)
        .map(|(start, lead, _)| start.saturating_add(lead))
}

/// The part of a value that may be shown. What is not known may be a password; so may lines that continue a value.
fn visible(value: &str, part: Option<Shown>) -> String {
    match part {
        Some(part) if value.contains('\n') => {
            let (first, _) = value.split_once('\n').unwrap_or_default();
            format!("{} {HIDDEN}", visible(first, Some(part)))
        }
        Some(Shown::Whole) => value.to_owned(),
        Some(Shown::Program) => match value.split_once(char::is_whitespace) {
            None => value.to_owned(),
            Some((program, _)) => format!("{program} {HIDDEN}"),
        },
        Some(Shown::Address) if !value.contains('@') => value.to_owned(),
        Some(Shown::Address | Shown::Nothing) | None => HIDDEN.to_owned(),
    }
}
