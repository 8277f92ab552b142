//! Roles out of the files of other tools.
//!
//! Extend-Switch-Roles texts, and config files with the additions of aws-vault, Granted and Leapp. What a tool's own
//! parser would lose or cut is kept. Reads only; [`crate::RoleProfile`] writes.

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use nanori_identity::{AccountId, IdentityError, MfaSerial, Partition, Region, RoleArn, SessionDuration};

use crate::reader::{Profile, Profiles};
use crate::{Document, Place};

/// A role that another tool's file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedRole {
    /// Its name there.
    pub name: String,
    /// The role.
    pub role_arn: RoleArn,
    /// The profile that its credentials come from.
    pub source_profile: Option<String>,
    /// The region that it is opened in.
    pub region: Option<Region>,
    /// How long its sessions last.
    pub duration: Option<SessionDuration>,
    /// The MFA device.
    pub mfa_serial: Option<MfaSerial>,
    /// The colour, as six hexadecimal digits in lower case.
    pub color: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// A section that names no usable role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportProblem {
    /// The section.
    pub name: String,
    /// `import.no-role`, `import.bad-role-arn`, `import.bad-account` or `import.duplicate-key`.
    pub code: &'static str,
    /// Where it stands.
    pub place: Place,
}

/// What an import gives.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// Roles, in the order of the file.
    pub roles: Vec<ImportedRole>,
    /// Sections that could not be used.
    pub problems: Vec<ImportProblem>,
}

struct Raw<'a> {
    name: &'a str,
    offset: usize,
    values: HashMap<String, &'a str>,
}

/// Reads an Extend-Switch-Roles text: sections `[name]` or `[profile name]` with `role_arn`, or with `aws_account_id` and
/// `role_name` (or `target_role_name` of a base section that `source_profile` names).
///
/// A `#` begins a comment only where white space stands before it, a second `=` belongs to the value, and the partition
/// of an ARN is kept: the extension itself cuts and drops these.
#[must_use]
pub fn switch_roles(document: &Document) -> Imported {
    let mut imported = Imported::default();
    let sections = raw_sections(document, &mut imported);
    let by_name: HashMap<&str, &Raw<'_>> = sections.iter().map(|section| (section.name, section)).collect();
    for section in &sections {
        let base = section.values.get("source_profile").and_then(|name| by_name.get(name.trim()));
        let own_or_base = |key: &str, base_key: &str| {
            let inherited = || base.and_then(|base| base.values.get(base_key)).copied();
            section.values.get(key).copied().or_else(inherited)
        };
        let role_name = own_or_base("role_name", "target_role_name");
        let role = match (section.values.get("role_arn"), section.values.get("aws_account_id"), role_name) {
            (Some(arn), _, _) => arn.parse().map_err(|_| "import.bad-role-arn"),
            (None, Some(account), Some(name)) => role_of(account, name),
            // A base section that only lends its values, or one with keys only, is no role.
            (None, Some(_), None) if section.values.contains_key("source_profile") => Err("import.no-role"),
            _ => continue,
        };
        let place = document.place(section.offset);
        match role {
            Ok(role_arn) => imported.roles.push(ImportedRole {
                name: section.name.to_owned(),
                role_arn,
                source_profile: section.values.get("source_profile").map(|name| (*name).to_owned()),
                region: own_or_base("region", "target_region").and_then(|region| region.parse().ok()),
                duration: None,
                mfa_serial: None,
                color: section.values.get("color").and_then(|color| color_of(color)),
                place,
            }),
            Err(code) => imported.problems.push(ImportProblem { name: section.name.to_owned(), code, place }),
        }
    }
    imported
}

/// The role profiles of a config file, with what aws-vault (`include_profile`), Granted (`granted_sso_…`,
/// `granted_color`) and Leapp add to it.
#[must_use]
pub fn profiles(document: &Document, profiles: &Profiles<'_>) -> Imported {
    let mut imported = Imported::default();
    for profile in profiles.iter() {
        let place = document.place(profile.heading.1);
        let included = includes(profile, profiles);
        let value = |key: &str| included.iter().find_map(|profile| profile.value(key));
        let Some(arn) = profile.value("role_arn") else { continue };
        match arn.parse::<RoleArn>() {
            Ok(role_arn) => imported.roles.push(ImportedRole {
                name: profile.name.clone(),
                role_arn,
                source_profile: value("source_profile").map(str::to_owned),
                region: value("region").and_then(|region| region.parse().ok()),
                duration: value("duration_seconds")
                    .and_then(|seconds| seconds.trim().parse().ok())
                    .and_then(|seconds| SessionDuration::from_seconds(seconds).ok()),
                mfa_serial: value("mfa_serial").and_then(|serial| serial.parse().ok()),
                color: value("granted_color").or_else(|| value("color")).and_then(color_of),
                place,
            }),
            Err(_) => {
                let name = profile.name.clone();
                imported.problems.push(ImportProblem { name, code: "import.bad-role-arn", place });
            }
        }
    }
    imported
}

/// The profile and those that aws-vault's `include_profile` draws in, nearest first. A circle ends where it closes.
fn includes<'a, 'b>(profile: &'b Profile<'a>, all: &'b Profiles<'a>) -> Vec<&'b Profile<'a>> {
    let mut chain = vec![profile];
    let mut current = profile;
    while let Some(next) = current.value("include_profile").and_then(|name| all.profile(name)) {
        if chain.iter().any(|seen| seen.name == next.name) {
            break;
        }
        chain.push(next);
        current = next;
    }
    chain
}

fn raw_sections<'a>(document: &'a Document, imported: &mut Imported) -> Vec<Raw<'a>> {
    let mut sections: Vec<Raw<'a>> = Vec::new();
    let mut offset = 0_usize;
    for whole in document.text().split_inclusive('\n') {
        let start = offset;
        offset = offset.saturating_add(whole.len());
        let line = whole.trim();
        if line.starts_with(['#', ';']) {
            continue;
        }
        if let Some(heading) = without_comment(line).strip_prefix('[').and_then(|rest| rest.strip_suffix(']'))
        {
            let heading = heading.trim();
            let name = heading.strip_prefix("profile ").unwrap_or(heading).trim();
            sections.push(Raw { name, offset: start, values: HashMap::new() });
        } else if let (Some((key, value)), Some(section)) = (line.split_once('='), sections.last_mut()) {
            let key = key.trim().to_ascii_lowercase();
            if section.values.insert(key, without_comment(value.trim())).is_some() {
                let name = section.name.to_owned();
                let place = document.place(start);
                imported.problems.push(ImportProblem { name, code: "import.duplicate-key", place });
            }
        }
    }
    sections
}

/// A comment begins where white space stands before its mark, so that a colour may begin with `#`.
fn without_comment(line: &str) -> &str {
    let end = [" #", "\t#", " ;", "\t;"].iter().filter_map(|mark| line.find(mark)).min();
    end.and_then(|end| line.get(..end)).unwrap_or(line).trim_end()
}

/// A role of the commercial partition by account and name, which may hold a path: `team/admin`.
fn role_of(account: &str, name: &str) -> Result<RoleArn, &'static str> {
    let account: AccountId = account.parse().map_err(|_: IdentityError| "import.bad-account")?;
    let (path, name) = match name.trim_start_matches('/').rsplit_once('/') {
        Some((path, name)) => (format!("/{path}/"), name),
        None => ("/".to_owned(), name),
    };
    RoleArn::new(Partition::Aws, account, &path, name).map_err(|_| "import.bad-role-arn")
}

/// Six hexadecimal digits with or without `#`.
fn color_of(text: &str) -> Option<String> {
    let digits = text.strip_prefix('#').unwrap_or(text);
    let hex = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    hex.then(|| digits.to_ascii_lowercase())
}
