//! Which credentials a profile leads to, exactly as botocore (and so the AWS CLI) finds them.
//!
//! Follows botocore's provider order and its assume-role recursion over files that were read by its rules. Calls nothing:
//! where botocore would ask STS, a metadata service or a program, the answer says so and stops.

mod chain;
mod elsewhere;
mod failure;
#[cfg(test)]
mod tests;

pub(crate) use chain::python_int;
pub use chain::{Chain, Hop, Origin};
pub(crate) use elsewhere::compare;
pub use elsewhere::{Difference, Sdk, SdkRefusal, What, differences};
pub use failure::ResolveError;

use crate::name_map::NameSet;
use crate::reader::Profile;
use crate::reader::python::Loaded;
use crate::{CredentialSource, Environment, FileKind};

/// What surrounds the files: the command line, the environment and the machine.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// `--profile`, which also makes botocore pass over keys in the environment.
    pub profile: Option<&'a str>,
    /// The environment of the program.
    pub environment: &'a Environment,
    /// Whether an instance metadata service answers with a role's credentials.
    pub instance: bool,
}

impl Surroundings<'_> {
    /// The profile that is meant: the command line's, else the environment's. `None`: none is named.
    #[must_use]
    pub fn named_profile(&self) -> Option<&str> {
        let from = |name| self.environment.value(name);
        self.profile.or_else(|| from("AWS_DEFAULT_PROFILE")).or_else(|| from("AWS_PROFILE"))
    }
}

/// Resolves the profile that `surroundings` name, `default` if they name none.
///
/// # Errors
/// [`ResolveError`] with botocore's class and text for every configuration that botocore refuses.
pub fn resolve(loaded: &Loaded<'_>, surroundings: &Surroundings<'_>) -> Result<Chain, ResolveError> {
    let (assumed, origin) = walk(loaded, surroundings)?;
    Ok(Chain { hops: assumed.into_iter().map(Hop::of).collect(), origin })
}

/// The same with the profiles themselves in the place of hops, of which only a way that is shown is worth making.
pub(crate) fn walk<'a>(
    loaded: &'a Loaded<'_>,
    surroundings: &Surroundings<'_>,
) -> Result<Way<'a>, ResolveError> {
    if let Some(profile) = surroundings.named_profile()
        && loaded.profiles.profile(profile).is_none()
    {
        return Err(ResolveError::ProfileNotFound { profile: profile.to_owned() });
    }
    let name = surroundings.named_profile().filter(|name| !name.is_empty()).unwrap_or("default");
    let resolver = Resolver { loaded, surroundings };
    let profile = loaded.profiles.profile(name);
    if surroundings.profile.is_none()
        && let Some(origin) = resolver.environment()?
    {
        return Ok((Vec::new(), origin));
    }
    if let Some(profile) = profile.filter(|profile| assumes_role(profile)) {
        return resolver.assume_role(profile);
    }
    let origin = match resolver.profile_providers(name, surroundings.profile.is_some())? {
        Some(origin) => origin,
        None if resolver.in_container() => Origin::Container,
        None if surroundings.instance => Origin::Instance,
        None => Origin::Nothing,
    };
    Ok((Vec::new(), origin))
}

/// Whether botocore's assume-role provider takes the profile, and with it away from every other provider.
pub(crate) fn assumes_role(profile: &Profile<'_>) -> bool {
    profile.has("role_arn") && !profile.has("web_identity_token_file")
}

/// Whether botocore takes the profile for one with keys of its own; one of the two keys suffices for that.
pub(crate) fn has_static_keys(profile: &Profile<'_>) -> bool {
    profile.has("aws_access_key_id") || profile.has("aws_secret_access_key")
}

/// The profiles of the way so far, in order.
#[derive(Default)]
struct Visited<'a> {
    names: Vec<&'a str>,
    /// The same, for ways that are too long to look through.
    index: NameSet<&'a str>,
}

impl<'a> Visited<'a> {
    fn add(&mut self, name: &'a str) {
        self.names.push(name);
        match self.names.len() {
            0..=8 => {}
            9 => self.index.extend(&self.names),
            _ => drop(self.index.insert(name)),
        }
    }

    fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    fn holds(&self, name: &str) -> bool {
        if self.index.is_empty() { self.names.contains(&name) } else { self.index.contains(name) }
    }
}

struct Resolver<'a, 's> {
    loaded: &'a Loaded<'a>,
    surroundings: &'s Surroundings<'s>,
}

/// The profiles whose roles are assumed, and where the first credentials come from.
type Way<'a> = (Vec<&'a Profile<'a>>, Origin);

enum RoleSource<'a> {
    Profile(&'a Profile<'a>),
    Named(CredentialSource),
}

impl<'a> Resolver<'a, '_> {
    fn assume_role(&self, first: &'a Profile<'a>) -> Result<Way<'a>, ResolveError> {
        let mut visited = Visited::default();
        visited.add(&first.name);
        let mut assumed = Vec::new();
        let mut profile = first;
        loop {
            let source = self.role_source(profile, &visited)?;
            assumed.push(profile);
            let next = match source {
                RoleSource::Named(source) => {
                    let origin = self.named_source(source, &profile.name)?;
                    return Ok((assumed, origin));
                }
                RoleSource::Profile(next) => next,
            };
            visited.add(&next.name);
            if has_static_keys(next) || !assumes_role(next) {
                let origin = self.profile_providers(&next.name, true)?;
                let origin = origin
                    .ok_or_else(|| ResolveError::SourceWithoutCredentials { name: next.name.clone() })?;
                return Ok((assumed, origin));
            }
            profile = next;
        }
    }

    fn role_source(
        &self,
        profile: &Profile<'_>,
        visited: &Visited<'_>,
    ) -> Result<RoleSource<'a>, ResolveError> {
        let name = || profile.name.clone();
        let source = match (profile.value("source_profile"), profile.value("credential_source")) {
            (Some(_), Some(_)) => return Err(ResolveError::BothSources { profile: name() }),
            (None, None) => return Err(ResolveError::NoSource { profile: name() }),
            (None, Some(source)) => {
                let known = CredentialSource::named(source).map(RoleSource::Named);
                return known.ok_or_else(|| ResolveError::UnknownCredentialSource {
                    name: source.to_owned(),
                    profile: name(),
                });
            }
            (Some(source), None) => source,
        };
        let found = self
            .loaded
            .profiles
            .profile(source)
            .ok_or_else(|| ResolveError::UnknownSourceProfile { name: source.to_owned(), profile: name() })?;
        // A profile may name itself, so that one section can hold both the role and the keys that assume it.
        let allowed = !visited.holds(source) || source == profile.name && has_static_keys(found);
        if !allowed {
            return Err(ResolveError::Loop {
                name: source.to_owned(),
                profile: name(),
                visited: visited.names.iter().map(|name| (*name).to_owned()).collect(),
            });
        }
        Ok(RoleSource::Profile(found))
    }

    fn named_source(&self, source: CredentialSource, profile: &str) -> Result<Origin, ResolveError> {
        let there = match source {
            CredentialSource::Environment => self.environment()?.is_some(),
            CredentialSource::EcsContainer => self.in_container(),
            CredentialSource::Ec2InstanceMetadata => self.surroundings.instance,
        };
        if there {
            Ok(Origin::Source { source, profile: profile.to_owned() })
        } else {
            Err(ResolveError::EmptyCredentialSource { kind: source, profile: profile.to_owned() })
        }
    }

    fn environment(&self) -> Result<Option<Origin>, ResolveError> {
        let filled = |name| self.surroundings.environment.filled(name).is_some();
        match (filled("AWS_ACCESS_KEY_ID"), filled("AWS_SECRET_ACCESS_KEY")) {
            (false, _) => Ok(None),
            (true, true) => Ok(Some(Origin::Environment)),
            (true, false) => Err(ResolveError::PartialKeys {
                provider: "env",
                missing: "AWS_SECRET_ACCESS_KEY",
                profile: None,
            }),
        }
    }

    fn in_container(&self) -> bool {
        let set = |name| self.surroundings.environment.value(name).is_some();
        set("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") || set("AWS_CONTAINER_CREDENTIALS_FULL_URI")
    }

    /// The providers that read one profile, in botocore's order.
    fn profile_providers(&self, name: &str, explicit: bool) -> Result<Option<Origin>, ResolveError> {
        let profile = self.loaded.profiles.profile(name);
        if let Some(origin) = self.web_identity(name, profile, explicit)? {
            return Ok(Some(origin));
        }
        if let Some(origin) = profile.map(|profile| self.single_sign_on(profile)).transpose()?.flatten() {
            return Ok(Some(origin));
        }
        let shared = self.loaded.in_credentials(name);
        let shared = shared
            .map(|section| (section.value("aws_access_key_id"), section.value("aws_secret_access_key")));
        if let Some(origin) = static_keys(name, FileKind::Credentials, shared)? {
            return Ok(Some(origin));
        }
        if let Some(session) = profile.and_then(|profile| profile.value("login_session")) {
            return Ok(Some(Origin::Login { profile: name.to_owned(), session: session.to_owned() }));
        }
        if profile.is_some_and(|profile| profile.has("credential_process")) {
            return Ok(Some(Origin::Process { profile: name.to_owned() }));
        }
        let config = self.loaded.in_config(name);
        let config = config
            .map(|profile| (profile.value("aws_access_key_id"), profile.value("aws_secret_access_key")));
        static_keys(name, FileKind::Config, config)
    }

    fn web_identity(
        &self,
        name: &str,
        profile: Option<&Profile<'_>>,
        explicit: bool,
    ) -> Result<Option<Origin>, ResolveError> {
        let value = |key: &str, variable: &str| {
            let variable = self.surroundings.environment.value(variable).filter(|_| !explicit);
            variable.or_else(|| profile.and_then(|profile| profile.value(key))).map(str::to_owned)
        };
        let filled = |value: Option<String>| value.filter(|value| !value.is_empty());
        let Some(token_file) = filled(value("web_identity_token_file", "AWS_WEB_IDENTITY_TOKEN_FILE")) else {
            return Ok(None);
        };
        let role_arn = filled(value("role_arn", "AWS_ROLE_ARN"))
            .ok_or_else(|| ResolveError::WebIdentityWithoutRole { profile: name.to_owned() })?;
        let session_name = value("role_session_name", "AWS_ROLE_SESSION_NAME");
        Ok(Some(Origin::WebIdentity { profile: name.to_owned(), role_arn, session_name, token_file }))
    }

    fn single_sign_on(&self, profile: &Profile<'_>) -> Result<Option<Origin>, ResolveError> {
        if !profile.has("sso_role_name") && !profile.has("sso_account_id") {
            return Ok(None);
        }
        let session = match profile.value("sso_session") {
            None => None,
            Some(name) => Some(self.loaded.profiles.session(name).ok_or_else(|| {
                ResolveError::UnknownSsoSession { profile: profile.name.clone(), session: name.to_owned() }
            })?),
        };
        for setting in session.iter().flat_map(|session| &session.settings) {
            let own = profile.value(&setting.entry.key).filter(|own| *own != setting.value());
            if let Some(own) = own {
                return Err(ResolveError::SsoMismatch {
                    profile: profile.name.clone(),
                    key: setting.entry.key.to_string(),
                    own: own.to_owned(),
                    session: setting.value().to_owned(),
                });
            }
        }
        let value = |key: &str| profile.value(key).or_else(|| session.and_then(|session| session.value(key)));
        let wanted = ["sso_role_name", "sso_account_id", "sso_start_url", "sso_region"];
        let missing: Vec<_> = wanted.into_iter().filter(|key| value(key).is_none()).collect();
        if !missing.is_empty() {
            return Err(ResolveError::SsoIncomplete { profile: profile.name.clone(), missing });
        }
        let text = |key| value(key).unwrap_or_default().to_owned();
        Ok(Some(Origin::Sso {
            profile: profile.name.clone(),
            account_id: text("sso_account_id"),
            role_name: text("sso_role_name"),
            session: profile.value("sso_session").map(str::to_owned),
        }))
    }
}

/// A provider of static keys looks at the profile if there is an access key id, and then wants the secret too.
fn static_keys(
    profile: &str,
    file: FileKind,
    keys: Option<(Option<&str>, Option<&str>)>,
) -> Result<Option<Origin>, ResolveError> {
    let provider = match file {
        FileKind::Config => "config-file",
        FileKind::Credentials => "shared-credentials-file",
    };
    match keys {
        Some((Some(access_key_id), Some(_))) => Ok(Some(Origin::Static {
            profile: profile.to_owned(),
            file,
            access_key_id: access_key_id.to_owned(),
        })),
        Some((Some(_), None)) => Err(ResolveError::PartialKeys {
            provider,
            missing: "aws_secret_access_key",
            profile: Some(profile.to_owned()),
        }),
        _ => Ok(None),
    }
}
