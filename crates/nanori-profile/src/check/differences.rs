//! Where programs read the same file differently.

use super::{CheckCode, Findings, View};
use crate::FileKind;
use crate::name_map::NameSet;
use crate::reader::{Profile, Profiles, ReadError};

/// A reader that refuses a file.
pub(super) fn refused(found: &mut Findings<'_>, reader: &'static str, error: Option<&(FileKind, ReadError)>) {
    let Some((file, error)) = error else { return };
    let Some(document) = found.files.document(*file) else { return };
    let line = usize::try_from(error.place.line).unwrap_or(usize::MAX);
    let offset = document.line_start(line).unwrap_or_default();
    if let Some(diagnosis) = found.add(CheckCode::Refused, *file, offset) {
        diagnosis.with("reader", reader).with("rule", error.kind.code());
    }
}

/// Profiles and settings that some readers see and others do not, or see with another value.
pub(super) fn check<'a, 'b>(found: &mut Findings<'_>, views: &[View<'b, 'a>; 3]) {
    let views: Vec<_> = views.iter().filter_map(|(reader, profiles)| Some((*reader, (*profiles)?))).collect();
    for (number, (_, profiles)) in views.iter().enumerate() {
        let earlier = views.get(..number).unwrap_or_default();
        for (place, profile) in profiles.iter().enumerate() {
            if earlier.iter().any(|(_, all)| all.profile_near(place, &profile.name).is_some()) {
                continue;
            }
            let find = |all: &'a Profiles<'b>| all.profile_near(place, &profile.name);
            let each: Vec<_> = views.iter().map(|(reader, all)| (*reader, find(all))).collect();
            if !each.iter().all(|(_, view)| view.is_some_and(|view| view.is_alike(profile))) {
                compare(found, profile, &each);
            }
        }
    }
}

fn compare(found: &mut Findings<'_>, profile: &Profile<'_>, each: &[(&'static str, Option<&Profile<'_>>)]) {
    let readers = |wanted: bool| {
        let some = each.iter().filter(|(_, view)| view.is_some() == wanted);
        some.map(|(reader, _)| *reader).collect::<Vec<_>>().join(", ")
    };
    // The JavaScript loader drops an empty profile; nobody misses one.
    if each.iter().any(|(_, view)| view.is_none()) {
        if !profile.settings.is_empty() {
            let (file, offset) = profile.heading;
            let (by, not) = (readers(true), readers(false));
            if let Some(diagnosis) = found.add(CheckCode::ReadsDifferently, file, offset) {
                diagnosis.about(&profile.name).with("seen-by", by).with("not-by", not);
            }
        }
        return;
    }
    let mut told = NameSet::default();
    for (_, view) in each {
        for setting in view.iter().flat_map(|view| &view.settings) {
            let key = setting.entry.key.as_ref();
            // Nested values have a form of their own in each reader, and an empty value is dropped by one of them.
            let value = setting.value();
            if value.is_empty() || value.starts_with('\n') || key.contains('.') || !told.insert(key) {
                continue;
            }
            let agrees = |view: &Option<&Profile<'_>>| view.and_then(|view| view.value(key)) == Some(value);
            let pick = |wanted: bool| {
                let some = each.iter().filter(|(_, view)| agrees(view) == wanted);
                some.map(|(reader, _)| *reader).collect::<Vec<_>>().join(", ")
            };
            let (by, not) = (pick(true), pick(false));
            if not.is_empty() {
                continue;
            }
            if let Some(diagnosis) =
                found.add(CheckCode::ReadsDifferently, setting.file, setting.entry.offset)
            {
                diagnosis.about(&profile.name).with("key", key).with("seen-by", by).with("not-by", not);
            }
        }
    }
}
