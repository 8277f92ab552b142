//! The rules of the JavaScript SDK's `fromIni`.
//!
//! Keys of a source profile end the way, whatever else it holds. At the first profile a role comes before keys, and keys
//! before web identity, a program, single sign-on and a console sign-in. A role needs exactly one source; with none or
//! two it is passed over.

use super::{SSO_KEYS, SdkRefusal, sign_in, static_keys, web_identity};
use crate::reader::{Profile, Profiles, Setting};
use crate::resolve::Visited;
use crate::{Chain, CredentialSource, FileKind, Hop, Origin};

pub(super) fn resolve(profiles: &Profiles<'_>, name: &str) -> Result<Chain, SdkRefusal> {
    let mut hops = Vec::new();
    // The first profile is not among the visited ones: a way may come back to it once, for its keys.
    let mut visited = Visited::default();
    let mut profile = profiles.profile(name).ok_or(SdkRefusal::ProfileNotFound)?;
    let mut passes_on = false;
    loop {
        let first = visited.is_empty();
        if !first && let Some(origin) = static_keys(profile) {
            return Ok(Chain { hops, origin });
        }
        if !passes_on && !assumes_role(profile) {
            let origin = provider(profiles, profile)?.ok_or_else(|| nothing(profile, first))?;
            return Ok(Chain { hops, origin });
        }
        let source = profile.value("source_profile");
        if source.is_some_and(|source| visited.holds(source)) {
            return Err(SdkRefusal::Loop);
        }
        if !names_only_a_source(profile) {
            hops.push(hop(profile));
        }
        let Some(source) = source else {
            let named = profile.value("credential_source").and_then(CredentialSource::named);
            let source = named.ok_or(SdkRefusal::UnknownCredentialSource)?;
            return Ok(Chain { hops, origin: Origin::Source { source, profile: profile.name.clone() } });
        };
        profile = profiles.profile(source).ok_or(SdkRefusal::UnknownSourceProfile)?;
        visited.add(&profile.name);
        passes_on = names_only_a_source(profile);
    }
}

fn assumes_role(profile: &Profile<'_>) -> bool {
    profile.has("role_arn") && profile.has("source_profile") != profile.has("credential_source")
}

/// A source profile may name a credential source without a role of its own: its credentials are passed on.
fn names_only_a_source(profile: &Profile<'_>) -> bool {
    !profile.has("role_arn") && profile.has("credential_source")
}

fn hop(profile: &Profile<'_>) -> Hop {
    let value = |key| profile.value(key).map(str::to_owned);
    Hop {
        profile: profile.name.clone(),
        role_arn: value("role_arn").unwrap_or_default(),
        session_name: value("role_session_name"),
        external_id: value("external_id"),
        mfa_serial: value("mfa_serial"),
        duration_seconds: profile.value("duration_seconds").and_then(parse_int),
    }
}

/// `parseInt(text, 10)` of a value, which never begins with a blank: the digits that it begins with. `None` for `NaN`. Very
/// long ones are capped.
fn parse_int(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut digits = digits.bytes().take_while(u8::is_ascii_digit).peekable();
    digits.peek()?;
    let value = digits.fold(0_i64, |sum, digit| {
        sum.saturating_mul(10).saturating_add(i64::from(digit.saturating_sub(b'0')))
    });
    Some(if negative { value.saturating_neg() } else { value })
}

/// The providers of a profile that assumes no role, in their order.
fn provider(profiles: &Profiles<'_>, profile: &Profile<'_>) -> Result<Option<Origin>, SdkRefusal> {
    if let Some(origin) = static_keys(profile).or_else(|| web_identity(profile)) {
        return Ok(Some(origin));
    }
    let name = || profile.name.clone();
    if profile.has("credential_process") {
        return Ok(Some(Origin::Process { profile: name() }));
    }
    if SSO_KEYS.into_iter().any(|key| profile.has(key)) {
        return single_sign_on(profiles, profile).map(Some);
    }
    let session = profile.value("login_session");
    Ok(session.map(|session| Origin::Login { profile: name(), session: session.to_owned() }))
}

/// The section's region and start URL take the place of the profile's own; sections of the credentials file do not count.
fn single_sign_on(profiles: &Profiles<'_>, profile: &Profile<'_>) -> Result<Origin, SdkRefusal> {
    let named = profile.value("sso_session");
    let in_config = |setting: &Setting<'_>| setting.file == FileKind::Config;
    let find = |name| {
        let session = profiles.session(name).filter(|session| session.settings.iter().any(in_config));
        session.ok_or(SdkRefusal::UnknownSsoSession)
    };
    let session = named.map(find).transpose()?;
    let from = |key| match session {
        Some(session) => session.setting(key).is_some_and(in_config),
        None => profile.has(key),
    };
    sign_in(profile, from("sso_region") && from("sso_start_url"))
}

/// Why a profile leads nowhere. The SDK has one text for all of it.
fn nothing(profile: &Profile<'_>, first: bool) -> SdkRefusal {
    match (profile.has("role_arn"), profile.has("source_profile"), first) {
        (true, true, _) => SdkRefusal::BothSources,
        (true, false, _) => SdkRefusal::NoSource,
        (false, _, true) => SdkRefusal::NoCredentials,
        (false, _, false) => SdkRefusal::SourceWithoutCredentials,
    }
}
