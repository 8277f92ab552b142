//! Headings and duplicates, which need no reading of values.

use std::borrow::Cow;

use super::fix;
use super::{CheckCode, Findings};
use crate::FileKind;
use crate::name_map::{NameMap, NameSet};
use crate::reader::lowered;
use crate::reader::python::name_in_heading;

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
        let mut headings: NameMap<&str, usize> = NameMap::default();
        let mut keys = Keys::default();
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
                let key = lowered(key.trim());
                if keys.add(key.clone())
                    && let Some(diagnosis) = found.add(CheckCode::DuplicateKey, file, start)
                {
                    diagnosis.with("key", key);
                }
            }
        }
        leave_taken_headings(found, file, &headings);
        if let (FileKind::Config, Some(_), Some(prefixed)) =
            (file, headings.get("default"), headings.get("profile default"))
        {
            found.add(CheckCode::TwoDefaults, file, *prefixed);
        }
    }
}

/// A heading that would become one that is there already is not offered: the AWS CLI refuses a file with two of them.
fn leave_taken_headings(found: &mut Findings<'_>, file: FileKind, headings: &NameMap<&str, usize>) {
    for diagnosis in found.list.iter_mut().filter(|diagnosis| diagnosis.file == file) {
        let Some(name) = &diagnosis.profile else { continue };
        let taken = match diagnosis.code {
            CheckCode::MissingPrefix => headings.contains_key(format!("profile {name}").as_str()),
            CheckCode::PrefixInCredentials => headings.contains_key(name.as_str()),
            _ => false,
        };
        if taken {
            diagnosis.fix = None;
        }
    }
}

/// The keys of a section so far; hashed only where they are many.
#[derive(Default)]
struct Keys<'a> {
    few: Vec<Cow<'a, str>>,
    many: NameSet<Cow<'a, str>>,
}

impl<'a> Keys<'a> {
    /// Adds a key; true if it was there.
    fn add(&mut self, key: Cow<'a, str>) -> bool {
        if self.few.contains(&key) || self.many.contains(&key) {
            return true;
        }
        if self.few.len() < 24 {
            self.few.push(key);
        } else {
            self.many.insert(key);
        }
        false
    }

    fn clear(&mut self) {
        self.few.clear();
        self.many.clear();
    }
}

fn one_heading(found: &mut Findings<'_>, file: FileKind, start: usize, heading: &str) {
    let prefix = heading.split_once([' ', '\t']).map(|(prefix, _)| prefix);
    let document = found.files.document(file);
    let rest = document.and_then(|document| document.text().get(start..)).unwrap_or_default();
    let inside = rest.split_once('[').map_or(rest, |(_, inside)| inside).trim_start();
    let at = start.saturating_add(rest.len().saturating_sub(inside.len()));
    match (file, prefix) {
        (FileKind::Config, None) if !OTHER.contains(&heading) && !heading.is_empty() => {
            let fix = fix::one("insert", file, at..at, "profile ".to_owned());
            if let Some(diagnosis) = found.add(CheckCode::MissingPrefix, file, start) {
                diagnosis.about(heading).fixed(Some(fix));
            }
        }
        (FileKind::Config, Some(prefix))
            if PREFIXES.contains(&prefix) && name_in_heading(heading).is_none() =>
        {
            if let Some(diagnosis) = found.add(CheckCode::BadHeading, file, start) {
                diagnosis.with("heading", heading);
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
