//! Where STS answers, and the region that a request to it is signed for. Hosts come from tables, never from a request.

use nanori_identity::{Origin, Partition, Region};

use crate::StsError;

/// Which of a region's endpoints is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EndpointKind {
    /// `sts.{region}.{suffix}`: the one to use.
    #[default]
    Regional,
    /// `sts.amazonaws.com`, signed as `us-east-1`. Only in partition `aws`; its tokens fail in opt-in regions.
    Global,
    /// FIPS 140 validated, `sts-fips.{region}.{suffix}`. In GovCloud every regional endpoint is.
    Fips,
    /// IPv4 and IPv6, `sts.{region}.api.aws` and its like.
    DualStack,
    /// Both, `sts-fips.{region}.api.aws` and its like.
    FipsDualStack,
}

/// One endpoint of STS: its address and its signing region.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Endpoint {
    url: String,
    authority: String,
    region: Region,
}

impl Endpoint {
    /// The regional endpoint.
    #[must_use]
    pub fn regional(region: Region) -> Self {
        Self::at_host(host(&region, EndpointKind::Regional), region)
    }

    /// The endpoint of `kind` for `region`. Source: botocore's endpoint rule set of STS.
    ///
    /// # Errors
    /// [`StsError::NoGlobalEndpoint`] for [`EndpointKind::Global`] outside of partition `aws`.
    pub fn new(region: Region, kind: EndpointKind) -> Result<Self, StsError> {
        let partition = region.partition();
        match kind {
            EndpointKind::Global if partition != Partition::Aws => {
                Err(StsError::NoGlobalEndpoint { partition: partition.id() })
            }
            // The default region of the commercial partition is the one that the global endpoint is signed for.
            EndpointKind::Global => Ok(Self::at_host(host(&region, kind), Region::default_of(partition))),
            _ => Ok(Self::at_host(host(&region, kind), region)),
        }
    }

    /// A stand-in for STS at `origin`, for development: any region is signed for, the host is the origin's.
    #[must_use]
    pub fn local(origin: &Origin, region: Region) -> Self {
        Self { url: format!("{origin}/"), authority: origin.authority().to_owned(), region }
    }

    /// The address that requests go to, with its path `/`.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What the `Host` header says and the signature covers: the host, with a port if it is not the scheme's own.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The region in the credential scope.
    #[must_use]
    pub const fn signing_region(&self) -> &Region {
        &self.region
    }

    fn at_host(authority: String, region: Region) -> Self {
        Self { url: format!("https://{authority}/"), authority, region }
    }
}

fn host(region: &Region, kind: EndpointKind) -> String {
    let partition = region.partition();
    let (suffix, dual_stack) = (partition.dns_suffix(), partition.dual_stack_suffix());
    match kind {
        EndpointKind::Regional => format!("sts.{region}.{suffix}"),
        EndpointKind::Global => format!("sts.{suffix}"),
        EndpointKind::Fips if partition == Partition::AwsUsGov => format!("sts.{region}.{suffix}"),
        EndpointKind::Fips => format!("sts-fips.{region}.{suffix}"),
        EndpointKind::DualStack => format!("sts.{region}.{dual_stack}"),
        EndpointKind::FipsDualStack => format!("sts-fips.{region}.{dual_stack}"),
    }
}

#[cfg(test)]
mod tests;
