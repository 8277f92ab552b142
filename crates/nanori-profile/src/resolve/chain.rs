//! The way from a profile to credentials.

use crate::reader::Profile;
use crate::{CredentialSource, FileKind};

/// The roles that are assumed one after the other, and where the first credentials come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// From the profile that was asked for towards the origin; the last one is assumed first. Empty: no role is assumed.
    pub hops: Vec<Hop>,
    /// Where the credentials come from that assume the last hop's role.
    pub origin: Origin,
}

/// One AssumeRole with what botocore forwards to it; it forwards nothing else from a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// The profile that asks for the role.
    pub profile: String,
    /// `role_arn` as it stands in the file.
    pub role_arn: String,
    /// `role_session_name`, absent if the tool must invent one. An empty one counts as absent.
    pub session_name: Option<String>,
    /// `external_id`.
    pub external_id: Option<String>,
    /// `mfa_serial`: the tool asks for a code.
    pub mfa_serial: Option<String>,
    /// `duration_seconds`, absent too if it is not an integer, which botocore silently passes over.
    pub duration_seconds: Option<i64>,
}

/// Where credentials begin.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// Keys in a file.
    Static {
        /// The profile that they stand in.
        profile: String,
        /// The file.
        file: FileKind,
        /// Which key.
        access_key_id: String,
    },
    /// `credential_source` of a role profile.
    Source {
        /// Which source.
        source: CredentialSource,
        /// The profile that names it.
        profile: String,
    },
    /// A program prints them.
    Process {
        /// The profile.
        profile: String,
    },
    /// IAM Identity Center.
    Sso {
        /// The profile.
        profile: String,
        /// The account to sign in to.
        account_id: String,
        /// The permission set.
        role_name: String,
        /// The `sso-session` section, absent in the older form.
        session: Option<String>,
    },
    /// AssumeRoleWithWebIdentity with a token from a file.
    WebIdentity {
        /// The profile.
        profile: String,
        /// The role.
        role_arn: String,
        /// The session name, absent if the tool must invent one.
        session_name: Option<String>,
        /// The token's file.
        token_file: String,
    },
    /// A console sign-in by `aws login`.
    Login {
        /// The profile.
        profile: String,
        /// What `login_session` says.
        session: String,
    },
    /// Variables of the environment.
    Environment,
    /// A container's metadata service, without any profile.
    Container,
    /// The instance's metadata service, without any profile.
    Instance,
    /// Nothing: "Unable to locate credentials".
    Nothing,
}

impl Origin {
    /// Botocore's name of the provider, as `aws configure list` shows it; empty for [`Origin::Nothing`].
    #[must_use]
    pub const fn method(&self) -> &'static str {
        match self {
            Self::Static { file: FileKind::Config, .. } => "config-file",
            Self::Static { file: FileKind::Credentials, .. } => "shared-credentials-file",
            Self::Environment | Self::Source { source: CredentialSource::Environment, .. } => "env",
            Self::Container | Self::Source { source: CredentialSource::EcsContainer, .. } => "container-role",
            Self::Instance | Self::Source { source: CredentialSource::Ec2InstanceMetadata, .. } => "iam-role",
            Self::Process { .. } => "custom-process",
            Self::Sso { .. } => "sso",
            Self::WebIdentity { .. } => "assume-role-with-web-identity",
            Self::Login { .. } => "login",
            Self::Nothing => "",
        }
    }

    /// Whether the credentials are a role session's, so that AWS caps the roles assumed with them at one hour.
    #[must_use]
    pub const fn is_role_session(&self) -> bool {
        match self {
            Self::Source { source: CredentialSource::Environment, .. }
            | Self::Static { .. }
            | Self::Process { .. }
            | Self::Login { .. }
            | Self::Environment
            | Self::Nothing => false,
            Self::Source { .. }
            | Self::Sso { .. }
            | Self::WebIdentity { .. }
            | Self::Container
            | Self::Instance => true,
        }
    }
}

impl Chain {
    /// Botocore's name of the provider whose credentials the profile's commands use.
    #[must_use]
    pub fn method(&self) -> &'static str {
        if self.hops.is_empty() { self.origin.method() } else { "assume-role" }
    }
}

impl Hop {
    pub(super) fn of(profile: &Profile<'_>) -> Self {
        let value = |key| profile.value(key).map(str::to_owned);
        Self {
            profile: profile.name.clone(),
            role_arn: value("role_arn").unwrap_or_default(),
            session_name: value("role_session_name").filter(|name| !name.is_empty()),
            external_id: value("external_id"),
            mfa_serial: value("mfa_serial"),
            duration_seconds: profile.value("duration_seconds").and_then(python_int),
        }
    }
}

/// Python's `int(text)`: white space around, a sign, single underscores between digits. Very long ones are capped.
pub(crate) fn python_int(text: &str) -> Option<i64> {
    let text = text.trim();
    if !text.is_empty() && text.len() < 19 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let whole = digits.split('_').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    let value = digits.bytes().filter(u8::is_ascii_digit).fold(0_i64, |sum, digit| {
        sum.saturating_mul(10).saturating_add(i64::from(digit.saturating_sub(b'0')))
    });
    whole.then(|| if negative { value.saturating_neg() } else { value })
}
