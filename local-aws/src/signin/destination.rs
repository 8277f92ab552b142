//! Which page a login may lead to: an exact console host of the partition, or one label before it, over https.
//!
//! The local console under `/console/` stands for those hosts: an allowed destination becomes a path there.

use url::Url;

use super::refusal::Refusal;

/// Where a login leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    /// A path with query and fragment on this server, beginning with `/console/`.
    pub location: String,
}

/// The console hosts of each partition.
pub const CONSOLE_HOSTS: [(&str, &str); 4] = [
    ("aws", "console.aws.amazon.com"),
    ("aws-us-gov", "console.amazonaws-us-gov.com"),
    ("aws-cn", "console.amazonaws.cn"),
    ("aws-eusc", "console.amazonaws-eusc.eu"),
];

impl Destination {
    /// Checks `text` for credentials of `partition`; `own_host` is the host and port of this server.
    pub fn parse(text: &str, partition: &str, own_host: &str) -> Result<Self, Refusal> {
        let refused =
            || Refusal::bad_request("invalid-destination", "Destination is not a page of the console");
        let url = Url::parse(text).map_err(|_| refused())?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(refused());
        }
        if is_own(&url, own_host) {
            let inside = url.path() == "/console" || url.path().starts_with("/console/");
            return if inside {
                Ok(Self { location: relative(&url, url.path(), None) })
            } else {
                Err(refused())
            };
        }
        // `https://host:443/` has no port left after parsing; a written default port is harmless.
        if url.scheme() != "https" || url.port().is_some() {
            return Err(refused());
        }
        let host = url.host_str().ok_or_else(refused)?;
        let console = CONSOLE_HOSTS.iter().find(|(name, _)| *name == partition).ok_or_else(refused)?.1;
        let label = match host.strip_suffix(console) {
            Some("") => None,
            Some(prefix) => {
                let label = prefix.strip_suffix('.').ok_or_else(refused)?;
                let plain =
                    !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
                Some(if plain { label } else { return Err(refused()) })
            }
            None => return Err(refused()),
        };
        let region = label.filter(|label| label.matches('-').count() >= 2);
        Ok(Self { location: relative(&url, &format!("/console{}", url.path()), region) })
    }
}

/// Whether `url` is on this very server.
pub fn is_own(url: &Url, own_host: &str) -> bool {
    let host = match (url.host_str(), url.port()) {
        (Some(host), Some(port)) => format!("{host}:{port}"),
        (Some(host), None) => host.to_owned(),
        (None, _) => return false,
    };
    url.scheme() == "http" && host.eq_ignore_ascii_case(own_host)
}

/// The region in the host's label goes into the query, since all regions share one host here.
fn relative(url: &Url, path: &str, region: Option<&str>) -> String {
    let mut location = path.to_owned();
    let has_region = url.query_pairs().any(|(key, _)| key == "region");
    let region = region.filter(|_| !has_region).map(|region| format!("region={region}"));
    let query: Vec<&str> =
        url.query().into_iter().chain(region.as_deref()).filter(|part| !part.is_empty()).collect();
    if !query.is_empty() {
        location.push('?');
        location.push_str(&query.join("&"));
    }
    if let Some(fragment) = url.fragment() {
        location.push('#');
        location.push_str(fragment);
    }
    location
}

#[cfg(test)]
mod tests;
