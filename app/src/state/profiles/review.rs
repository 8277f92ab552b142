//! Both files at a glance: every profile with its worst finding, and all findings.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::HashMap;

use nanori_identity::{RoleArn, Timestamp};
use nanori_profile::reader::{Profile, Profiles, javascript, python, reference};
use nanori_profile::{CheckCode, Diagnosis, FileKind, Files, Person, Severity, check_loaded};

use super::chosen::Chosen;

/// What the list shows, and what is wrong.
#[derive(Debug, Default)]
pub struct Review {
    /// Profiles in the order of the files.
    pub profiles: Vec<Listed>,
    /// Findings: config first, from top to bottom.
    pub diagnoses: Vec<Diagnosis>,
    /// The profile that was asked for, explained.
    pub chosen: Option<Chosen>,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The profile's name.
    pub name: String,
    /// Where its credentials come from.
    pub kind: Kind,
    /// Its worst finding; `None` for none.
    pub worst: Option<Severity>,
}

/// Where a profile's credentials come from, as far as the profile itself says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// It assumes the role of this ARN, if it is one.
    Role(String),
    /// Keys of its own.
    Keys,
    /// IAM Identity Center.
    SignOn,
    /// A program.
    Process,
    /// `aws login`.
    Login,
    /// Settings only.
    Settings,
}

impl Review {
    /// Reads and checks both files; one reading serves for the profile too that is shown meanwhile.
    pub fn of(files: &Files<'_>, person: &Person<'_>, chosen: Option<&str>, now: Timestamp) -> Self {
        let loaded = python::read(files.config, files.credentials);
        let diagnoses = check_loaded(files, &loaded, person);
        let chosen = chosen.map(|name| Chosen::of(files, loaded.as_ref().ok(), &diagnoses, name, now));
        let mut worst: HashMap<&str, Severity> = HashMap::with_capacity(diagnoses.len());
        for diagnosis in &diagnoses {
            // What some programs pass over is told at one profile for all that have it, and is no fault of any.
            if let Some(name) = diagnosis.profile.as_ref().filter(|_| diagnosis.code != CheckCode::ReadBySome)
            {
                let severity = diagnosis.code.severity();
                let known = worst.entry(name).or_insert(severity);
                *known = severity.min(*known);
            }
        }
        let list = |profiles: &Profiles<'_>| {
            let listed = profiles.iter().map(|profile| Listed {
                name: profile.name.clone(),
                kind: Kind::of(profile),
                worst: worst.get(profile.name.as_str()).copied(),
            });
            listed.collect()
        };
        // Where the AWS CLI sees nothing, the list is that of whoever sees something.
        let profiles: Vec<Listed> = match loaded {
            Ok(loaded) => list(&loaded.profiles),
            Err(_) => match reference::read(files.config, files.credentials) {
                Ok(profiles) => list(&profiles),
                Err(_) => javascript::read(files.config, files.credentials)
                    .map_or_else(|_| Vec::new(), |all| list(&all)),
            },
        };
        Self { profiles, diagnoses, chosen }
    }

    /// The profile `name` explained: from what is known, or by another reading of the files.
    pub fn explain(&self, files: &Files<'_>, name: &str, now: Timestamp) -> Chosen {
        if let Some(chosen) = self.chosen.as_ref().filter(|chosen| chosen.name == name) {
            return chosen.clone();
        }
        let loaded = python::read(files.config, files.credentials);
        Chosen::of(files, loaded.as_ref().ok(), &self.diagnoses, name, now)
    }

    /// How many findings of this severity a file has.
    pub fn count(&self, file: FileKind, severity: Severity) -> usize {
        let of_kind =
            |diagnosis: &&Diagnosis| diagnosis.file == file && diagnosis.code.severity() == severity;
        self.diagnoses.iter().filter(of_kind).count()
    }

    /// The findings about a profile, the worst first.
    pub fn about(&self, profile: &str) -> Vec<&Diagnosis> {
        let about = |diagnosis: &&Diagnosis| diagnosis.profile.as_deref() == Some(profile);
        let mut found: Vec<&Diagnosis> = self.diagnoses.iter().filter(about).collect();
        found.sort_by_key(|diagnosis| diagnosis.code.severity());
        found
    }

    /// The findings of both files by rule, the worst rules first.
    pub fn by_rule(&self) -> Vec<(CheckCode, Vec<&Diagnosis>)> {
        let mut rules: Vec<(CheckCode, Vec<&Diagnosis>)> = Vec::new();
        let mut places: HashMap<CheckCode, usize> = HashMap::new();
        for diagnosis in &self.diagnoses {
            let place = *places.entry(diagnosis.code).or_insert_with(|| {
                rules.push((diagnosis.code, Vec::new()));
                rules.len() - 1
            });
            if let Some((_, list)) = rules.get_mut(place) {
                list.push(diagnosis);
            }
        }
        rules.sort_by_key(|(code, _)| code.severity());
        rules
    }

    /// The profile that roles are likely to be assumed from: `default`, unless another one has credentials and it has none.
    pub fn likely_source(&self) -> &str {
        let has_credentials = |listed: &&Listed| !matches!(listed.kind, Kind::Role(_) | Kind::Settings);
        let mut sources = self.profiles.iter().filter(has_credentials).map(|listed| listed.name.as_str());
        let first = sources.next().unwrap_or("default");
        sources.find(|name| *name == "default").unwrap_or(first)
    }

    /// The profiles that hold a key that never ends.
    pub fn long_term_keys(&self) -> impl Iterator<Item = &str> {
        let found = self.diagnoses.iter().filter(|diagnosis| diagnosis.code == CheckCode::LongTermKey);
        found.filter_map(|diagnosis| diagnosis.profile.as_deref())
    }

    /// The lines of the list whose name, role or account holds every typed word; at most `most`, and how many there are.
    pub fn search(&self, typed: &str, most: usize) -> (Vec<Listed>, usize) {
        let words: Vec<String> = typed.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let fits = |listed: &&Listed| {
            if words.is_empty() {
                return true;
            }
            let name = lowered(&listed.name);
            let role = listed.kind.account_and_name().map(lowered);
            let holds = |word: &String| {
                name.contains(word.as_str()) || role.iter().any(|part| part.contains(word.as_str()))
            };
            words.iter().all(holds)
        };
        let mut found: Vec<&Listed> = self.profiles.iter().filter(fits).collect();
        let count = found.len();
        // What is wrong comes first; the order of the file decides among the rest.
        found.sort_by_key(|listed| match listed.worst {
            Some(Severity::Error) => 0,
            Some(Severity::Warning) => 1,
            _ => 2,
        });
        (found.into_iter().take(most).cloned().collect(), count)
    }
}

/// In lower case; most names are so already, and a list of thousands is searched at each key press.
fn lowered(text: &str) -> Cow<'_, str> {
    let is_lower = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) }
}

impl Kind {
    /// The role that is assumed; `None` if none is, or its ARN is none. Read anew each time: a list shows a hundred of
    /// thousands.
    pub fn role(&self) -> Option<RoleArn> {
        match self {
            Self::Role(arn) => arn.parse().ok(),
            _ => None,
        }
    }

    /// Account and name of the role as they stand in its ARN, be it a right one or not; empty for none.
    fn account_and_name(&self) -> [&str; 2] {
        let Self::Role(arn) = self else { return ["", ""] };
        [arn.split(':').nth(4).unwrap_or_default(), arn.rsplit(['/', ':']).next().unwrap_or_default()]
    }

    fn of(profile: &Profile<'_>) -> Self {
        if let Some(arn) = profile.value("role_arn") {
            return Self::Role(arn.to_owned());
        }
        let has = |key| profile.has(key);
        match () {
            () if has("sso_role_name") || has("sso_account_id") => Self::SignOn,
            () if has("aws_access_key_id") || has("aws_secret_access_key") => Self::Keys,
            () if has("login_session") => Self::Login,
            () if has("credential_process") => Self::Process,
            () => Self::Settings,
        }
    }
}
