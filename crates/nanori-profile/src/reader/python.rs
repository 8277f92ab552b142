//! The reading of botocore, and so of the AWS CLI and boto3: Python's `configparser` with botocore's section rules.
//!
//! Follows CPython 3.11's `RawConfigParser` and botocore's `configloader` and `session`, oddities included: `:` separates
//! as `=` does, a comment only begins a line, `[DEFAULT]` gives values to every section, and duplicates are refused.

mod ini;
mod shell_words;

pub use ini::sections;

use std::borrow::Cow;

use super::plain::are_plain;
use super::{Profile, Profiles, ReadError, ReadErrorKind, Section};
use crate::name_map::NameMap;
use crate::profile_name::is_identifier;
use crate::{Document, FileKind};

/// Both files as botocore holds them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loaded<'a> {
    /// `session.full_config`: profiles of the config file with the credentials file's values over them.
    pub profiles: Profiles<'a>,
    /// What the `config-file` provider reads of profiles that the credentials file has too: the config file alone.
    overlaid: NameMap<String, Option<Profile<'a>>>,
    /// What the `shared-credentials-file` provider reads: sections of the credentials file by their whole heading.
    credentials: Vec<Section<'a>>,
    by_heading: NameMap<String, usize>,
    /// Whether every reader sees the same in these files.
    plain: bool,
}

/// Both files.
///
/// # Errors
/// [`ReadError`] of the first file that is refused; botocore then refuses everything with "Unable to parse config file".
pub fn read<'a>(
    config: Option<&'a Document>,
    credentials: Option<&'a Document>,
) -> Result<Loaded<'a>, (FileKind, ReadError)> {
    let mut loaded = Loaded { plain: are_plain(config, credentials), ..Loaded::default() };
    if let Some(document) = config {
        let sections = checked(document).map_err(|error| (FileKind::Config, error))?;
        loaded.profiles.make_room(sections.len());
        for section in sections {
            place_config_section(&mut loaded.profiles, section);
        }
    }
    if let Some(document) = credentials {
        loaded.credentials = checked(document).map_err(|error| (FileKind::Credentials, error))?;
        for (at, section) in loaded.credentials.iter().enumerate() {
            let heading = section.heading.to_string();
            loaded.overlaid.insert(heading.clone(), loaded.profiles.profile(&heading).cloned());
            loaded.by_heading.insert(heading, at);
            loaded.profiles.merge(&section.heading, section.clone(), FileKind::Credentials);
        }
    }
    Ok(loaded)
}

impl<'a> Loaded<'a> {
    /// Whether every reader sees the same in these files, so that this reading stands for all.
    pub(crate) const fn is_plain(&self) -> bool {
        self.plain
    }

    /// The profile in the config file alone.
    #[must_use]
    pub fn in_config(&self, name: &str) -> Option<&Profile<'a>> {
        match self.overlaid.get(name) {
            Some(alone) => alone.as_ref(),
            None => self.profiles.profile(name),
        }
    }

    /// The section of the credentials file with that heading.
    #[must_use]
    pub fn in_credentials(&self, name: &str) -> Option<&Section<'a>> {
        self.credentials.get(*self.by_heading.get(name)?)
    }
}

/// Botocore also reads every nested value at once and refuses the file for a line without `=`.
fn checked(document: &Document) -> Result<Vec<Section<'_>>, ReadError> {
    let sections = sections(document)?;
    for entry in sections.iter().flat_map(|section| &section.entries) {
        let bad = |line: &str| !line.trim().is_empty() && !line.contains('=');
        if entry.value.starts_with('\n') && entry.value.lines().any(bad) {
            return Err(ReadError {
                kind: ReadErrorKind::NestedNoEquals,
                place: document.place(entry.offset),
            });
        }
    }
    Ok(sections)
}

/// `build_profile_map`: a later heading of the same name replaces the earlier one whole.
fn place_config_section<'a>(config: &mut Profiles<'a>, section: Section<'a>) {
    let heading = section.heading.to_string();
    let file = FileKind::Config;
    if heading == "default" {
        config.forget("default");
        config.merge("default", section, file);
        return;
    }
    let kind = ["profile", "sso-session", "services"].into_iter().find(|kind| heading.starts_with(kind));
    let (Some(kind), Some(name)) = (kind, name_in_heading(&heading)) else { return };
    match kind {
        "profile" => {
            config.forget(&name);
            config.merge(&name, section, file);
        }
        "sso-session" => config.merge_session(&name, section, file),
        _ => config.merge_services(&name, section, file),
    }
}

/// The name in `profile name`, `sso-session name` or `services name`: the second of exactly two words of a shell's.
pub(crate) fn name_in_heading(heading: &str) -> Option<Cow<'_, str>> {
    let plain = |name: &&str| !name.is_empty() && name.chars().all(is_identifier);
    if let Some(name) = heading.strip_prefix("profile ").filter(plain) {
        return Some(Cow::Borrowed(name));
    }
    let [_, name] = <[String; 2]>::try_from(shell_words::split(heading)?).ok()?;
    Some(Cow::Owned(name))
}
