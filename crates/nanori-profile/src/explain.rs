//! Where each value of a profile comes from, and what CloudTrail will record.
//!
//! The table has the columns of `aws configure list`: name, value, type, location. Keys are masked as there; of all else
//! only what is known to be harmless is shown, since a key that nobody knows may hold a password.

mod attribution;
mod settings;
#[cfg(test)]
mod tests;

pub use attribution::{Attribution, Tool};

use crate::reader::python::Loaded;
use crate::resolve::has_static_keys;
use crate::{Chain, FileKind, Files, Origin, Place, Surroundings};

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is: `profile`, `access_key`, `secret_key`, `region`, a key of the profile or of a section that it names, or
    /// `outer.key` for a key below another one.
    pub name: String,
    /// The value, masked if it is secret; `None` for `<not set>`, and for keys that are only known after a call.
    pub value: Option<String>,
    /// `manual`, `env`, `config-file`, or the provider that the credentials come from; `None` if nothing sets it. Beyond
    /// what `aws configure list` has: `sso-session` and `services` for values of such a section, `unknown` for a key that
    /// nothing is known to read, whose value is never shown.
    pub kind: Option<&'static str>,
    /// Where exactly.
    pub location: Where,
}

/// Where a value stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    /// Nowhere, or where only the provider knows.
    Unknown,
    /// `--profile`.
    CommandLine,
    /// A variable.
    Variable(&'static str),
    /// A line of a file.
    Line(FileKind, Place),
}

/// The table for the profile that `surroundings` name and that resolves to `chain`.
#[must_use]
pub fn explain(
    files: &Files<'_>,
    loaded: &Loaded<'_>,
    surroundings: &Surroundings<'_>,
    chain: &Chain,
) -> Vec<Row> {
    let name = surroundings.named_profile().unwrap_or("default");
    let profile = loaded.profiles.profile(name);
    let mut rows = vec![profile_row(surroundings)];
    rows.extend(key_rows(files, loaded, surroundings, chain));
    // Version 1 of the CLI reads AWS_DEFAULT_REGION only; version 2 and the SDKs put AWS_REGION first.
    let region = ["AWS_REGION", "AWS_DEFAULT_REGION"]
        .into_iter()
        .find_map(|variable| Some((variable, surroundings.environment.filled(variable)?)));
    rows.push(match region {
        Some((variable, value)) => Row {
            name: "region".to_owned(),
            value: Some(value.to_owned()),
            kind: Some("env"),
            location: Where::Variable(variable),
        },
        None => {
            let setting = profile.and_then(|profile| profile.setting("region"));
            Row {
                name: "region".to_owned(),
                value: setting.map(|setting| setting.value().trim().to_owned()),
                kind: setting.map(|_| "config-file"),
                location: setting
                    .map_or(Where::Unknown, |setting| line(files, setting.file, setting.entry.offset)),
            }
        }
    });
    if let Some(profile) = profile {
        rows.extend(settings::rows(files, loaded, profile));
    }
    rows
}

fn profile_row(surroundings: &Surroundings<'_>) -> Row {
    let variable = ["AWS_DEFAULT_PROFILE", "AWS_PROFILE"]
        .into_iter()
        .find(|name| surroundings.environment.value(name).is_some());
    let (kind, location) = match (surroundings.profile, variable) {
        (Some(_), _) => (Some("manual"), Where::CommandLine),
        (None, Some(variable)) => (Some("env"), Where::Variable(variable)),
        (None, None) => (None, Where::Unknown),
    };
    Row { name: "profile".to_owned(), value: surroundings.named_profile().map(str::to_owned), kind, location }
}

fn key_rows(
    files: &Files<'_>,
    loaded: &Loaded<'_>,
    surroundings: &Surroundings<'_>,
    chain: &Chain,
) -> [Row; 2] {
    let method = Some(chain.method()).filter(|method| !method.is_empty());
    let row = |name: &str, value: Option<String>, location: Where| Row {
        name: name.to_owned(),
        value,
        kind: method,
        location,
    };
    let keys = [
        ("access_key", "aws_access_key_id", "AWS_ACCESS_KEY_ID"),
        ("secret_key", "aws_secret_access_key", "AWS_SECRET_ACCESS_KEY"),
    ];
    keys.map(|(name, key, variable)| match &chain.origin {
        Origin::Static { profile, file, .. } if chain.hops.is_empty() => {
            let setting = loaded.profiles.profile(profile).filter(|found| has_static_keys(found));
            let setting =
                setting.and_then(|found| found.setting(key)).filter(|setting| setting.file == *file);
            let place =
                setting.map_or(Where::Unknown, |setting| line(files, setting.file, setting.entry.offset));
            row(name, setting.map(|setting| masked(setting.value())), place)
        }
        Origin::Environment if chain.hops.is_empty() => {
            let value = surroundings.environment.value(variable).map(masked);
            row(name, value, Where::Variable(variable))
        }
        _ => row(name, None, Where::Unknown),
    })
}

fn line(files: &Files<'_>, file: FileKind, offset: usize) -> Where {
    files.document(file).map_or(Where::Unknown, |document| Where::Line(file, document.place(offset)))
}

/// `****************` and the last four characters, as the AWS CLI shows keys; nothing of a short one.
fn masked(value: &str) -> String {
    let length = value.chars().count();
    let shown: String =
        if length >= 16 { value.chars().skip(length.saturating_sub(4)).collect() } else { String::new() };
    format!("{}{shown}", "*".repeat(16))
}
