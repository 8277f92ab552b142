//! Profiles of both files together: what a profile name leads to, and which file each value comes from.

use std::borrow::Cow;

use super::{Entry, Section};
use crate::FileKind;
use crate::name_map::NameMap;

/// Every profile, `sso-session` and `services` section that a reader sees, in the order of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profiles<'a> {
    profiles: Group<'a>,
    sessions: Group<'a>,
    services: Group<'a>,
}

/// A profile with the values of both files, those of the credentials file over those of the config file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile<'a> {
    /// Its name, without `profile `.
    pub name: String,
    /// Its settings, each key once.
    pub settings: Vec<Setting<'a>>,
    /// The file and the byte offset of its first heading.
    pub heading: (FileKind, usize),
}

/// A key and its value with the file that it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<'a> {
    /// The file.
    pub file: FileKind,
    /// Key, value and byte offset.
    pub entry: Entry<'a>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Group<'a> {
    items: Vec<Profile<'a>>,
    index: NameMap<String, usize>,
}

impl<'a> Profiles<'a> {
    /// Every profile, in the order in which the files name them.
    pub fn iter(&self) -> impl Iterator<Item = &Profile<'a>> {
        self.profiles.items.iter()
    }

    /// The profile of that name.
    #[must_use]
    pub fn profile(&self, name: &str) -> Option<&Profile<'a>> {
        self.profiles.find(name)
    }

    /// The profile of that name, which is likely to be the one at `place` among all.
    pub(crate) fn profile_near(&self, place: usize, name: &str) -> Option<&Profile<'a>> {
        let near = self.profiles.items.get(place).filter(|profile| profile.name == name);
        near.or_else(|| self.profile(name))
    }

    /// The `[sso-session name]` section.
    #[must_use]
    pub fn session(&self, name: &str) -> Option<&Profile<'a>> {
        self.sessions.find(name)
    }

    /// Every `[sso-session …]` section.
    pub fn sessions(&self) -> impl Iterator<Item = &Profile<'a>> {
        self.sessions.items.iter()
    }

    /// Every `[services …]` section.
    pub fn all_services(&self) -> impl Iterator<Item = &Profile<'a>> {
        self.services.items.iter()
    }

    /// The `[services name]` section.
    #[must_use]
    pub fn services(&self, name: &str) -> Option<&Profile<'a>> {
        self.services.find(name)
    }

    /// Makes room for so many more profiles.
    pub(super) fn make_room(&mut self, count: usize) {
        self.profiles.items.reserve(count);
        self.profiles.index.reserve(count);
    }

    pub(super) fn merge(&mut self, name: &str, section: Section<'a>, file: FileKind) {
        self.profiles.merge(name, section, file);
    }

    pub(super) fn merge_session(&mut self, name: &str, section: Section<'a>, file: FileKind) {
        self.sessions.merge(name, section, file);
    }

    pub(super) fn merge_services(&mut self, name: &str, section: Section<'a>, file: FileKind) {
        self.services.merge(name, section, file);
    }

    /// Drops what a profile had so far: for readers in which the later heading of a name replaces the earlier.
    pub(super) fn forget(&mut self, name: &str) {
        if let Some(profile) = self.profiles.index.get(name).and_then(|at| self.profiles.items.get_mut(*at)) {
            profile.settings.clear();
        }
    }
}

impl<'a> Group<'a> {
    fn find(&self, name: &str) -> Option<&Profile<'a>> {
        self.items.get(*self.index.get(name)?)
    }

    fn merge(&mut self, name: &str, section: Section<'a>, file: FileKind) {
        let at = *self.index.entry(name.to_owned()).or_insert_with(|| {
            let heading = (file, section.offset);
            self.items.push(Profile { name: name.to_owned(), settings: Vec::new(), heading });
            self.items.len().saturating_sub(1)
        });
        let Some(profile) = self.items.get_mut(at) else { return };
        let settings = section.entries.into_iter().map(|entry| Setting { file, entry });
        // The keys of a section are different ones, so most profiles, which have one section, need no comparing.
        if profile.settings.is_empty() {
            profile.settings.extend(settings);
            return;
        }
        let known: NameMap<String, usize> = profile
            .settings
            .iter()
            .enumerate()
            .map(|(at, earlier)| (earlier.entry.key.to_string(), at))
            .collect();
        for setting in settings {
            let earlier = known.get(setting.entry.key.as_ref()).and_then(|at| profile.settings.get_mut(*at));
            match earlier {
                Some(earlier) => *earlier = setting,
                None => profile.settings.push(setting),
            }
        }
    }
}

impl<'a> Profile<'a> {
    /// The setting of `key`.
    #[must_use]
    pub fn setting(&self, key: &str) -> Option<&Setting<'a>> {
        self.settings.iter().find(|setting| setting.entry.key == key)
    }

    /// The value of `key`.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&str> {
        self.setting(key).map(|setting| setting.entry.value.as_ref())
    }

    /// Whether another reader sees the same settings in the same order, as it does in nearly every profile.
    pub(crate) fn is_alike(&self, other: &Profile<'_>) -> bool {
        let pair = |setting: &Setting<'_>, same: &Setting<'_>| {
            setting.entry.key == same.entry.key && setting.entry.value == same.entry.value
        };
        self.settings.len() == other.settings.len()
            && self.settings.iter().zip(&other.settings).all(|(a, b)| pair(a, b))
    }

    /// Whether the key is there, whatever its value.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.setting(key).is_some()
    }
}

impl Setting<'_> {
    /// The value.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.entry.value
    }
}

/// Takes a borrowed or an owned text without copying the borrowed one.
pub(crate) fn lowered(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| !byte.is_ascii() || byte.is_ascii_uppercase()) {
        Cow::Owned(text.to_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}
