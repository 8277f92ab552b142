//! Which credentials a profile leads to in the SDKs that resolve it by rules of their own: JavaScript's and Rust's.
//!
//! Follows `fromIni` of `@aws-sdk/credential-provider-ini` (3.97x) and `ProfileFileCredentialsProvider` of `aws-config`
//! (1.13, with its feature `credentials-login`), each over its own reading of the files. Takes for granted what only a
//! machine knows: that metadata services, sign-ins and programs answer, and that JavaScript has an `mfaCodeProvider`.
//! Does not follow the default chain around them, which in Rust puts keys of the environment before any profile.

mod difference;
mod javascript;
mod refusal;
mod rust;
#[cfg(test)]
mod tests;

pub(crate) use difference::compare;
pub use difference::{Difference, What, differences};
pub use refusal::SdkRefusal;

use crate::reader::{Profile, Profiles, ReadError, javascript as javascript_reader, reference};
use crate::{Chain, Document, FileKind, Origin};

/// An SDK that resolves profiles by rules of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Sdk {
    /// The AWS SDK for JavaScript, version 3.
    JavaScript,
    /// The AWS SDK for Rust.
    Rust,
}

impl Sdk {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::JavaScript, Self::Rust];

    /// The stable name: `javascript` or `rust`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::JavaScript => "javascript",
            Self::Rust => "rust",
        }
    }

    /// Both files as this SDK reads them.
    ///
    /// # Errors
    /// [`ReadError`] of the first file that it refuses.
    pub fn read<'a>(
        self,
        config: Option<&'a Document>,
        credentials: Option<&'a Document>,
    ) -> Result<Profiles<'a>, (FileKind, ReadError)> {
        match self {
            Self::JavaScript => javascript_reader::read(config, credentials),
            Self::Rust => reference::read(config, credentials),
        }
    }

    /// The chain of the profile `name` in `profiles`, which this SDK has read: hops hold what it really sends.
    ///
    /// JavaScript always sends a duration; a hop has none if `duration_seconds` is absent, which makes it STS's default
    /// of 3,600, or not a number. Rust never sends a duration or an MFA code.
    ///
    /// # Errors
    /// [`SdkRefusal`] for every profile with which its provider fails.
    pub fn resolve(self, profiles: &Profiles<'_>, name: &str) -> Result<Chain, SdkRefusal> {
        match self {
            Self::JavaScript => javascript::resolve(profiles, name),
            Self::Rust => rust::resolve(profiles, name),
        }
    }
}

/// Both keys of a pair.
fn static_keys(profile: &Profile<'_>) -> Option<Origin> {
    let id = profile.setting("aws_access_key_id")?;
    profile.value("aws_secret_access_key")?;
    Some(Origin::Static {
        profile: profile.name.clone(),
        file: id.file,
        access_key_id: id.value().to_owned(),
    })
}

/// A token's file together with a role.
fn web_identity(profile: &Profile<'_>) -> Option<Origin> {
    Some(Origin::WebIdentity {
        profile: profile.name.clone(),
        role_arn: profile.value("role_arn")?.to_owned(),
        session_name: profile.value("role_session_name").map(str::to_owned),
        token_file: profile.value("web_identity_token_file")?.to_owned(),
    })
}

/// The sign-in of a profile that has account and role, and whose portal is known: `portal` tells that.
fn sign_in(profile: &Profile<'_>, portal: bool) -> Result<Origin, SdkRefusal> {
    let text = |key| profile.value(key).map(str::to_owned);
    match (text("sso_account_id"), text("sso_role_name")) {
        (Some(account_id), Some(role_name)) if portal => Ok(Origin::Sso {
            profile: profile.name.clone(),
            account_id,
            role_name,
            session: text("sso_session"),
        }),
        _ => Err(SdkRefusal::SsoIncomplete),
    }
}

/// The keys of which one makes a profile one of IAM Identity Center, for both SDKs.
const SSO_KEYS: [&str; 5] = ["sso_start_url", "sso_account_id", "sso_session", "sso_region", "sso_role_name"];
