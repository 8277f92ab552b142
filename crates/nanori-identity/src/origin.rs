//! Web origins: where a portal, or a stand-in for AWS, is reached. Strict: only the form that a browser itself writes.

use core::{fmt, str::FromStr};

use crate::{Field, IdentityError};

/// `https://{host}[:port]`, or `http://` for loopback; as `window.origin` writes it, so two origins are the same
/// exactly if their texts are.
///
/// The host is a lower-case ASCII name, an IPv4 address or `[::1]`. There is no user info, path, query, fragment or
/// final slash, and no port that the scheme implies. Plain `http` is accepted for `localhost`, `127.0.0.1` and `[::1]`.
/// Source: RFC 6454 §6.2.
///
/// ```
/// # use nanori_identity::Origin;
/// let origin: Origin = "http://127.0.0.1:4566".parse()?;
/// assert_eq!((origin.host(), origin.authority()), ("127.0.0.1", "127.0.0.1:4566"));
/// assert!("http://portal.example.com".parse::<Origin>().is_err());
/// assert!("https://portal.example.com/".parse::<Origin>().is_err());
/// # Ok::<(), nanori_identity::IdentityError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    text: String,
    authority: String,
    host: String,
}

impl Origin {
    /// The whole origin.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Host and, if the scheme does not imply it, port: what stands in the `Host` header.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.authority
    }

    /// The host without its port.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether the origin is this very machine.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.host)
    }
}

impl FromStr for Origin {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: IdentityError = IdentityError::Form {
            field: Field::Origin,
            expected: "https://host[:port], or http:// for loopback, without a path",
        };
        let (authority, implied_port) = if let Some(rest) = text.strip_prefix("https://") {
            (rest, "443")
        } else {
            (text.strip_prefix("http://").ok_or(FORM)?, "80")
        };
        let (host, port) = split_port(authority).ok_or(FORM)?;
        let port_is_right = port.is_none_or(|port| is_port(port) && port != implied_port);
        let scheme_is_right = implied_port == "443" || is_loopback(host);
        if !(is_host(host) && port_is_right && scheme_is_right) {
            return Err(FORM);
        }
        Ok(Self { text: text.to_owned(), authority: authority.to_owned(), host: host.to_owned() })
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn split_port(authority: &str) -> Option<(&str, Option<&str>)> {
    let after_address = authority.strip_prefix("[::1]");
    match after_address {
        Some("") => Some((authority, None)),
        Some(rest) => Some(("[::1]", Some(rest.strip_prefix(':')?))),
        None => Some(match authority.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (authority, None),
        }),
    }
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|b| b.is_ascii_digit())
        && !port.starts_with('0')
        && port.parse::<u16>().is_ok_and(|number| number > 0)
}

/// Labels of letters, digits and inner hyphens. A last label of digits only makes it an IPv4 address or nothing.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        matches!(label.len(), 1..=63)
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if host == "[::1]" {
        return true;
    }
    let last_is_number =
        host.rsplit('.').next().is_some_and(|label| label.starts_with(|c: char| c.is_ascii_digit()));
    if last_is_number {
        return host.parse::<core::net::Ipv4Addr>().is_ok();
    }
    host.len() <= 253 && host.split('.').all(is_label)
}

fn is_loopback(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests;
