//! The regions that forms offer, by partition, in the order of AWS's own console. Any other region is accepted too.
//!
//! Source: AWS General Reference, "AWS Regions and Availability Zones".

use nanori_identity::Partition;

/// The names of the regions of `partition`.
pub const fn of(partition: Partition) -> &'static [&'static str] {
    match partition {
        Partition::Aws => &[
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ap-northeast-1",
            "ap-northeast-3",
            "ap-northeast-2",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-south-1",
            "eu-central-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "eu-north-1",
            "ca-central-1",
            "sa-east-1",
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-south-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7",
            "ca-west-1",
            "eu-central-2",
            "eu-south-1",
            "eu-south-2",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "mx-central-1",
        ],
        Partition::AwsUsGov => &["us-gov-west-1", "us-gov-east-1"],
        Partition::AwsCn => &["cn-north-1", "cn-northwest-1"],
        Partition::AwsEusc => &["eusc-de-east-1"],
    }
}

#[cfg(test)]
mod tests;
