//! Why a value is refused. One enum for the crate; each variant carries what a page needs to say it to a person.
//!
//! No variant carries a secret: errors about secrets and codes name the field only.

use core::fmt;

/// What was being read when it was refused, in AWS's own parameter names where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Field {
    /// A 12-digit account number.
    AccountId,
    /// Any Amazon Resource Name.
    Arn,
    /// The ARN of an IAM role.
    RoleArn,
    /// The name of an IAM role, without its path.
    RoleName,
    /// The path of an IAM role.
    RolePath,
    /// A partition such as `aws-cn`.
    Partition,
    /// A region such as `eu-west-1`.
    Region,
    /// `RoleSessionName`.
    RoleSessionName,
    /// `SourceIdentity`.
    SourceIdentity,
    /// `ExternalId`.
    ExternalId,
    /// `SerialNumber`: the MFA device.
    SerialNumber,
    /// `TokenCode`: the six digits.
    TokenCode,
    /// `DurationSeconds`.
    DurationSeconds,
    /// A session tag's key.
    TagKey,
    /// A session tag's value.
    TagValue,
    /// An access key id.
    AccessKeyId,
    /// A secret access key.
    SecretAccessKey,
    /// A session token.
    SessionToken,
    /// A user id, role id or account id of `GetCallerIdentity`.
    UniqueId,
    /// A point in time.
    Timestamp,
    /// A web origin such as `https://portal.example.com`.
    Origin,
}

impl Field {
    /// The field's stable name, as it stands in problem parameters.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AccountId => "AccountId",
            Self::Arn => "Arn",
            Self::RoleArn => "RoleArn",
            Self::RoleName => "RoleName",
            Self::RolePath => "RolePath",
            Self::Partition => "Partition",
            Self::Region => "Region",
            Self::RoleSessionName => "RoleSessionName",
            Self::SourceIdentity => "SourceIdentity",
            Self::ExternalId => "ExternalId",
            Self::SerialNumber => "SerialNumber",
            Self::TokenCode => "TokenCode",
            Self::DurationSeconds => "DurationSeconds",
            Self::TagKey => "TagKey",
            Self::TagValue => "TagValue",
            Self::AccessKeyId => "AccessKeyId",
            Self::SecretAccessKey => "SecretAccessKey",
            Self::SessionToken => "SessionToken",
            Self::UniqueId => "UniqueId",
            Self::Timestamp => "Timestamp",
            Self::Origin => "Origin",
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a value cannot be what it claims to be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdentityError {
    /// The text is shorter or longer than AWS accepts. Lengths are in characters.
    #[error("{field} has {found} characters, {min} to {max} are allowed")]
    Length {
        /// What was read.
        field: Field,
        /// Its length.
        found: usize,
        /// The least that AWS accepts.
        min: usize,
        /// The most that AWS accepts.
        max: usize,
    },
    /// A character that AWS does not accept, with its place (0-based, in characters).
    #[error(
        "{field} has the character {found:?} at position {position} (counted from 0), which is not allowed"
    )]
    Character {
        /// What was read.
        field: Field,
        /// The first offending character; `None` where showing it could show part of a secret.
        found: Option<char>,
        /// Its place.
        position: usize,
    },
    /// The text does not have the form at all.
    #[error("{field} does not have the form {expected}")]
    Form {
        /// What was read.
        field: Field,
        /// The form that is wanted.
        expected: &'static str,
    },
    /// A number outside of what AWS accepts.
    #[error("{field} is {found}, {min} to {max} are allowed")]
    Range {
        /// What was read.
        field: Field,
        /// Its value.
        found: u64,
        /// The least that AWS accepts.
        min: u64,
        /// The most that AWS accepts.
        max: u64,
    },
    /// An isolated partition (`aws-iso…`), which no public console or endpoint serves.
    #[error("partition {partition} is isolated: no public console or endpoint serves it")]
    IsolatedPartition {
        /// The partition's id.
        partition: String,
    },
    /// Not a partition of AWS.
    #[error("{partition:?} is not a partition of AWS")]
    UnknownPartition {
        /// What stood in its place.
        partition: String,
    },
    /// A region that belongs to another partition.
    #[error("region {region} belongs to partition {actual}, not {expected}")]
    RegionOutsidePartition {
        /// The region.
        region: String,
        /// The partition that it belongs to.
        actual: &'static str,
        /// The partition that was wanted.
        expected: &'static str,
    },
    /// A prefix that AWS keeps for itself (`aws:`).
    #[error("{field} starts with {prefix:?}, which AWS reserves")]
    Reserved {
        /// What was read.
        field: Field,
        /// The reserved prefix.
        prefix: &'static str,
    },
    /// Two tags whose keys differ at most in case.
    #[error("the tag key {key:?} is given twice; keys are unique without regard to case")]
    DuplicateTag {
        /// The second of the two keys.
        key: String,
    },
    /// More items than AWS accepts.
    #[error("{found} items of {field}, at most {max} are allowed")]
    TooMany {
        /// What was read.
        field: Field,
        /// How many there are.
        found: usize,
        /// How many AWS accepts.
        max: usize,
    },
    /// The root user: it cannot assume roles, and nothing that it does bears a person's name.
    #[error("the root user of account {account} cannot assume roles")]
    RootUser {
        /// The root user's account.
        account: String,
    },
    /// A principal that can never be the caller of `AssumeRole` under a person's name.
    #[error("{kind} principals cannot switch roles")]
    UnsupportedPrincipal {
        /// What it is, in AWS's word.
        kind: &'static str,
    },
}

impl IdentityError {
    /// A stable code to branch on and to translate by.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Length { .. } => "length",
            Self::Character { .. } => "character",
            Self::Form { .. } => "form",
            Self::Range { .. } => "range",
            Self::IsolatedPartition { .. } => "isolated-partition",
            Self::UnknownPartition { .. } => "unknown-partition",
            Self::RegionOutsidePartition { .. } => "region-outside-partition",
            Self::Reserved { .. } => "reserved",
            Self::DuplicateTag { .. } => "duplicate-tag",
            Self::TooMany { .. } => "too-many",
            Self::RootUser { .. } => "root-user",
            Self::UnsupportedPrincipal { .. } => "unsupported-principal",
        }
    }

    /// The field that the error is about, where it is about one.
    #[must_use]
    pub const fn field(&self) -> Option<Field> {
        match self {
            Self::Length { field, .. }
            | Self::Character { field, .. }
            | Self::Form { field, .. }
            | Self::Range { field, .. }
            | Self::Reserved { field, .. }
            | Self::TooMany { field, .. } => Some(*field),
            Self::IsolatedPartition { .. } | Self::UnknownPartition { .. } => Some(Field::Partition),
            Self::RegionOutsidePartition { .. } => Some(Field::Region),
            Self::DuplicateTag { .. } => Some(Field::TagKey),
            Self::RootUser { .. } | Self::UnsupportedPrincipal { .. } => None,
        }
    }
}
