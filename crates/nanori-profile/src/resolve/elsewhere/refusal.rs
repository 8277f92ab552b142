//! Why an SDK refuses a profile, as a code: the SDKs' own texts change from version to version.

/// A refusal. Codes are those of [`crate::ResolveError`] where botocore knows the same mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SdkRefusal {
    /// No file has the profile.
    ProfileNotFound,
    /// The profile holds nothing that the SDK takes credentials from.
    NoCredentials,
    /// A role with both `source_profile` and `credential_source`.
    BothSources,
    /// A role with neither.
    NoSource,
    /// `source_profile` names a profile that is nowhere.
    UnknownSourceProfile,
    /// The source profile holds nothing that the SDK takes credentials from.
    SourceWithoutCredentials,
    /// `source_profile` leads back.
    Loop,
    /// `credential_source` is no source that the SDK knows.
    UnknownCredentialSource,
    /// A token file without a role.
    WebIdentityWithoutRole,
    /// An empty name of a token file.
    NoTokenFile,
    /// One half of a key pair.
    PartialKeys,
    /// Single sign-on settings are missing.
    SsoIncomplete,
    /// `sso_session` names a section that is not there.
    UnknownSsoSession,
    /// `sso_region` or `sso_start_url` beside `sso_session`, where Rust does not allow them.
    SsoBesideSession,
}

impl SdkRefusal {
    /// The stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ProfileNotFound => "resolve.profile-not-found",
            Self::NoCredentials => "resolve.no-credentials",
            Self::BothSources => "resolve.both-sources",
            Self::NoSource => "resolve.no-source",
            Self::UnknownSourceProfile => "resolve.unknown-source-profile",
            Self::SourceWithoutCredentials => "resolve.source-without-credentials",
            Self::Loop => "resolve.loop",
            Self::UnknownCredentialSource => "resolve.unknown-credential-source",
            Self::WebIdentityWithoutRole => "resolve.web-identity-without-role",
            Self::NoTokenFile => "resolve.no-token-file",
            Self::PartialKeys => "resolve.partial-keys",
            Self::SsoIncomplete => "resolve.sso-incomplete",
            Self::UnknownSsoSession => "resolve.unknown-sso-session",
            Self::SsoBesideSession => "resolve.sso-beside-session",
        }
    }
}
