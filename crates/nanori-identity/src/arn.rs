//! Amazon Resource Names as five fields and a resource. What a resource means is left to the types built on this.

use core::{fmt, str::FromStr};

use crate::{AccountId, Field, IdentityError, Partition};

/// `arn:{partition}:{service}:{region}:{account}:{resource}`.
///
/// Region and account may be empty, as in `arn:aws:iam::aws:policy/…`; `account` is `None` unless it is twelve digits.
/// Source: AWS General Reference, "Amazon Resource Names". At most 2,048 characters, as IAM accepts them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Arn {
    text: String,
    partition: Partition,
    service: String,
    region: String,
    account: Option<AccountId>,
    resource: String,
}

impl Arn {
    /// The most characters that IAM takes in an ARN.
    pub const MAX_LENGTH: usize = 2048;

    /// The whole ARN.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The partition.
    #[must_use]
    pub const fn partition(&self) -> Partition {
        self.partition
    }

    /// The service namespace, e.g. `iam`.
    #[must_use]
    pub fn service(&self) -> &str {
        &self.service
    }

    /// The region, empty for global services.
    #[must_use]
    pub fn region(&self) -> &str {
        &self.region
    }

    /// The account, if the ARN names one by its number.
    #[must_use]
    pub const fn account(&self) -> Option<&AccountId> {
        self.account.as_ref()
    }

    /// Everything after the fifth colon.
    #[must_use]
    pub fn resource(&self) -> &str {
        &self.resource
    }
}

impl FromStr for Arn {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fields = Fields::of(text)?;
        Ok(Self {
            text: text.to_owned(),
            partition: fields.partition,
            service: fields.service.to_owned(),
            region: fields.region.to_owned(),
            account: fields.account,
            resource: fields.resource.to_owned(),
        })
    }
}

/// The fields of an ARN where they stand in its text.
pub(crate) struct Fields<'a> {
    pub partition: Partition,
    pub service: &'a str,
    pub region: &'a str,
    pub account: Option<AccountId>,
    pub resource: &'a str,
}

impl<'a> Fields<'a> {
    pub fn of(text: &'a str) -> Result<Self, IdentityError> {
        const FORM: IdentityError = IdentityError::Form {
            field: Field::Arn,
            expected: "arn:partition:service:region:account:resource",
        };
        check_characters(text)?;
        let mut parts = text.splitn(6, ':');
        let mut next = || parts.next().ok_or(FORM);
        if next()? != "arn" {
            return Err(FORM);
        }
        let (partition, service, region, account, resource) = (next()?, next()?, next()?, next()?, next()?);
        if service.is_empty() || resource.is_empty() {
            return Err(FORM);
        }
        let account = match account {
            "" | "aws" => None,
            digits => Some(digits.parse()?),
        };
        Ok(Self { partition: partition.parse()?, service, region, account, resource })
    }
}

fn check_characters(text: &str) -> Result<(), IdentityError> {
    let field = Field::Arn;
    let length = text.chars().count();
    if length > Arn::MAX_LENGTH {
        return Err(IdentityError::Length { field, found: length, min: 1, max: Arn::MAX_LENGTH });
    }
    match text.chars().enumerate().find(|(_, c)| !c.is_ascii_graphic()) {
        Some((position, c)) => Err(IdentityError::Character { field, found: Some(c), position }),
        None => Ok(()),
    }
}

impl fmt::Display for Arn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
