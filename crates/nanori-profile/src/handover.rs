//! Temporary credentials written down for a shell or a tool.
//!
//! The text that comes out is secret: it is for the clipboard or a download, never for a log. Expiry is handed over
//! wherever the form has a place for it.

#[cfg(test)]
mod tests;

use nanori_identity::{Credentials, Region};
use zeroize::Zeroizing;

use crate::{ProfileError, ProfileName, quote};

/// Credentials on their way to a shell or a tool.
#[derive(Debug, Clone, Copy)]
pub struct Handover<'a> {
    /// The credentials.
    pub credentials: &'a Credentials,
    /// The region that commands shall use; without one the receiver's own setting is left as it is.
    pub region: Option<&'a Region>,
    /// The profile name of [`HandoverForm::CredentialsFile`].
    pub profile: &'a ProfileName,
}

/// For which shell or tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HandoverForm {
    /// `export` lines for bash, zsh and every POSIX shell.
    Posix,
    /// `set -gx` lines.
    Fish,
    /// `$Env:` lines.
    PowerShell,
    /// `set "…"` lines.
    Cmd,
    /// A `.env` file.
    DotEnv,
    /// A section of `~/.aws/credentials`.
    CredentialsFile,
    /// The JSON that a `credential_process` prints.
    CredentialProcess,
}

impl HandoverForm {
    /// Every form, shells first.
    pub const ALL: [Self; 7] = [
        Self::Posix,
        Self::Fish,
        Self::PowerShell,
        Self::Cmd,
        Self::DotEnv,
        Self::CredentialsFile,
        Self::CredentialProcess,
    ];

    /// The stable name, as it stands in codes and addresses.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Posix => "posix",
            Self::Fish => "fish",
            Self::PowerShell => "powershell",
            Self::Cmd => "cmd",
            Self::DotEnv => "dotenv",
            Self::CredentialsFile => "credentials",
            Self::CredentialProcess => "process",
        }
    }

    /// The file name that a download bears.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Posix => "aws-credentials.sh",
            Self::Fish => "aws-credentials.fish",
            Self::PowerShell => "aws-credentials.ps1",
            Self::Cmd => "aws-credentials.cmd",
            Self::DotEnv => ".env",
            Self::CredentialsFile => "credentials",
            Self::CredentialProcess => "credentials.json",
        }
    }
}

/// What an export does with one variable.
enum Step<'a> {
    Set(&'static str, &'a str),
    Clear(&'static str),
}

impl Handover<'_> {
    /// The credentials in `form`, every line ended by `\n` (`\r\n` for cmd).
    ///
    /// Exports clear `AWS_SECURITY_TOKEN`, which botocore reads before `AWS_SESSION_TOKEN`, and `AWS_PROFILE`, which makes
    /// the JavaScript SDK pass over exported keys.
    ///
    /// # Errors
    /// [`ProfileError::Unquotable`] if a value holds a character that the form cannot write safely.
    pub fn emit(&self, form: HandoverForm) -> Result<Zeroizing<String>, ProfileError> {
        match form {
            HandoverForm::CredentialsFile => self.section(),
            HandoverForm::CredentialProcess => Ok(self.process()),
            _ => self.export(form),
        }
    }

    fn export(&self, form: HandoverForm) -> Result<Zeroizing<String>, ProfileError> {
        let expiration = self.credentials.expiration.map(|time| time.to_string());
        let mut text = Zeroizing::new(String::new());
        for step in self.steps(expiration.as_deref()) {
            let line = match &step {
                Step::Set(name, value) => set_line(form, name, value)
                    .ok_or(ProfileError::Unquotable { form: form.as_str(), name })?,
                Step::Clear(name) => match clear_line(form, name) {
                    Some(line) => line,
                    None => continue,
                },
            };
            text.push_str(&Zeroizing::new(line));
            text.push_str(if form == HandoverForm::Cmd { "\r\n" } else { "\n" });
        }
        Ok(text)
    }

    fn steps<'a>(&'a self, expiration: Option<&'a str>) -> Vec<Step<'a>> {
        let keys = self.credentials;
        let optional = |name, value| match value {
            Some(value) => Step::Set(name, value),
            None => Step::Clear(name),
        };
        let mut steps = vec![
            Step::Clear("AWS_PROFILE"),
            Step::Clear("AWS_DEFAULT_PROFILE"),
            Step::Clear("AWS_SECURITY_TOKEN"),
            Step::Set("AWS_ACCESS_KEY_ID", keys.access_key_id.as_str()),
            Step::Set("AWS_SECRET_ACCESS_KEY", keys.secret_access_key.expose_secret()),
            optional(
                "AWS_SESSION_TOKEN",
                keys.session_token.as_ref().map(nanori_identity::SessionToken::expose_token),
            ),
            optional("AWS_CREDENTIAL_EXPIRATION", expiration),
        ];
        if let Some(region) = self.region {
            steps.push(Step::Set("AWS_REGION", region.as_str()));
            steps.push(Step::Set("AWS_DEFAULT_REGION", region.as_str()));
        }
        steps
    }

    fn section(&self) -> Result<Zeroizing<String>, ProfileError> {
        let keys = self.credentials;
        let mut text = Zeroizing::new(format!("[{}]\n", self.profile));
        if let Some(time) = keys.expiration {
            // The file has no key for the end; a comment is for the person who opens it later.
            text.push_str(&format!("# until {time}\n"));
        }
        let pairs = [
            ("aws_access_key_id", Some(keys.access_key_id.as_str())),
            ("aws_secret_access_key", Some(keys.secret_access_key.expose_secret())),
            (
                "aws_session_token",
                keys.session_token.as_ref().map(nanori_identity::SessionToken::expose_token),
            ),
            ("region", self.region.map(Region::as_str)),
        ];
        let form = HandoverForm::CredentialsFile.as_str();
        for (name, value) in pairs {
            if let Some(value) = value {
                let value = quote::ini(value).ok_or(ProfileError::Unquotable { form, name })?;
                text.extend([name, " = ", value, "\n"]);
            }
        }
        Ok(text)
    }

    fn process(&self) -> Zeroizing<String> {
        let keys = self.credentials;
        let expiration = keys.expiration.map(|time| time.to_string());
        let pairs = [
            ("AccessKeyId", Some(keys.access_key_id.as_str())),
            ("SecretAccessKey", Some(keys.secret_access_key.expose_secret())),
            ("SessionToken", keys.session_token.as_ref().map(nanori_identity::SessionToken::expose_token)),
            ("Expiration", expiration.as_deref()),
        ];
        let mut text = Zeroizing::new("{\n  \"Version\": 1".to_owned());
        for (name, value) in pairs {
            if let Some(value) = value {
                let quoted = Zeroizing::new(serde_json::Value::from(value).to_string());
                text.extend([",\n  \"", name, "\": ", &quoted]);
            }
        }
        text.push_str("\n}\n");
        text
    }
}

fn set_line(form: HandoverForm, name: &str, value: &str) -> Option<String> {
    Some(match form {
        HandoverForm::Posix => format!("export {name}={}", quote::posix(value)?),
        HandoverForm::Fish => format!("set -gx {name} {}", quote::fish(value)?),
        HandoverForm::PowerShell => format!("$Env:{name} = {}", quote::powershell(value)?),
        HandoverForm::Cmd => format!("set {}", quote::cmd(name, value)?),
        HandoverForm::DotEnv => format!("{name}={}", quote::dotenv(value)?),
        HandoverForm::CredentialsFile | HandoverForm::CredentialProcess => return None,
    })
}

/// `None` where the form cannot clear the variable. An empty `AWS_PROFILE` names a profile, an empty token is none.
fn clear_line(form: HandoverForm, name: &str) -> Option<String> {
    Some(match form {
        HandoverForm::Posix => format!("unset {name}"),
        HandoverForm::Fish => format!("set -e {name}"),
        HandoverForm::PowerShell => format!("$Env:{name} = $null"),
        HandoverForm::Cmd => format!("set \"{name}=\""),
        HandoverForm::DotEnv if !name.ends_with("PROFILE") => format!("{name}="),
        _ => return None,
    })
}
