//! The partitions of AWS that a person can reach: their ids and API suffixes.

use core::{fmt, str::FromStr};

use crate::IdentityError;

/// A partition with public endpoints and a public console.
///
/// The isolated partitions (`aws-iso`, `aws-iso-b`, …) are refused with [`IdentityError::IsolatedPartition`].
/// Source: AWS General Reference, "Amazon Resource Names"; botocore's `partitions.json`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Partition {
    /// The commercial partition, `aws`.
    Aws,
    /// AWS GovCloud (US), `aws-us-gov`.
    AwsUsGov,
    /// China, `aws-cn`.
    AwsCn,
    /// The European Sovereign Cloud, `aws-eusc`.
    AwsEusc,
}

impl Partition {
    /// Every partition, the commercial one first.
    pub const ALL: [Self; 4] = [Self::Aws, Self::AwsUsGov, Self::AwsCn, Self::AwsEusc];

    /// The id as it stands in an ARN.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Aws => "aws",
            Self::AwsUsGov => "aws-us-gov",
            Self::AwsCn => "aws-cn",
            Self::AwsEusc => "aws-eusc",
        }
    }

    /// The domain that service endpoints end in (`sts.{region}.{dns_suffix}`).
    #[must_use]
    pub const fn dns_suffix(self) -> &'static str {
        match self {
            Self::Aws | Self::AwsUsGov => "amazonaws.com",
            Self::AwsCn => "amazonaws.com.cn",
            Self::AwsEusc => "amazonaws.eu",
        }
    }

    /// The domain that dual-stack endpoints end in (`sts.{region}.{dual_stack_suffix}`).
    #[must_use]
    pub const fn dual_stack_suffix(self) -> &'static str {
        match self {
            Self::Aws | Self::AwsUsGov => "api.aws",
            Self::AwsCn => "api.amazonwebservices.com.cn",
            Self::AwsEusc => "api.amazonwebservices.eu",
        }
    }

    /// The region that a client uses in this partition when none was chosen.
    #[must_use]
    pub const fn default_region(self) -> &'static str {
        match self {
            Self::Aws => "us-east-1",
            Self::AwsUsGov => "us-gov-west-1",
            Self::AwsCn => "cn-northwest-1",
            Self::AwsEusc => "eusc-de-east-1",
        }
    }
}

impl FromStr for Partition {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(partition) = Self::ALL.into_iter().find(|partition| partition.id() == text) {
            return Ok(partition);
        }
        let partition = text.to_owned();
        if text == "aws-iso" || text.starts_with("aws-iso-") {
            return Err(IdentityError::IsolatedPartition { partition });
        }
        Err(IdentityError::UnknownPartition { partition })
    }
}

impl fmt::Display for Partition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
