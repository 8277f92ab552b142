//! The form of a new profile: what is typed, what is wrong with it, and the section and programs that come of it.

#[cfg(test)]
mod tests;

use nanori_identity::{ExternalId, IdentityError, MfaSerial, Region, RoleArn, SessionDuration, SessionName};
use nanori_profile::{
    CredentialSource, Generated, Language, ProfileError, ProfileName, RoleProfile, Snippet, Source,
    process_profile,
};

/// Where the credentials come from that assume the role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// Another profile.
    Profile,
    /// `AWS_ACCESS_KEY_ID` and its fellows.
    Environment,
    /// An EC2 instance.
    Instance,
    /// A container.
    Container,
    /// A token in a file.
    WebIdentity,
    /// A program that prints credentials; then no role is assumed.
    Process,
}

impl From {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Profile, Self::Environment, Self::Instance, Self::Container, Self::WebIdentity, Self::Process];

    /// The value of `credential_source`.
    pub const fn credential_source(self) -> Option<CredentialSource> {
        match self {
            Self::Environment => Some(CredentialSource::Environment),
            Self::Instance => Some(CredentialSource::Ec2InstanceMetadata),
            Self::Container => Some(CredentialSource::EcsContainer),
            Self::Profile | Self::WebIdentity | Self::Process => None,
        }
    }

    /// Whether somebody is there who can type a code.
    pub const fn takes_mfa(self) -> bool {
        matches!(self, Self::Profile | Self::Environment)
    }

    /// Whether an external ID and a duration are forwarded.
    pub const fn takes_options(self) -> bool {
        !matches!(self, Self::WebIdentity | Self::Process)
    }
}

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProfile {
    /// The profile's name.
    pub name: String,
    /// Where the credentials come from.
    pub from: From,
    /// The role.
    pub role_arn: String,
    /// Whose name CloudTrail records.
    pub session_name: String,
    /// The source profile.
    pub source_profile: String,
    /// Path of the token's file.
    pub token_file: String,
    /// The program.
    pub command: String,
    /// The MFA device; empty for none.
    pub mfa_serial: String,
    /// Empty for none.
    pub external_id: String,
    /// Seconds; empty for AWS's default.
    pub duration: String,
    /// Empty for the default of the role's partition.
    pub region: String,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields of NewProfile")]
pub enum Field {
    Name,
    Role,
    SessionName,
    SourceProfile,
    TokenFile,
    Command,
    Mfa,
    ExternalId,
    Duration,
    Region,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Nothing typed.
    Missing,
    /// AWS would refuse the value.
    Identity(IdentityError),
    /// No file can hold it, or it does not go with the rest.
    Profile(ProfileError),
}

/// All that is wrong.
pub type Faults = Vec<(Field, Wrong)>;

impl Default for NewProfile {
    fn default() -> Self {
        Self {
            name: String::new(),
            from: From::Profile,
            role_arn: String::new(),
            session_name: String::new(),
            source_profile: "default".to_owned(),
            token_file: String::new(),
            command: String::new(),
            mfa_serial: String::new(),
            external_id: String::new(),
            duration: String::new(),
            region: String::new(),
        }
    }
}

impl NewProfile {
    /// The section.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn generate(&self) -> Result<Generated, Faults> {
        let mut faults = Faults::new();
        let name: Option<ProfileName> = profile_name(&self.name, Field::Name, &mut faults);
        let role = (self.from != From::Process).then(|| self.role(&mut faults));
        let region = self.region(role.as_ref().and_then(Option::as_ref), &mut faults);
        let section = match role {
            None => {
                let command = filled(&self.command, Field::Command, &mut faults);
                let (Some(name), Some(command), Some(region)) = (&name, command, &region) else {
                    return Err(faults);
                };
                process_profile(name, command, region)
                    .map_err(|error| vec![(Field::Command, Wrong::Profile(error))])?
            }
            Some(role) => {
                let session_name =
                    identity::<SessionName>(&self.session_name, Field::SessionName, &mut faults);
                let source = self.source(&mut faults);
                let mfa_serial =
                    optional::<MfaSerial>(&self.mfa_serial, self.from.takes_mfa(), Field::Mfa, &mut faults);
                let external_id = optional::<ExternalId>(
                    &self.external_id,
                    self.from.takes_options(),
                    Field::ExternalId,
                    &mut faults,
                );
                let duration = self.seconds(&mut faults);
                let (Some(name), Some(role_arn), Some(session_name), Some(source), Some(region), []) =
                    (name.clone(), role, session_name, source, region, faults.as_slice())
                else {
                    return Err(faults);
                };
                let profile = RoleProfile {
                    name,
                    role_arn,
                    session_name,
                    source,
                    mfa_serial,
                    external_id,
                    duration,
                    region,
                };
                profile.emit().map_err(|error| vec![(field_of(&error), Wrong::Profile(error))])?
            }
        };
        match (name, faults.is_empty()) {
            (Some(name), true) => Ok(Generated { name, section }),
            _ => Err(faults),
        }
    }

    /// The program that assumes the same role under `session_name`.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub fn program(&self, language: Language, session_name: &str) -> Result<String, Faults> {
        let mut faults = Faults::new();
        let role = self.role(&mut faults);
        let region = self.region(role.as_ref(), &mut faults);
        let session_name = identity::<SessionName>(session_name, Field::SessionName, &mut faults);
        let external_id = optional::<ExternalId>(&self.external_id, true, Field::ExternalId, &mut faults);
        let mfa_serial = optional::<MfaSerial>(&self.mfa_serial, true, Field::Mfa, &mut faults);
        let duration = self.seconds(&mut faults);
        let (Some(role), Some(region), Some(session_name), []) =
            (&role, &region, &session_name, faults.as_slice())
        else {
            return Err(faults);
        };
        let snippet = Snippet {
            role_arn: role,
            session_name,
            region,
            external_id: external_id.as_ref(),
            mfa_serial: mfa_serial.as_ref(),
            duration,
        };
        snippet.emit(language).map_err(|error| vec![(Field::Mfa, Wrong::Profile(error))])
    }

    fn role(&self, faults: &mut Faults) -> Option<RoleArn> {
        identity(&self.role_arn, Field::Role, faults)
    }

    fn region(&self, role: Option<&RoleArn>, faults: &mut Faults) -> Option<Region> {
        let typed = self.region.trim();
        let default = role.map_or("us-east-1", |role| role.partition().default_region());
        let text = if typed.is_empty() { default } else { typed };
        let region = identity::<Region>(text, Field::Region, faults)?;
        match role {
            None => Some(region),
            Some(role) => region
                .within(role.partition())
                .map_err(|error| faults.push((Field::Region, Wrong::Identity(error))))
                .ok(),
        }
    }

    fn source(&self, faults: &mut Faults) -> Option<Source> {
        if let Some(source) = self.from.credential_source() {
            return Some(Source::Credential(source));
        }
        if self.from == From::WebIdentity {
            let token_file = filled(&self.token_file, Field::TokenFile, faults)?.to_owned();
            return Some(Source::WebIdentity { token_file });
        }
        profile_name(&self.source_profile, Field::SourceProfile, faults).map(Source::Profile)
    }

    fn seconds(&self, faults: &mut Faults) -> Option<SessionDuration> {
        let typed = self.duration.trim();
        if typed.is_empty() || !self.from.takes_options() {
            return None;
        }
        let seconds = typed.parse().unwrap_or_default();
        let duration = SessionDuration::from_seconds(seconds);
        duration.map_err(|error| faults.push((Field::Duration, Wrong::Identity(error)))).ok()
    }
}

/// At which field an error of the whole is told.
fn field_of(error: &ProfileError) -> Field {
    match error {
        ProfileError::Conflict { name, .. } | ProfileError::Unquotable { name, .. } => match *name {
            "mfa_serial" => Field::Mfa,
            "external_id" => Field::ExternalId,
            "duration_seconds" => Field::Duration,
            "source_profile" => Field::SourceProfile,
            "web_identity_token_file" => Field::TokenFile,
            _ => Field::Role,
        },
        _ => Field::Name,
    }
}

fn filled<'a>(typed: &'a str, field: Field, faults: &mut Faults) -> Option<&'a str> {
    let typed = typed.trim();
    if typed.is_empty() {
        faults.push((field, Wrong::Missing));
        return None;
    }
    Some(typed)
}

fn profile_name(typed: &str, field: Field, faults: &mut Faults) -> Option<ProfileName> {
    let typed = filled(typed, field, faults)?;
    typed.parse().map_err(|error| faults.push((field, Wrong::Profile(error)))).ok()
}

fn identity<T: core::str::FromStr<Err = IdentityError>>(
    typed: &str,
    field: Field,
    faults: &mut Faults,
) -> Option<T> {
    let typed = filled(typed, field, faults)?;
    typed.parse().map_err(|error| faults.push((field, Wrong::Identity(error)))).ok()
}

fn optional<T: core::str::FromStr<Err = IdentityError>>(
    typed: &str,
    taken: bool,
    field: Field,
    faults: &mut Faults,
) -> Option<T> {
    if !taken || typed.trim().is_empty() { None } else { identity(typed, field, faults) }
}
