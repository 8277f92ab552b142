//! Where each value of a profile comes from, and what CloudTrail will record.
//!
//! The table has the columns of `aws configure list`: name, value, type, location. Secrets are masked as there.

mod attribution;
#[cfg(test)]
mod tests;

pub use attribution::{Attribution, Tool};

use crate::reader::python::Loaded;
use crate::resolve::has_static_keys;
use crate::{Chain, FileKind, Files, Origin, Place, Surroundings};

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is: `profile`, `access_key`, `secret_key`, `region`, or a key of the profile.
    pub name: String,
    /// The value, masked if it is secret; `None` for `<not set>`, and for keys that are only known after a call.
    pub value: Option<String>,
    /// `manual`, `env`, `config-file`, or the provider that the credentials come from; `None` if nothing sets it.
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

/// Keys that the table lists below those of `aws configure list`, in this order.
const SETTINGS: [&str; 18] = [
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
    let setting_row = |name: &str, key: &str| {
        let setting = profile.and_then(|profile| profile.setting(key));
        Row {
            name: name.to_owned(),
            value: setting.map(|setting| setting.value().trim().to_owned()),
            kind: setting.map(|_| "config-file"),
            location: setting
                .map_or(Where::Unknown, |setting| line(files, setting.file, setting.entry.offset)),
        }
    };
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
        None => setting_row("region", "region"),
    });
    let present = SETTINGS.into_iter().filter(|key| profile.is_some_and(|profile| profile.has(key)));
    rows.extend(present.map(|key| setting_row(key, key)));
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
