//! Profiles that assume a role: what botocore refuses, and what STS or an auditor would.

use nanori_identity::{ExternalId, IdentityError, MfaSerial, Region, RoleArn, SessionName};

use super::{CheckCode, Findings, Fix, Person, fix};
use crate::name_map::NameSet;
use crate::reader::python::Loaded;
use crate::reader::{Profile, Profiles, Setting};
use crate::resolve::{ResolveError, Surroundings, assumes_role, has_static_keys, python_int, walk};
use crate::{CredentialSource, Environment, FileKind};

/// Resolves every profile and tells each refusal once, at the profile that causes it.
pub(super) fn resolution(found: &mut Findings<'_>, loaded: &Loaded<'_>) {
    // What the machine offers is not the file's fault.
    let names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];
    let environment: Environment = names.into_iter().map(|name| (name, "present")).collect();
    // Profiles whose way is known to end well: a way into one of them needs no second walk.
    let mut good: NameSet<&str> = NameSet::default();
    for profile in loaded.profiles.iter() {
        if leads_into(profile, loaded, &good) {
            good.insert(&profile.name);
            continue;
        }
        let surroundings =
            Surroundings { profile: Some(&profile.name), environment: &environment, instance: true };
        let error = match walk(loaded, &surroundings) {
            Ok((assumed, _)) => {
                good.extend(assumed.into_iter().map(|profile| profile.name.as_str()));
                continue;
            }
            Err(error) => error,
        };
        // Halves of key pairs have a rule of their own, unless each file has one half: then only botocore minds.
        let halves = profile.has("aws_access_key_id") && profile.has("aws_secret_access_key");
        if matches!(error, ResolveError::PartialKeys { .. }) && !halves {
            continue;
        }
        let Some((cause, key)) = error.cause() else { continue };
        let own = match &error {
            ResolveError::SourceWithoutCredentials { .. } => true,
            // Every profile of the circle is told, none that only leads into it.
            ResolveError::Loop { name, .. } => *name == profile.name,
            _ => cause == profile.name,
        };
        if !own {
            continue;
        }
        let at_source = cause != profile.name || matches!(error, ResolveError::Loop { .. });
        let key = if at_source { Some("source_profile") } else { key };
        let setting = key.and_then(|key| profile.setting(key));
        let (file, offset) = setting.map_or(profile.heading, |setting| (setting.file, setting.entry.offset));
        let fix = fix_of(found, loaded, profile, &error);
        if let Some(diagnosis) = found.add(CheckCode::Unresolvable, file, offset) {
            diagnosis
                .about(&profile.name)
                .with("rule", error.code())
                .with("text", error.to_string())
                .fixed(fix);
        }
    }
}

/// Whether the profile only adds a step before a profile of `good`.
fn leads_into(profile: &Profile<'_>, loaded: &Loaded<'_>, good: &NameSet<&str>) -> bool {
    let plain = |profile: &Profile<'_>| assumes_role(profile) && !has_static_keys(profile);
    let source = profile.value("source_profile").filter(|_| !profile.has("credential_source"));
    let source =
        source.filter(|source| good.contains(*source)).and_then(|name| loaded.profiles.profile(name));
    plain(profile) && source.is_some_and(plain)
}

fn fix_of(
    found: &Findings<'_>,
    loaded: &Loaded<'_>,
    profile: &Profile<'_>,
    error: &ResolveError,
) -> Option<Fix> {
    let files = &found.files;
    match error {
        ResolveError::BothSources { .. } => {
            fix::remove(found, profile, &[profile.setting("credential_source")?])
        }
        ResolveError::NoSource { .. } => {
            let default = loaded.profiles.profile("default").filter(|default| has_static_keys(default));
            default.filter(|_| profile.name != "default")?;
            fix::insert_below(files, profile.setting("role_arn")?, "source_profile", "default")
        }
        ResolveError::UnknownSourceProfile { name, .. } => {
            let names = loaded
                .profiles
                .iter()
                .map(|other| other.name.as_str())
                .filter(|other| *other != profile.name);
            fix::replace_value(files, profile.setting("source_profile")?, fix::nearest(name, names, 2)?)
        }
        ResolveError::UnknownCredentialSource { name, .. } => {
            let all = CredentialSource::ALL.map(CredentialSource::as_str);
            let same = all.into_iter().find(|source| source.eq_ignore_ascii_case(name));
            let near = || fix::nearest(name, all.into_iter(), 4);
            fix::replace_value(files, profile.setting("credential_source")?, same.or_else(near)?)
        }
        _ => None,
    }
}

/// The rules of STS, of good names and of durations.
pub(super) fn check(
    found: &mut Findings<'_>,
    profile: &Profile<'_>,
    all: &Profiles<'_>,
    person: &Person<'_>,
) {
    let region = profile.setting("region");
    let region_value = region.map(|region| region.value().parse::<Region>());
    if let (Some(setting), Some(Err(_))) = (region, &region_value) {
        tell(found, CheckCode::BadRegion, profile, setting, |d| d.with("value", setting.value()));
    }
    let usable = profile.has("role_arn") || has_static_keys(profile) || profile.has("credential_process");
    if region.is_none() && usable {
        let (file, offset) = profile.heading;
        let fix = region_of_default(found, profile, all);
        if let Some(diagnosis) = found.add(CheckCode::NoRegion, file, offset) {
            diagnosis.about(&profile.name).fixed(fix);
        }
    }
    let Some(arn) = profile.setting("role_arn") else { return };
    role_arn(found, profile, arn, region_value.and_then(Result::ok));
    session_name(found, profile, arn, person);
    if !assumes_role(profile) {
        return;
    }
    duration(found, profile, all);
    if let Some(setting) = profile.setting("mfa_serial") {
        match setting.value().parse::<MfaSerial>() {
            Err(error) => bad(found, CheckCode::BadMfaSerial, profile, setting, &error),
            Ok(serial) => {
                let other =
                    serial.account().filter(|account| person.account.is_some_and(|own| own != account));
                if let (Some(account), Some(own)) = (other, person.account) {
                    tell(found, CheckCode::OtherAccountMfa, profile, setting, |d| {
                        d.with("account", account.as_str()).with("yours", own.as_str())
                    });
                }
            }
        }
    }
    if let Some(setting) = profile.setting("external_id")
        && let Err(error) = setting.value().parse::<ExternalId>()
    {
        bad(found, CheckCode::BadExternalId, profile, setting, &error);
    }
}

/// Writes the region of `[default]` into a profile of the config file, if its role is one of the same partition.
fn region_of_default(found: &Findings<'_>, profile: &Profile<'_>, all: &Profiles<'_>) -> Option<Fix> {
    let region: Region = all.profile("default")?.value("region")?.parse().ok()?;
    let role = profile.value("role_arn").map(str::parse::<RoleArn>).transpose().ok()?;
    role.is_none_or(|role| role.partition() == region.partition()).then_some(())?;
    let alone = |setting: &&Setting<'_>| setting.file == FileKind::Config && !setting.value().contains('\n');
    let last = profile.settings.iter().rfind(alone)?;
    fix::insert_below(&found.files, last, "region", region.as_str())
}

fn role_arn(found: &mut Findings<'_>, profile: &Profile<'_>, setting: &Setting<'_>, region: Option<Region>) {
    let value = setting.value();
    match value.parse::<RoleArn>() {
        Ok(role) => {
            let partition = role.partition();
            if let Some(region) = region.filter(|region| region.partition() != partition) {
                tell(found, CheckCode::WrongPartition, profile, setting, |d| {
                    d.with("region", region.as_str()).with("partition", partition.id())
                });
            }
        }
        Err(_) if value.contains(":assumed-role/") => {
            tell(found, CheckCode::SessionArn, profile, setting, |d| d.with("value", value));
        }
        Err(error) => {
            bad(found, CheckCode::BadRoleArn, profile, setting, &error);
            let unquoted = value.trim_matches(['"', '\'']);
            if unquoted != value && unquoted.parse::<RoleArn>().is_ok() {
                let fix = fix::replace_value(&found.files, setting, unquoted);
                if let Some(diagnosis) = found.list.last_mut() {
                    diagnosis.fixed(fix);
                }
            }
        }
    }
}

fn session_name(found: &mut Findings<'_>, profile: &Profile<'_>, arn: &Setting<'_>, person: &Person<'_>) {
    let own = person.session_name;
    let Some(setting) = profile.setting("role_session_name").filter(|setting| !setting.value().is_empty())
    else {
        let fix = own.and_then(|own| fix::insert_below(&found.files, arn, "role_session_name", own.as_str()));
        let fix = fix.filter(|_| !profile.has("role_session_name"));
        tell(found, CheckCode::NoSessionName, profile, arn, |d| d);
        if let Some(diagnosis) = found.list.last_mut() {
            diagnosis.fixed(fix);
        }
        return;
    };
    let fix = own.and_then(|own| fix::replace_value(&found.files, setting, own.as_str()));
    match setting.value().parse::<SessionName>() {
        Err(error) => bad(found, CheckCode::BadSessionName, profile, setting, &error),
        Ok(name) => {
            let Some(own) = own.filter(|own| **own != name) else { return };
            tell(found, CheckCode::OtherSessionName, profile, setting, |d| {
                d.with("value", name.as_str()).with("yours", own.as_str())
            });
        }
    }
    if let Some(diagnosis) = found.list.last_mut() {
        diagnosis.fixed(fix);
    }
}

fn duration(found: &mut Findings<'_>, profile: &Profile<'_>, all: &Profiles<'_>) {
    let Some(setting) = profile.setting("duration_seconds") else { return };
    let source = profile.value("source_profile").and_then(|name| all.profile(name));
    let chained = source.is_some_and(|source| source.has("role_arn") && !has_static_keys(source))
        || matches!(profile.value("credential_source"), Some("Ec2InstanceMetadata" | "EcsContainer"));
    let (code, replacement) = match python_int(setting.value()) {
        None => (CheckCode::BadDuration, None),
        Some(seconds) if seconds < 900 => (CheckCode::DurationRange, Some("3600")),
        Some(seconds) if seconds > 43_200 => {
            (CheckCode::DurationRange, Some(if chained { "3600" } else { "43200" }))
        }
        Some(seconds) if chained && seconds > 3_600 => (CheckCode::ChainedDuration, Some("3600")),
        Some(900) => (CheckCode::AlwaysExpiring, Some("3600")),
        Some(_) => return,
    };
    let fix = replacement.and_then(|value| fix::replace_value(&found.files, setting, value));
    tell(found, code, profile, setting, |d| d.with("value", setting.value()));
    if let Some(diagnosis) = found.list.last_mut() {
        diagnosis.fixed(fix);
    }
}

fn bad(
    found: &mut Findings<'_>,
    code: CheckCode,
    profile: &Profile<'_>,
    setting: &Setting<'_>,
    error: &IdentityError,
) {
    tell(found, code, profile, setting, |d| d.with("value", setting.value()).with("reason", error.code()));
}

fn tell(
    found: &mut Findings<'_>,
    code: CheckCode,
    profile: &Profile<'_>,
    setting: &Setting<'_>,
    add: impl FnOnce(&mut super::Diagnosis) -> &mut super::Diagnosis,
) {
    if let Some(diagnosis) = found.add(code, setting.file, setting.entry.offset) {
        add(diagnosis.about(&profile.name));
    }
}
