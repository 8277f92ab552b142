//! Why a call could not be written, or what is wrong with its answer.

use crate::{Refusal, RefusalCode};

/// What differs between what was asked for and what STS says it gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mismatch {
    /// The partition of the assumed role.
    Partition,
    /// Its account.
    Account,
    /// Its name.
    RoleName,
    /// The session name, which is the person's name.
    RoleSessionName,
    /// The session name at the end of `AssumedRoleId`.
    AssumedRoleId,
    /// The source identity.
    SourceIdentity,
}

impl Mismatch {
    /// A stable code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Partition => "partition",
            Self::Account => "account",
            Self::RoleName => "role-name",
            Self::RoleSessionName => "role-session-name",
            Self::AssumedRoleId => "assumed-role-id",
            Self::SourceIdentity => "source-identity",
        }
    }
}

/// Everything that can go wrong between a call and its answer, short of the network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StsError {
    /// STS refused, and said why.
    #[error("sts refused: {0}")]
    Refused(Box<Refusal>),
    /// The answer has STS's form but not what it must contain, or is not well-formed.
    #[error("the answer of sts is malformed: {what}")]
    Malformed {
        /// The element or the rule.
        what: &'static str,
    },
    /// The answer is larger than any of STS.
    #[error("the answer of sts has more than {max} bytes")]
    TooLarge {
        /// The limit in bytes.
        max: usize,
    },
    /// The answer is not one of STS: a redirect, another content type, a proxy's page.
    #[error("the answer with status {status} is not one of sts")]
    Unexpected {
        /// The HTTP status.
        status: u16,
    },
    /// STS gave something other than what was asked for. The credentials must not be used.
    #[error("sts gave a session whose {} is not the one asked for", .0.as_str())]
    Mismatch(Mismatch),
    /// There is a global endpoint in partition `aws` only.
    #[error("partition {partition} has no global endpoint")]
    NoGlobalEndpoint {
        /// The partition's id.
        partition: &'static str,
    },
    /// Not a signature: 64 lower-case hexadecimal digits.
    #[error("a signature is 64 lower-case hexadecimal digits")]
    NotASignature,
    /// A session policy that STS would refuse by its size. Inline policy and policy ARNs count together.
    #[error("session policies have {found} characters, at most {max} are allowed")]
    PolicyTooLong {
        /// The characters.
        found: usize,
        /// The most that STS takes.
        max: usize,
    },
    /// A character that a session policy cannot hold.
    #[error("the session policy has a character at position {position} that is not allowed")]
    PolicyCharacter {
        /// Its place, counted from 0.
        position: usize,
    },
    /// Not the ARN of a managed policy.
    #[error("{arn:?} is not the ARN of a managed policy")]
    NotAPolicyArn {
        /// What was given.
        arn: String,
    },
    /// A managed policy of another account or partition than the role's.
    #[error("the managed policy {arn} is not of the role's account")]
    ForeignPolicyArn {
        /// The policy's ARN.
        arn: String,
    },
    /// More items than STS takes.
    #[error("{found} {what}, at most {max} are allowed")]
    TooMany {
        /// `PolicyArns` or `TransitiveTagKeys`.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many STS takes.
        max: usize,
    },
    /// A duration that `GetSessionToken` does not take.
    #[error("DurationSeconds is {found}, {min} to {max} are allowed")]
    Duration {
        /// The seconds asked for.
        found: u64,
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// A checked value did not fit into an HTTP request. No checked value can cause it.
    #[error("the request cannot be written as http")]
    UnwritableRequest,
}

impl StsError {
    /// A stable code to branch on and to translate by. A refusal has AWS's reason as [`RefusalCode::as_str`].
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Refused(_) => "refused",
            Self::Malformed { .. } => "malformed",
            Self::TooLarge { .. } => "too-large",
            Self::Unexpected { .. } => "unexpected",
            Self::Mismatch(_) => "mismatch",
            Self::NoGlobalEndpoint { .. } => "no-global-endpoint",
            Self::NotASignature => "not-a-signature",
            Self::PolicyTooLong { .. } => "policy-too-long",
            Self::PolicyCharacter { .. } => "policy-character",
            Self::NotAPolicyArn { .. } => "not-a-policy-arn",
            Self::ForeignPolicyArn { .. } => "foreign-policy-arn",
            Self::TooMany { .. } => "too-many",
            Self::Duration { .. } => "duration",
            Self::UnwritableRequest => "unwritable-request",
        }
    }

    /// Whether the same request, sent again after a pause, may succeed.
    ///
    /// A clock skew is not: the request has to be signed again with a mended clock.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Refused(refusal) => refusal.is_retryable(),
            Self::Unexpected { status } => matches!(status, 429 | 500 | 502 | 503 | 504),
            _ => false,
        }
    }

    /// The refusal, if STS itself refused.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// The refusal's code, if STS itself refused.
    #[must_use]
    pub fn refusal_code(&self) -> Option<RefusalCode> {
        self.refusal().map(Refusal::code)
    }
}
