//! Granted credentials in the forms that shells and tools take; and the config profile that needs none of them.

use nanori_identity::SessionName;
use nanori_profile::{Handover, HandoverForm, ProfileName, RoleProfile, Source};
use zeroize::Zeroizing;

use super::granted::Granted;

/// The form of a hand-over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// bash, zsh.
    Posix,
    /// fish.
    Fish,
    /// PowerShell.
    PowerShell,
    /// The command prompt of Windows.
    Cmd,
    /// A `.env` file.
    DotEnv,
    /// A section of `~/.aws/credentials`.
    CredentialsFile,
    /// A section of `~/.aws/config` that switches by itself.
    ConfigProfile,
    /// The JSON of a `credential_process`.
    CredentialProcess,
}

impl Form {
    /// Every form, shells first.
    pub const ALL: [Self; 8] = [
        Self::Posix,
        Self::Fish,
        Self::PowerShell,
        Self::Cmd,
        Self::DotEnv,
        Self::CredentialsFile,
        Self::ConfigProfile,
        Self::CredentialProcess,
    ];

    /// The name as it stands in ids.
    pub const fn as_str(self) -> &'static str {
        match self.emitted() {
            Some(form) => form.as_str(),
            None => "config",
        }
    }

    /// The name of a download.
    pub const fn file_name(self) -> &'static str {
        match self.emitted() {
            Some(form) => form.file_name(),
            None => "config",
        }
    }

    const fn emitted(self) -> Option<HandoverForm> {
        Some(match self {
            Self::Posix => HandoverForm::Posix,
            Self::Fish => HandoverForm::Fish,
            Self::PowerShell => HandoverForm::PowerShell,
            Self::Cmd => HandoverForm::Cmd,
            Self::DotEnv => HandoverForm::DotEnv,
            Self::CredentialsFile => HandoverForm::CredentialsFile,
            Self::CredentialProcess => HandoverForm::CredentialProcess,
            Self::ConfigProfile => return None,
        })
    }
}

/// The text in `form`; `None` where the form cannot hold it. Secret, but for the config profile.
pub fn hand_over(
    granted: &Granted,
    form: Form,
    name: &SessionName,
    mfa_serial: Option<&str>,
    external_id: &str,
) -> Option<Zeroizing<String>> {
    let profile = profile_name(granted)?;
    let Some(form) = form.emitted() else {
        let profile = RoleProfile {
            name: profile,
            role_arn: granted.role.clone(),
            session_name: name.clone(),
            source: Source::Profile("default".parse().ok()?),
            mfa_serial: mfa_serial.and_then(|serial| serial.parse().ok()),
            external_id: external_id.parse().ok(),
            duration: None,
            region: granted.region.clone(),
        };
        return profile.emit().ok().map(Zeroizing::new);
    };
    let handover =
        Handover { credentials: &granted.credentials, region: Some(&granted.region), profile: &profile };
    handover.emit(form).ok()
}

/// `text` with secret and token replaced by dots, for the screen.
pub fn masked(text: &str, granted: &Granted) -> String {
    let secret = granted.credentials.secret_access_key.expose_secret();
    let mut masked = text.replace(secret, &"•".repeat(12));
    if let Some(token) = &granted.credentials.session_token {
        masked = masked.replace(token.expose_token(), &"•".repeat(12));
    }
    masked
}

/// `admin_role-222222222222`: the account tells roles of one name apart. Characters that no SDK reads become dashes.
fn profile_name(granted: &Granted) -> Option<ProfileName> {
    let name: String = granted
        .role
        .name()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '@' | '+') { c } else { '-' })
        .collect();
    format!("{name}-{}", granted.role.account()).parse().ok()
}

#[cfg(test)]
mod tests;
