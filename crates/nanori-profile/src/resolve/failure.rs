//! Why botocore refuses a profile, in its own words.

use crate::{CredentialSource, FileKind};

/// A refusal. [`ResolveError::code`] is the stable code; the message is botocore's text, word for word.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs, reason = "the fields are what the message names")]
pub enum ResolveError {
    /// The file cannot be read at all.
    #[error("Unable to parse config file: {path}")]
    Unreadable { file: FileKind, path: String },
    /// No file has the profile.
    #[error("The config profile ({profile}) could not be found")]
    ProfileNotFound { profile: String },
    /// A role profile with both of the keys of which one is wanted.
    #[error("The profile \"{profile}\" contains both source_profile and credential_source.")]
    BothSources { profile: String },
    /// A role profile with neither of them.
    #[error("Partial credentials found in assume-role, missing: source_profile or credential_source")]
    NoSource { profile: String },
    /// One half of a key pair.
    #[error("Partial credentials found in {provider}, missing: {missing}")]
    PartialKeys { provider: &'static str, missing: &'static str, profile: Option<String> },
    /// `source_profile` names a profile that is nowhere.
    #[error("The source_profile \"{name}\" referenced in the profile \"{profile}\" does not exist.")]
    UnknownSourceProfile { name: String, profile: String },
    /// `source_profile` leads back.
    #[error(
        "Infinite loop in credential configuration detected. Attempting to load from profile {name} which has \
         already been visited. Visited profiles: {visited}", visited = python_list(.visited)
    )]
    Loop { name: String, profile: String, visited: Vec<String> },
    /// `credential_source` is not one of the three values in exactly their case.
    #[error("The credential source \"{name}\" referenced in profile \"{profile}\" is not valid.")]
    UnknownCredentialSource { name: String, profile: String },
    /// The named source is right and has no credentials here.
    #[error(
        "Error when retrieving credentials from {}: No credentials found in credential_source referenced in profile \
         {profile}", .kind.as_str()
    )]
    EmptyCredentialSource { kind: CredentialSource, profile: String },
    /// The source profile has no credentials of any kind.
    #[error("The source profile \"{name}\" must have credentials.")]
    SourceWithoutCredentials { name: String },
    /// A token file without a role.
    #[error(
        "The provided profile or the current environment is configured to assume role with web identity but has no \
         role ARN configured. Ensure that the profile has the role_arnconfiguration set or the AWS_ROLE_ARN env var is \
         set."
    )]
    WebIdentityWithoutRole { profile: String },
    /// Single sign-on settings are missing.
    #[error(
        "The profile \"{profile}\" is configured to use SSO but is missing required configuration: {}",
        .missing.join(", ")
    )]
    SsoIncomplete { profile: String, missing: Vec<&'static str> },
    /// `sso_session` names a section that is not there.
    #[error("The specified sso-session does not exist: \"{session}\"")]
    UnknownSsoSession { profile: String, session: String },
    /// Profile and `sso-session` say different things.
    #[error("The value for {key} is inconsistent between profile ({own}) and sso-session ({session}).")]
    SsoMismatch { profile: String, key: String, own: String, session: String },
}

impl ResolveError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "resolve.unreadable-file",
            Self::ProfileNotFound { .. } => "resolve.profile-not-found",
            Self::BothSources { .. } => "resolve.both-sources",
            Self::NoSource { .. } => "resolve.no-source",
            Self::PartialKeys { .. } => "resolve.partial-keys",
            Self::UnknownSourceProfile { .. } => "resolve.unknown-source-profile",
            Self::Loop { .. } => "resolve.loop",
            Self::UnknownCredentialSource { .. } => "resolve.unknown-credential-source",
            Self::EmptyCredentialSource { .. } => "resolve.empty-credential-source",
            Self::SourceWithoutCredentials { .. } => "resolve.source-without-credentials",
            Self::WebIdentityWithoutRole { .. } => "resolve.web-identity-without-role",
            Self::SsoIncomplete { .. } => "resolve.sso-incomplete",
            Self::UnknownSsoSession { .. } => "resolve.unknown-sso-session",
            Self::SsoMismatch { .. } => "resolve.sso-mismatch",
        }
    }

    /// The name of botocore's exception class.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "ConfigParseError",
            Self::ProfileNotFound { .. } => "ProfileNotFound",
            Self::NoSource { .. } | Self::PartialKeys { .. } => "PartialCredentialsError",
            Self::Loop { .. } => "InfiniteLoopConfigError",
            Self::EmptyCredentialSource { .. } => "CredentialRetrievalError",
            _ => "InvalidConfigError",
        }
    }

    /// The profile and the key at which the cause stands, for finding its line. No key: the profile as a whole.
    #[must_use]
    pub fn cause(&self) -> Option<(&str, Option<&str>)> {
        match self {
            Self::Unreadable { .. } | Self::ProfileNotFound { .. } => None,
            Self::BothSources { profile } => Some((profile, Some("credential_source"))),
            Self::NoSource { profile } => Some((profile, Some("role_arn"))),
            Self::PartialKeys { profile, .. } => {
                profile.as_deref().map(|name| (name, Some("aws_access_key_id")))
            }
            Self::UnknownSourceProfile { profile, .. } | Self::Loop { profile, .. } => {
                Some((profile, Some("source_profile")))
            }
            Self::UnknownCredentialSource { profile, .. } | Self::EmptyCredentialSource { profile, .. } => {
                Some((profile, Some("credential_source")))
            }
            Self::SourceWithoutCredentials { name } => Some((name, None)),
            Self::WebIdentityWithoutRole { profile } => Some((profile, Some("web_identity_token_file"))),
            Self::SsoIncomplete { profile, .. } => Some((profile, None)),
            Self::UnknownSsoSession { profile, .. } => Some((profile, Some("sso_session"))),
            Self::SsoMismatch { profile, key, .. } => Some((profile, Some(key))),
        }
    }
}

/// Python's `repr` of a list of texts.
fn python_list(items: &[String]) -> String {
    let quoted: Vec<_> = items.iter().map(|item| python_repr(item)).collect();
    format!("[{}]", quoted.join(", "))
}

fn python_repr(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            _ if c == quote => out.extend(['\\', c]),
            _ if c.is_ascii_control() => out.push_str(&format!("\\x{:02x}", u32::from(c))),
            _ => out.push(c),
        }
    }
    out.push(quote);
    out
}
