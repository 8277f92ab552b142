//! Programs that assume a role under a proper session name and say who they are then.
//!
//! One module a language. The session name is the caller's to choose: a person's own, or for a service one that stays the
//! same for each application. Nothing here invents or appends anything, so that CloudTrail can be searched by it.

mod go;
mod java;
mod javascript;
mod python;
mod rust;
mod terraform;
#[cfg(test)]
mod tests;

use nanori_identity::{ExternalId, MfaSerial, Region, RoleArn, SessionDuration, SessionName};

use crate::ProfileError;

/// What the program shall do.
#[derive(Debug, Clone, Copy)]
pub struct Snippet<'a> {
    /// The role.
    pub role_arn: &'a RoleArn,
    /// The name that CloudTrail will record.
    pub session_name: &'a SessionName,
    /// The region of its clients.
    pub region: &'a Region,
    /// What a third party's trust policy demands.
    pub external_id: Option<&'a ExternalId>,
    /// The MFA device; the program then asks for a code.
    pub mfa_serial: Option<&'a MfaSerial>,
    /// How long the session lasts.
    pub duration: Option<SessionDuration>,
}

/// In which language, and with which SDK.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// JavaScript with the AWS SDK version 3.
    JavaScript,
    /// Python with boto3.
    Python,
    /// Go with the AWS SDK version 2.
    Go,
    /// Rust with the AWS SDK.
    Rust,
    /// Java with the AWS SDK version 2.
    Java,
    /// Terraform's AWS provider.
    Terraform,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 6] =
        [Self::JavaScript, Self::Python, Self::Go, Self::Rust, Self::Java, Self::Terraform];

    /// The stable name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::JavaScript => "javascript",
            Self::Python => "python",
            Self::Go => "go",
            Self::Rust => "rust",
            Self::Java => "java",
            Self::Terraform => "terraform",
        }
    }

    /// The file name that a download bears.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::JavaScript => "who-am-i.mjs",
            Self::Python => "who_am_i.py",
            Self::Go => "main.go",
            Self::Rust => "main.rs",
            Self::Java => "WhoAmI.java",
            Self::Terraform => "main.tf",
        }
    }

    /// The packages that the program needs, as their registries name them.
    #[must_use]
    pub const fn packages(self) -> &'static [&'static str] {
        match self {
            Self::JavaScript => &["@aws-sdk/client-sts", "@aws-sdk/credential-providers"],
            Self::Python => &["boto3"],
            Self::Go => &[
                "github.com/aws/aws-sdk-go-v2/config",
                "github.com/aws/aws-sdk-go-v2/credentials",
                "github.com/aws/aws-sdk-go-v2/service/sts",
            ],
            Self::Rust => &["aws-config", "aws-sdk-sts", "tokio"],
            Self::Java => &["software.amazon.awssdk:sts"],
            Self::Terraform => &["hashicorp/aws"],
        }
    }
}

impl Snippet<'_> {
    /// The whole program.
    ///
    /// # Errors
    /// [`ProfileError::Conflict`] for an MFA device with Terraform, whose provider cannot ask for a code.
    pub fn emit(&self, language: Language) -> Result<String, ProfileError> {
        match language {
            Language::JavaScript => Ok(javascript::emit(self)),
            Language::Python => Ok(python::emit(self)),
            Language::Go => Ok(go::emit(self)),
            Language::Rust => Ok(rust::emit(self)),
            Language::Java => Ok(java::emit(self)),
            Language::Terraform => terraform::emit(self),
        }
    }
}

/// A string literal that all these languages but Terraform read alike. Every value here is printable ASCII.
fn literal(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
