//! The rules of the Rust SDK's profile provider.
//!
//! It sends the role, the session name and the external ID, and nothing else. After the first profile a whole key pair
//! ends the way, whatever else stands beside it; at the first one keys come last of all.

use super::{SSO_KEYS, SdkRefusal, sign_in, static_keys, web_identity};
use crate::reader::{Profile, Profiles};
use crate::resolve::{Visited, assumes_role};
use crate::{Chain, CredentialSource, Hop, Origin};

pub(super) fn resolve(profiles: &Profiles<'_>, name: &str) -> Result<Chain, SdkRefusal> {
    let mut hops = Vec::new();
    let mut visited = Visited::default();
    let mut profile = profiles.profile(name).ok_or(SdkRefusal::ProfileNotFound)?;
    loop {
        let first = visited.is_empty();
        if visited.holds(&profile.name) {
            return Err(SdkRefusal::Loop);
        }
        visited.add(&profile.name);
        if !first && let Some(origin) = static_keys(profile) {
            return Ok(Chain { hops, origin });
        }
        if !assumes_role(profile) {
            let origin = provider(profiles, profile).map_err(|refusal| match refusal {
                SdkRefusal::NoCredentials if !first => SdkRefusal::SourceWithoutCredentials,
                other => other,
            });
            return Ok(Chain { hops, origin: origin? });
        }
        let source = source(profile)?;
        hops.push(hop(profile));
        let Some(source) = source else {
            return Ok(Chain { hops, origin: provider(profiles, profile)? });
        };
        profile = profiles.profile(source).ok_or(SdkRefusal::UnknownSourceProfile)?;
    }
}

/// The next profile; `None` if this one is its own source, by `source_profile` or by `credential_source`.
fn source<'a>(profile: &'a Profile<'_>) -> Result<Option<&'a str>, SdkRefusal> {
    match (profile.value("source_profile"), profile.has("credential_source")) {
        (Some(_), true) => Err(SdkRefusal::BothSources),
        (None, false) => Err(SdkRefusal::NoSource),
        (source, _) => Ok(source.filter(|source| *source != profile.name)),
    }
}

fn hop(profile: &Profile<'_>) -> Hop {
    let value = |key| profile.value(key).map(str::to_owned);
    Hop {
        profile: profile.name.clone(),
        role_arn: value("role_arn").unwrap_or_default(),
        session_name: value("role_session_name"),
        external_id: value("external_id"),
        mfa_serial: None,
        duration_seconds: None,
    }
}

/// The providers of a profile that ends the way, in their order.
fn provider(profiles: &Profiles<'_>, profile: &Profile<'_>) -> Result<Origin, SdkRefusal> {
    let name = || profile.name.clone();
    if let Some(source) = profile.value("credential_source") {
        let known = CredentialSource::ALL.into_iter();
        let mut same = known.filter(|known| known.as_str().eq_ignore_ascii_case(source));
        let source = same.next().ok_or(SdkRefusal::UnknownCredentialSource)?;
        return Ok(Origin::Source { source, profile: name() });
    }
    if let Some(file) = profile.value("web_identity_token_file") {
        let origin = web_identity(profile).ok_or(SdkRefusal::WebIdentityWithoutRole)?;
        return if file.is_empty() { Err(SdkRefusal::NoTokenFile) } else { Ok(origin) };
    }
    if SSO_KEYS.into_iter().any(|key| profile.has(key)) {
        return single_sign_on(profiles, profile);
    }
    if let Some(session) = profile.value("login_session") {
        return Ok(Origin::Login { profile: name(), session: session.to_owned() });
    }
    if profile.has("credential_process") {
        return Ok(Origin::Process { profile: name() });
    }
    let none = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"]
        .into_iter()
        .all(|key| !profile.has(key));
    static_keys(profile).ok_or(if none { SdkRefusal::NoCredentials } else { SdkRefusal::PartialKeys })
}

/// With `sso_session` the profile must leave region and start URL to the section.
fn single_sign_on(profiles: &Profiles<'_>, profile: &Profile<'_>) -> Result<Origin, SdkRefusal> {
    let named = profile.value("sso_session");
    let shared = ["sso_start_url", "sso_region"];
    if named.is_some() && shared.into_iter().any(|key| profile.has(key)) {
        return Err(SdkRefusal::SsoBesideSession);
    }
    let session =
        named.map(|name| profiles.session(name).ok_or(SdkRefusal::UnknownSsoSession)).transpose()?;
    sign_in(profile, shared.into_iter().all(|key| session.unwrap_or(profile).has(key)))
}
