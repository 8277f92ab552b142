//! Where a login leads: only ever a page of the console of the credentials' own partition.

use core::fmt;

use crate::{
    ConsolePage, FederationError, SigninEndpoint,
    address::{self, Address},
    endpoint::{console_host, is_host_or_label_before},
};

/// The address of a console page, checked against the hosts of its partition.
///
/// ```
/// # use nanori_federation::{ConsolePage, Destination, SigninEndpoint};
/// let endpoint = SigninEndpoint::regional("eu-west-1".parse()?);
/// let page = Destination::page(&endpoint, ConsolePage::find("s3").unwrap_or(ConsolePage::HOME));
/// assert_eq!(page.as_str(), "https://eu-west-1.console.aws.amazon.com/s3/buckets?region=eu-west-1");
/// assert!(Destination::read(&endpoint, "https://console.aws.amazon.com.evil.example/").is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Destination(String);

impl Destination {
    /// `page` in the endpoint's region.
    #[must_use]
    pub fn page(endpoint: &SigninEndpoint, page: ConsolePage) -> Self {
        let region = endpoint.region();
        let path = page.path_in(region);
        let host = console_host(endpoint.partition());
        Self(match endpoint.local_origin() {
            Some(origin) => format!("{origin}/console{}", path.strip_prefix("/console").unwrap_or(&path)),
            None => format!("https://{region}.{host}{path}"),
        })
    }

    /// An address that somebody pasted, or that stands in a link.
    ///
    /// The host must be the partition's console host, or one label before it; https, without user info and port, in
    /// ASCII. With a local endpoint, addresses under its `/console/` are accepted too.
    ///
    /// # Errors
    /// [`FederationError::ForeignDestination`], [`FederationError::NotAnAddress`], [`FederationError::TooLong`].
    pub fn read(endpoint: &SigninEndpoint, text: &str) -> Result<Self, FederationError> {
        if let Some(rest) = endpoint.local_origin().and_then(|origin| text.strip_prefix(origin.as_str())) {
            let (path, _) = address::path_and_query(address::plain(rest)?);
            if path.starts_with("/console/") && !address::has_dot_segment(path) {
                return Ok(Self(text.to_owned()));
            }
            return Err(address::refused("path"));
        }
        let address = Address::read(text)?;
        let partition = endpoint.partition();
        if !is_host_or_label_before(address.host, console_host(partition)) {
            return Err(FederationError::ForeignDestination {
                host: address.host.to_owned(),
                partition: partition.id(),
            });
        }
        if !address.path.starts_with('/') {
            return Err(address::refused("path"));
        }
        Ok(Self(text.to_owned()))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests;
