//! Which sign-in service and which console: fixed hosts for each partition, or one origin in development.

use nanori_identity::{Origin, Partition, Region};

use crate::FederationError;

/// What a page's `form-action` must allow so that a browser may post a [`Login`](crate::Login), in every partition: the
/// sign-in hosts, and the console hosts, since Chromium holds the redirects after a form to the same rule.
/// Source: Content Security Policy Level 3, §6.3.1.
pub const FORM_ACTION_SOURCES: [&str; 15] = [
    "https://signin.aws.amazon.com",
    "https://*.signin.aws.amazon.com",
    "https://console.aws.amazon.com",
    "https://*.console.aws.amazon.com",
    "https://signin.amazonaws-us-gov.com",
    "https://*.signin.amazonaws-us-gov.com",
    "https://console.amazonaws-us-gov.com",
    "https://*.console.amazonaws-us-gov.com",
    "https://signin.amazonaws.cn",
    "https://*.signin.amazonaws.cn",
    "https://console.amazonaws.cn",
    "https://*.console.amazonaws.cn",
    "https://*.signin.amazonaws-eusc.eu",
    "https://console.amazonaws-eusc.eu",
    "https://*.console.amazonaws-eusc.eu",
];

/// The sign-in service of a region, and the console that it leads to.
///
/// Token and login go to the same host. Source: IAM user guide, "Enable custom identity broker access to the AWS
/// console"; AWS General Reference, "AWS Sign-In endpoints".
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SigninEndpoint {
    origin: String,
    region: Region,
    local: Option<Origin>,
}

impl SigninEndpoint {
    /// `{region}.signin…`: the one to use.
    #[must_use]
    pub fn regional(region: Region) -> Self {
        let origin = format!("https://{region}.{}", signin_host(region.partition()));
        Self { origin, region, local: None }
    }

    /// `signin…` without a region; the console opens in `region` all the same.
    ///
    /// # Errors
    /// [`FederationError::NoGlobalEndpoint`] in partition `aws-eusc`.
    pub fn global(region: Region) -> Result<Self, FederationError> {
        let partition = region.partition();
        if partition == Partition::AwsEusc {
            return Err(FederationError::NoGlobalEndpoint { partition: partition.id() });
        }
        Ok(Self { origin: format!("https://{}", signin_host(partition)), region, local: None })
    }

    /// A stand-in for sign-in and console at `origin`, for development: `/federation`, `/oauth` and `/console/`.
    #[must_use]
    pub fn local(origin: &Origin, region: Region) -> Self {
        Self { origin: origin.to_string(), region, local: Some(origin.clone()) }
    }

    /// The region that the console opens in.
    #[must_use]
    pub const fn region(&self) -> &Region {
        &self.region
    }

    /// The partition.
    #[must_use]
    pub const fn partition(&self) -> Partition {
        self.region.partition()
    }

    /// Where tokens are asked for and logins are posted.
    #[must_use]
    pub fn federation_url(&self) -> String {
        format!("{}/federation", self.origin)
    }

    /// Scheme, host and port of the sign-in service.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The stand-in's origin, if it is one.
    pub(crate) const fn local_origin(&self) -> Option<&Origin> {
        self.local.as_ref()
    }
}

/// The sign-in host of a partition; a region and a dot go before it.
pub(crate) const fn signin_host(partition: Partition) -> &'static str {
    match partition {
        Partition::Aws => "signin.aws.amazon.com",
        Partition::AwsUsGov => "signin.amazonaws-us-gov.com",
        Partition::AwsCn => "signin.amazonaws.cn",
        Partition::AwsEusc => "signin.amazonaws-eusc.eu",
    }
}

/// The console host of a partition; one label and a dot may go before it.
pub(crate) const fn console_host(partition: Partition) -> &'static str {
    match partition {
        Partition::Aws => "console.aws.amazon.com",
        Partition::AwsUsGov => "console.amazonaws-us-gov.com",
        Partition::AwsCn => "console.amazonaws.cn",
        Partition::AwsEusc => "console.amazonaws-eusc.eu",
    }
}

/// Whether `host` is `base`, or one label and `base`. Never a string suffix: the dot belongs to the comparison.
pub(crate) fn is_host_or_label_before(host: &str, base: &str) -> bool {
    let is_label = |label: &str| {
        matches!(label.len(), 1..=63)
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    host == base || host.strip_suffix(base).and_then(|front| front.strip_suffix('.')).is_some_and(is_label)
}

#[cfg(test)]
mod tests;
