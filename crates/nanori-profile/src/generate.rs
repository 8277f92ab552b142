//! Config profiles that assume a role by themselves.
//!
//! Writes only what every SDK reads alike: lower-case keys, one space around `=`, no inline comments, no continuation
//! lines, no duplicates, `[profile name]`, and a region in every profile (version 1 of the AWS CLI inherits none).

mod source;
#[cfg(test)]
mod tests;

pub use source::{CredentialSource, Source};

use nanori_identity::{ExternalId, MfaSerial, Region, RoleArn, SessionDuration, SessionName};

use crate::{ProfileError, ProfileName, quote};

/// A profile of `~/.aws/config` that assumes a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleProfile {
    /// Its name.
    pub name: ProfileName,
    /// The role.
    pub role_arn: RoleArn,
    /// The name that CloudTrail will record. Not optional: a role profile without one records nobody.
    pub session_name: SessionName,
    /// Where the credentials that call AssumeRole come from.
    pub source: Source,
    /// The MFA device that the CLI asks a code for.
    pub mfa_serial: Option<MfaSerial>,
    /// What a third party's trust policy demands.
    pub external_id: Option<ExternalId>,
    /// How long the session lasts; AWS's own default is one hour.
    pub duration: Option<SessionDuration>,
    /// The region of its commands.
    pub region: Region,
}

impl RoleProfile {
    /// The section, from its heading to its last key, every line ended by `\n`.
    ///
    /// # Errors
    /// [`ProfileError::Conflict`] for what the source cannot use: an MFA device, external ID or duration with a web
    /// identity token, an MFA device with a source where nobody can type a code. [`ProfileError::Unquotable`] for a role
    /// path or file name that an INI file cannot hold.
    pub fn emit(&self) -> Result<String, ProfileError> {
        self.check()?;
        let duration = self.duration.map(|duration| duration.to_string());
        let (source_key, source_value) = self.source.pair();
        let pairs = [
            ("role_arn", Some(self.role_arn.as_str())),
            (source_key, Some(source_value)),
            ("role_session_name", Some(self.session_name.as_str())),
            ("mfa_serial", self.mfa_serial.as_ref().map(MfaSerial::as_str)),
            ("external_id", self.external_id.as_ref().map(ExternalId::as_str)),
            ("duration_seconds", duration.as_deref()),
            ("region", Some(self.region.as_str())),
        ];
        section(&self.name.config_heading(), &pairs)
    }

    fn check(&self) -> Result<(), ProfileError> {
        use CredentialSource::{Ec2InstanceMetadata, EcsContainer};
        let conflict = |name| Err(ProfileError::Conflict { name, with: self.source.pair().0 });
        match &self.source {
            // botocore forwards the role ARN and the session name only, and a role's own credentials can bring no MFA.
            Source::WebIdentity { .. } | Source::Credential(Ec2InstanceMetadata | EcsContainer)
                if self.mfa_serial.is_some() =>
            {
                conflict("mfa_serial")
            }
            Source::WebIdentity { .. } if self.external_id.is_some() => conflict("external_id"),
            Source::WebIdentity { .. } if self.duration.is_some() => conflict("duration_seconds"),
            // Credentials of an instance or a container are a role's own: AWS caps a chained session at one hour.
            Source::Credential(Ec2InstanceMetadata | EcsContainer)
                if self.duration.is_some_and(|duration| duration > SessionDuration::CHAINED_MAX) =>
            {
                conflict("duration_seconds")
            }
            Source::Profile(name) if *name == self.name => conflict("source_profile"),
            _ => Ok(()),
        }
    }
}

/// A profile of `~/.aws/config` whose credentials a program prints.
///
/// # Errors
/// [`ProfileError::Unquotable`] for a command that an INI file cannot hold on one line.
pub fn process_profile(name: &ProfileName, command: &str, region: &Region) -> Result<String, ProfileError> {
    let pairs = [("credential_process", Some(command)), ("region", Some(region.as_str()))];
    section(&name.config_heading(), &pairs)
}

fn section(heading: &str, pairs: &[(&'static str, Option<&str>)]) -> Result<String, ProfileError> {
    let mut text = format!("{heading}\n");
    for (name, value) in pairs {
        if let Some(value) = value {
            let value = quote::ini(value).ok_or(ProfileError::Unquotable { form: "config", name })?;
            text.extend([name, " = ", value, "\n"]);
        }
    }
    Ok(text)
}
