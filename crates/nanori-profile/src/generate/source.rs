//! Where a role profile takes the credentials from that call AssumeRole.

use crate::ProfileName;

/// The source of the credentials that assume the role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Another profile: `source_profile`.
    Profile(ProfileName),
    /// Where the program runs: `credential_source`, in botocore since version 1.8.1.
    Credential(CredentialSource),
    /// A token of an identity provider in a file: `web_identity_token_file`.
    WebIdentity {
        /// Path of the file.
        token_file: String,
    },
}

/// A value of `credential_source`. Botocore wants exactly this case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CredentialSource {
    /// `AWS_ACCESS_KEY_ID` and its fellows.
    Environment,
    /// The role of an EC2 instance: an instance profile must be attached to it.
    Ec2InstanceMetadata,
    /// The role of an ECS task or an EKS pod: `AWS_CONTAINER_CREDENTIALS_RELATIVE_URI` or `…_FULL_URI` must be set.
    EcsContainer,
}

impl CredentialSource {
    /// Every value.
    pub const ALL: [Self; 3] = [Self::Environment, Self::Ec2InstanceMetadata, Self::EcsContainer];

    /// The value as it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Environment => "Environment",
            Self::Ec2InstanceMetadata => "Ec2InstanceMetadata",
            Self::EcsContainer => "EcsContainer",
        }
    }

    /// The source that exactly `text` names.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.as_str() == text)
    }

    /// Variables that must be set where the program runs; one of each group suffices. Empty: nothing but the instance.
    #[must_use]
    pub const fn needs(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Environment => &[&["AWS_ACCESS_KEY_ID"], &["AWS_SECRET_ACCESS_KEY"]],
            Self::Ec2InstanceMetadata => &[],
            Self::EcsContainer => {
                &[&["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"]]
            }
        }
    }
}

impl Source {
    /// The key and the value of the config file.
    pub(super) fn pair(&self) -> (&'static str, &str) {
        match self {
            Self::Profile(name) => ("source_profile", name.as_str()),
            Self::Credential(source) => ("credential_source", source.as_str()),
            Self::WebIdentity { token_file } => ("web_identity_token_file", token_file),
        }
    }
}
