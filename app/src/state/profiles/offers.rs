//! Roles that profiles can be written for: the person's saved roles, or those out of another tool's file.

#[cfg(test)]
mod tests;

use nanori_identity::{MfaSerial, Region, RoleArn, SessionDuration, SessionName};
use nanori_profile::{Generated, ProfileError, ProfileName, RoleProfile, Source, import::ImportedRole};

use crate::state::saved_role::SavedRole;

/// A role with a name for its profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The profile's name.
    pub name: String,
    /// The role.
    pub role_arn: RoleArn,
    /// The region of its commands, if it has one of its own.
    pub region: Option<Region>,
    /// How long its sessions last.
    pub duration: Option<SessionDuration>,
    /// The MFA device, if it has one of its own.
    pub mfa_serial: Option<MfaSerial>,
    /// The profile with the keys, if it has one of its own.
    pub source_profile: Option<String>,
}

/// What is the same for all offers that are taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Common {
    /// Whose name CloudTrail records.
    pub session_name: SessionName,
    /// The profile with the keys, where an offer names none.
    pub source_profile: ProfileName,
    /// The MFA device, where an offer names none.
    pub mfa_serial: Option<MfaSerial>,
    /// The region, where an offer has none. It must be of the role's partition to be used.
    pub region: Option<Region>,
}

impl Offer {
    /// A role of another tool's file.
    pub fn imported(role: &ImportedRole) -> Self {
        Self {
            name: profile_name(&role.name),
            role_arn: role.role_arn.clone(),
            region: role.region.clone(),
            duration: role.duration,
            mfa_serial: role.mfa_serial.clone(),
            source_profile: role.source_profile.clone(),
        }
    }

    /// A role that the person saved.
    pub fn saved(role: &SavedRole) -> Self {
        let name = if role.label.is_ascii() && !role.label.is_empty() {
            profile_name(&role.label)
        } else {
            profile_name(&format!("{}-{}", role.arn.name(), role.arn.account()))
        };
        Self {
            name,
            role_arn: role.arn.clone(),
            region: role.region.clone(),
            duration: None,
            mfa_serial: None,
            source_profile: None,
        }
    }

    /// The profile to be written.
    ///
    /// # Errors
    /// [`ProfileError`] for a name or a role path that no SDK-wide form can hold.
    pub fn generate(&self, common: &Common) -> Result<Generated, ProfileError> {
        let partition = self.role_arn.partition();
        let fits = |region: &&Region| region.partition() == partition;
        let region = self.region.as_ref().or(common.region.as_ref()).filter(fits).cloned();
        let own_source = self.source_profile.as_deref().and_then(|name| name.parse().ok());
        let name: ProfileName = self.name.parse()?;
        let profile = RoleProfile {
            name: name.clone(),
            role_arn: self.role_arn.clone(),
            session_name: common.session_name.clone(),
            source: Source::Profile(own_source.unwrap_or_else(|| common.source_profile.clone())),
            mfa_serial: self.mfa_serial.clone().or_else(|| common.mfa_serial.clone()),
            external_id: None,
            duration: self.duration,
            region: match region {
                Some(region) => region,
                None => partition.default_region().parse().map_err(|_| ProfileError::Name)?,
            },
        };
        Ok(Generated { section: profile.emit()?, name })
    }
}

/// The text as a name that every SDK reads: blanks and whatever they do not take become dashes.
pub fn profile_name(text: &str) -> String {
    let take = |c: char| if c.is_ascii_alphanumeric() || "_-/.%@:+".contains(c) { c } else { '-' };
    let name: String = text.trim().chars().map(take).take(128).collect();
    name.trim_matches('-').to_owned()
}
