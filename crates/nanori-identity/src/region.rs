//! Region names, checked for their form and tied to their partition.
//!
//! There is no list of regions: AWS opens new ones, and a region that the list did not know would be refused for no
//! reason. The patterns are those of botocore's partition table.

use core::{fmt, str::FromStr};

use crate::{Field, IdentityError, Partition};

/// A region such as `ap-northeast-1`, together with the partition that its name puts it in.
///
/// ```
/// # use nanori_identity::{Partition, Region};
/// let region: Region = "us-gov-west-1".parse()?;
/// assert_eq!(region.partition(), Partition::AwsUsGov);
/// # Ok::<(), nanori_identity::IdentityError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    name: String,
    partition: Partition,
}

impl Region {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// The partition that the region belongs to.
    #[must_use]
    pub const fn partition(&self) -> Partition {
        self.partition
    }

    /// The region that a client uses in `partition` when none was chosen.
    #[must_use]
    pub fn default_of(partition: Partition) -> Self {
        Self { name: partition.default_region().to_owned(), partition }
    }

    /// This region if it belongs to `partition`.
    ///
    /// # Errors
    /// [`IdentityError::RegionOutsidePartition`] otherwise.
    pub fn within(self, partition: Partition) -> Result<Self, IdentityError> {
        if self.partition == partition {
            return Ok(self);
        }
        Err(IdentityError::RegionOutsidePartition {
            region: self.name,
            actual: self.partition.id(),
            expected: partition.id(),
        })
    }
}

impl FromStr for Region {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: IdentityError =
            IdentityError::Form { field: Field::Region, expected: "a region such as eu-west-1" };
        let partition = partition_of(text).ok_or(FORM)??;
        Ok(Self { name: text.to_owned(), partition })
    }
}

/// The partition by the name's first labels: `None` if the text is no region, an error for isolated partitions.
fn partition_of(text: &str) -> Option<Result<Partition, IdentityError>> {
    let isolated =
        |partition: &str| Some(Err(IdentityError::IsolatedPartition { partition: partition.to_owned() }));
    let labels: Vec<&str> = text.split('-').collect();
    let area = match labels.as_slice() {
        [area @ .., place, number] if is_place(place) && is_number(number) => area,
        _ => return None,
    };
    match area {
        ["us", "gov"] => Some(Ok(Partition::AwsUsGov)),
        ["cn"] => Some(Ok(Partition::AwsCn)),
        ["eusc", country] if is_place(country) => Some(Ok(Partition::AwsEusc)),
        ["us", "iso"] => isolated("aws-iso"),
        ["us", "isob"] => isolated("aws-iso-b"),
        ["eu", "isoe"] => isolated("aws-iso-e"),
        ["us", "isof"] => isolated("aws-iso-f"),
        ["us" | "eu" | "ap" | "sa" | "ca" | "me" | "af" | "il" | "mx"] => Some(Ok(Partition::Aws)),
        _ => None,
    }
}

fn is_place(label: &str) -> bool {
    !label.is_empty() && label.len() <= 16 && label.bytes().all(|b| b.is_ascii_lowercase())
}

fn is_number(label: &str) -> bool {
    matches!(label.len(), 1 | 2) && label.bytes().all(|b| b.is_ascii_digit())
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

#[cfg(test)]
mod tests;
