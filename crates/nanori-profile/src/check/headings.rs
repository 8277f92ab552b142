//! Headings and duplicates, which need no reading of values.

use std::collections::HashMap;

use super::fix;
use super::{CheckCode, Findings};
use crate::FileKind;

const PREFIXES: [&str; 3] = ["profile", "sso-session", "services"];
/// Sections of the config file that belong to tools rather than to profiles.
const OTHER: [&str; 3] = ["default", "plugins", "preview"];

pub(super) fn check(found: &mut Findings<'_>) {
    for file in [FileKind::Config, FileKind::Credentials] {
        let Some(document) = found.files.document(file) else { continue };
        if document.text().starts_with('\u{feff}') {
            let fix = fix::one("remove", file, 0..'\u{feff}'.len_utf8(), String::new());
            if let Some(diagnosis) = found.add(CheckCode::ByteOrderMark, file, 0) {
                diagnosis.fixed(Some(fix));
            }
        }
        let mut headings: HashMap<&str, usize> = HashMap::new();
        let mut keys: HashMap<String, ()> = HashMap::new();
        let mut offset = 0_usize;
        for whole in document.text().split_inclusive('\n') {
            let start = offset;
            offset = offset.saturating_add(whole.len());
            let line = whole.trim();
            if let Some((heading, _)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
                keys.clear();
                let heading = heading.trim();
                if headings.insert(heading, start).is_some() {
                    found.add(CheckCode::DuplicateSection, file, start);
                }
                one_heading(found, file, start, heading);
            } else if !whole.starts_with([' ', '\t', '#', ';']) && !headings.is_empty() {
                let Some((key, _)) = line.split_once(['=', ':']) else { continue };
                let key = key.trim().to_lowercase();
                if keys.insert(key.clone(), ()).is_some()
                    && let Some(diagnosis) = found.add(CheckCode::DuplicateKey, file, start)
                {
                    diagnosis.with("key", key);
                }
            }
        }
        if let (FileKind::Config, Some(_), Some(prefixed)) =
            (file, headings.get("default"), headings.get("profile default"))
        {
            found.add(CheckCode::TwoDefaults, file, *prefixed);
        }
    }
}

fn one_heading(found: &mut Findings<'_>, file: FileKind, start: usize, heading: &str) {
    let prefix = heading.split_once([' ', '\t']).map(|(prefix, _)| prefix);
    let document = found.files.document(file);
    let at = document.and_then(|document| document.text().get(start..)).and_then(|rest| rest.find(heading));
    let at = start.saturating_add(at.unwrap_or_default());
    match (file, prefix) {
        (FileKind::Config, None) if !OTHER.contains(&heading) && !heading.is_empty() => {
            let fix = fix::one("insert", file, at..at, "profile ".to_owned());
            if let Some(diagnosis) = found.add(CheckCode::MissingPrefix, file, start) {
                diagnosis.about(heading).fixed(Some(fix));
            }
        }
        (FileKind::Credentials, Some(prefix)) if PREFIXES.contains(&prefix) => {
            let name = heading.get(prefix.len()..).unwrap_or_default().trim();
            let fix = (prefix == "profile").then(|| {
                fix::one(
                    "remove",
                    file,
                    at..at.saturating_add(heading.len()).saturating_sub(name.len()),
                    String::new(),
                )
            });
            if let Some(diagnosis) = found.add(CheckCode::PrefixInCredentials, file, start) {
                diagnosis.about(name).fixed(fix);
            }
        }
        _ => {}
    }
}
