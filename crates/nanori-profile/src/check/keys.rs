//! Static keys: halves, keys that are never used, keys in the wrong file, keys that never end.

use super::{CheckCode, Findings, fix};
use crate::FileKind;
use crate::reader::{Profile, Setting};
use crate::resolve::assumes_role;

pub(super) fn check(found: &mut Findings<'_>, profile: &Profile<'_>) {
    let id = profile.setting("aws_access_key_id");
    let secret = profile.setting("aws_secret_access_key");
    let token = profile.setting("aws_session_token").or_else(|| profile.setting("aws_security_token"));
    let keys: Vec<&Setting<'_>> = [id, secret, token].into_iter().flatten().collect();
    if let Some(setting) = profile.setting("aws_security_token") {
        let fix = match profile.has("aws_session_token") {
            false => fix::rename(&found.files, setting, "aws_session_token"),
            true => fix::remove(found, profile, &[setting]),
        };
        add(found, CheckCode::LegacyToken, profile, setting, fix);
    }
    let half = match (id, secret) {
        (Some(id), None) => Some((id, "aws_secret_access_key")),
        (None, Some(secret)) => Some((secret, "aws_access_key_id")),
        _ => None,
    };
    if let Some((setting, missing)) = half
        && let Some(diagnosis) = found.add(CheckCode::PartialKeys, setting.file, setting.entry.offset)
    {
        diagnosis.about(&profile.name).with("missing", missing);
    }
    let Some(first) = keys.first().copied() else { return };
    if assumes_role(profile) && profile.value("source_profile") != Some(&profile.name) {
        let fix = fix::remove(found, profile, &keys);
        add(found, CheckCode::KeysBesideRole, profile, first, fix);
    } else if profile.has("sso_role_name") || profile.has("sso_account_id") {
        let fix = fix::remove(found, profile, &keys);
        add(found, CheckCode::KeysBesideSso, profile, first, fix);
    }
    if let Some(setting) = keys.iter().find(|setting| setting.file == FileKind::Config) {
        add(found, CheckCode::KeysInConfig, profile, setting, None);
    }
    if let Some(id) = id.filter(|id| id.value().starts_with("AKIA")) {
        add(found, CheckCode::LongTermKey, profile, id, None);
    }
}

fn add(
    found: &mut Findings<'_>,
    code: CheckCode,
    profile: &Profile<'_>,
    setting: &Setting<'_>,
    fix: Option<super::Fix>,
) {
    if let Some(diagnosis) = found.add(code, setting.file, setting.entry.offset) {
        diagnosis.about(&profile.name).fixed(fix);
    }
}
