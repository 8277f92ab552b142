//! Profiles that an SDK refuses, or takes from elsewhere than the AWS CLI does.
//!
//! Nearly every profile is of a form that all programs resolve alike, which its keys and those of its source tell. Only
//! the others are resolved again, and a difference is told where it arises, not at each profile that leads there.

#[cfg(test)]
mod tests;

use super::{CheckCode, Findings, Fix, View, fix};
use crate::name_map::NameSet;
use crate::reader::python::Loaded;
use crate::reader::{Profile, Profiles, Setting};
use crate::resolve::{Sdk, SdkRefusal, What, compare};
use crate::{CredentialSource, FileKind};

/// A way through more roles than this is not followed again. AWS is asked once for each of them.
const LONGEST_WAY: usize = 64;

/// `views`: what the SDKs read, where that is not the same as what botocore reads in `loaded`.
pub(super) fn check(found: &mut Findings<'_>, loaded: &Loaded<'_>, views: Option<&[View<'_, '_>]>) {
    let reading = |sdk: Sdk| match views {
        None => Some(&loaded.profiles),
        Some(views) => {
            let reader = if sdk == Sdk::Rust { "aws-sdk" } else { "javascript" };
            views.iter().find(|(name, _)| *name == reader).and_then(|(_, profiles)| *profiles)
        }
    };
    let readings: Vec<_> = Sdk::ALL.into_iter().filter_map(|sdk| Some((sdk, reading(sdk)?))).collect();
    let others: Vec<_> =
        if views.is_some() { readings.iter().map(|(_, profiles)| *profiles).collect() } else { Vec::new() };
    for (place, profile) in loaded.profiles.iter().enumerate() {
        if is_ordinary(profile, &loaded.profiles, &Others { all: &others, place }) {
            continue;
        }
        if is_long(profile, &loaded.profiles) {
            continue;
        }
        let mut told: Vec<(What, Vec<&'static str>)> = Vec::new();
        for (sdk, profiles) in &readings {
            let mut differences = compare(loaded, *sdk, profiles, &profile.name);
            if differences.iter().any(|difference| difference.what == What::OtherRoles) {
                differences.retain(|difference| difference.what != What::OtherOrigin);
            }
            for difference in differences {
                match told.iter_mut().find(|(what, _)| *what == difference.what) {
                    Some((_, programs)) => programs.push(sdk.as_str()),
                    None => told.push((difference.what, vec![sdk.as_str()])),
                }
            }
        }
        for (what, programs) in told.iter().filter(|(what, _)| matters(what)) {
            tell(found, loaded, profile, what, &programs.join(", "));
        }
    }
}

/// Whether a difference is about where credentials come from, or about whose they are. What a program does not send is
/// told once for all profiles.
fn matters(what: &What) -> bool {
    match what {
        // Another rule tells of profiles that some programs do not see.
        What::Refuses(SdkRefusal::ProfileNotFound) | What::PassesOver(_) => false,
        What::Refuses(_) | What::Resolves | What::OtherOrigin | What::OtherRoles => true,
        What::SendsOther(key) => *key == "role_session_name",
    }
}

fn tell(found: &mut Findings<'_>, loaded: &Loaded<'_>, profile: &Profile<'_>, what: &What, programs: &str) {
    let setting = cause(profile, what);
    let (file, offset) = setting.map_or(profile.heading, |setting| (setting.file, setting.entry.offset));
    let fix = fix_of(found, loaded, profile, what);
    if let Some(diagnosis) = found.add(CheckCode::ResolvesDifferently, file, offset) {
        diagnosis.about(&profile.name).with("program", programs).with("what", what.code());
        if let What::Refuses(refusal) = what {
            diagnosis.with("rule", refusal.code());
        }
        diagnosis.fixed(fix);
    }
}

/// The line that is most likely to be the reason.
fn cause<'a, 'b>(profile: &'a Profile<'b>, what: &What) -> Option<&'a Setting<'b>> {
    let sso = ["sso_region", "sso_start_url", "sso_session", "sso_account_id", "sso_role_name"];
    let sources = [
        "web_identity_token_file",
        "credential_source",
        "source_profile",
        "role_arn",
        "credential_process",
        "login_session",
        "aws_access_key_id",
    ];
    let keys: &[&str] = match what {
        What::Refuses(
            SdkRefusal::SsoBesideSession | SdkRefusal::SsoIncomplete | SdkRefusal::UnknownSsoSession,
        ) => &sso,
        What::SendsOther(key) => &[key],
        _ => &sources,
    };
    keys.iter().find_map(|key| profile.setting(key))
}

/// Where Rust wants region and start URL in the section alone, the profile's own can go: botocore wants them to be equal.
fn fix_of(found: &Findings<'_>, loaded: &Loaded<'_>, profile: &Profile<'_>, what: &What) -> Option<Fix> {
    let What::Refuses(SdkRefusal::SsoBesideSession) = what else { return None };
    let session = loaded.profiles.session(profile.value("sso_session")?)?;
    let own: Vec<_> =
        ["sso_start_url", "sso_region"].into_iter().filter_map(|key| profile.setting(key)).collect();
    let repeated = own.iter().all(|setting| session.value(&setting.entry.key) == Some(setting.value()));
    repeated.then(|| fix::remove(found, profile, &own))?
}

/// The SDKs' readings, where they are not botocore's.
struct Others<'a, 'b> {
    all: &'a [&'b Profiles<'b>],
    /// About where the profile stands among the others.
    place: usize,
}

impl Others<'_, '_> {
    fn see_the_same(&self, profile: &Profile<'_>) -> bool {
        let near = |all: &&Profiles<'_>| {
            all.profile_near(self.place, &profile.name).is_some_and(|other| other.is_alike(profile))
        };
        self.all.iter().all(near)
    }

    fn see_nothing(&self, name: &str) -> bool {
        self.all.iter().all(|all| all.profile(name).is_none())
    }

    fn see_the_same_session(&self, session: &Profile<'_>) -> bool {
        self.all.iter().all(|all| all.session(&session.name).is_some_and(|other| other.is_alike(session)))
    }
}

/// Whether every program takes the same step from this profile: to its source, or to credentials.
///
/// Where the next profile has no keys, its own step is judged when its turn comes. A circle of ordinary steps is refused by
/// everybody.
fn is_ordinary(profile: &Profile<'_>, all: &Profiles<'_>, others: &Others<'_, '_>) -> bool {
    if !others.see_the_same(profile) {
        return false;
    }
    let kinds = Kinds::of(profile);
    match (kinds.role, kinds.token, kinds.source, kinds.credential_source) {
        // Whether a way that comes back to this profile ends at its keys, each program has a rule of its own for.
        (true, false, Some(source), None) if kinds.keys || source == profile.name => false,
        (true, false, Some(source), None) => match all.profile(source) {
            None => others.see_nothing(source),
            Some(next) => others.see_the_same(next) && is_ordinary_source(next),
        },
        (true, false, None, Some(source)) => CredentialSource::named(source).is_some(),
        // JavaScript goes on to what else the profile has.
        (true, false, _, _) => kinds.only_role(),
        (true, true, None, None) => !kinds.keys,
        (false, false, _, None) => match (kinds.keys, kinds.process, kinds.login, kinds.sso) {
            (false, false, false, true) => is_ordinary_sign_in(profile, all, others),
            (true, false, false, false) => keys_in_one_file(profile),
            (keys, process, login, sso) => {
                [keys, process, login, sso].into_iter().filter(|has| *has).count() < 2
            }
        },
        _ => false,
    }
}

/// What a profile has that credentials can come from.
#[derive(Default)]
struct Kinds<'a> {
    source: Option<&'a str>,
    credential_source: Option<&'a str>,
    role: bool,
    token: bool,
    keys: bool,
    process: bool,
    login: bool,
    sso: bool,
}

impl<'a> Kinds<'a> {
    fn of(profile: &'a Profile<'_>) -> Self {
        let mut kinds = Self::default();
        for setting in &profile.settings {
            match setting.entry.key.as_ref() {
                "source_profile" => kinds.source = Some(setting.value()),
                "credential_source" => kinds.credential_source = Some(setting.value()),
                "role_arn" => kinds.role = true,
                "web_identity_token_file" => kinds.token = true,
                "aws_access_key_id" | "aws_secret_access_key" => kinds.keys = true,
                "credential_process" => kinds.process = true,
                "login_session" => kinds.login = true,
                "sso_start_url" | "sso_region" | "sso_session" | "sso_account_id" | "sso_role_name" => {
                    kinds.sso = true;
                }
                _ => {}
            }
        }
        kinds
    }

    const fn only_role(&self) -> bool {
        !self.keys && !self.process && !self.login && !self.sso
    }
}

/// A source from which every program goes on as if it had been asked for, or one whose keys every program takes.
fn is_ordinary_source(next: &Profile<'_>) -> bool {
    let kinds = Kinds::of(next);
    if !kinds.keys {
        // JavaScript passes on what a source without a role of its own names.
        return kinds.role || kinds.credential_source.is_none();
    }
    let pair = next.has("aws_access_key_id") && next.has("aws_secret_access_key");
    pair && keys_in_one_file(next) && !kinds.token && !kinds.sso && !kinds.login && !kinds.process
}

/// Halves are refused by everybody; a pair that both files share is one to the SDKs alone.
fn keys_in_one_file(profile: &Profile<'_>) -> bool {
    match (profile.setting("aws_access_key_id"), profile.setting("aws_secret_access_key")) {
        (Some(id), Some(secret)) => id.file == secret.file,
        _ => true,
    }
}

fn is_ordinary_sign_in(profile: &Profile<'_>, all: &Profiles<'_>, others: &Others<'_, '_>) -> bool {
    let shared = ["sso_region", "sso_start_url"];
    let named = profile.has("sso_account_id") && profile.has("sso_role_name");
    named
        && match profile.value("sso_session") {
            None => shared.into_iter().all(|key| profile.has(key)),
            Some(name) => all.session(name).is_some_and(|session| {
                let in_config = |setting: &Setting<'_>| setting.file == FileKind::Config;
                others.see_the_same_session(session)
                    && shared.into_iter().all(|key| session.setting(key).is_some_and(in_config))
                    && session.settings.iter().all(|setting| !profile.has(&setting.entry.key))
            }),
        }
}

fn is_long(profile: &Profile<'_>, all: &Profiles<'_>) -> bool {
    let mut seen: NameSet<&str> = NameSet::default();
    let mut next = Some(profile);
    while let Some(profile) = next.filter(|profile| seen.insert(&profile.name)) {
        if seen.len() > LONGEST_WAY {
            return true;
        }
        next = profile.value("source_profile").and_then(|source| all.profile(source));
    }
    false
}
