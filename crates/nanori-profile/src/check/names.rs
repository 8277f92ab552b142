//! Key names that nothing reads but that are nearly one.

use super::{CheckCode, Findings, fix};
use crate::known_keys::KNOWN;
use crate::reader::Profile;

pub(super) fn check(found: &mut Findings<'_>, profile: &Profile<'_>) {
    for setting in &profile.settings {
        let key = setting.entry.key.as_ref();
        if KNOWN.contains(&key) {
            continue;
        }
        let plain = key.replace(['-', ' ', '.'], "_");
        let same = KNOWN.into_iter().find(|known| *known == plain);
        let near = || fix::nearest(&plain, KNOWN.into_iter().filter(|known| known.len() > 6), 2);
        let Some(meant) = same.or_else(near).filter(|meant| !profile.has(meant)) else { continue };
        let fix = fix::rename(&found.files, setting, meant);
        if let Some(diagnosis) = found.add(CheckCode::NearMiss, setting.file, setting.entry.offset) {
            diagnosis.about(&profile.name).with("key", key).with("meant", meant).fixed(fix);
        }
    }
}
