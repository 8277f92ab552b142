//! A strict reading of https addresses that people paste: ASCII only, nothing that two readers could read differently.
//!
//! Browsers repair addresses (backslashes, tabs, upper case, Unicode hosts); a repaired host is not the one that was
//! checked. So whatever would need repair is refused, and what is accepted reads the same everywhere.

use crate::FederationError;

/// The most characters of an address.
pub(crate) const MAX_LENGTH: usize = 2048;

/// `https://{host}{path}[?{query}][#{fragment}]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Address<'a> {
    /// Lower-case, without a port.
    pub(crate) host: &'a str,
    /// `/` at least, or empty where the text has none.
    pub(crate) path: &'a str,
    /// Without `?`.
    pub(crate) query: &'a str,
}

impl<'a> Address<'a> {
    /// Reads `text`.
    ///
    /// # Errors
    /// [`FederationError::NotAnAddress`], [`FederationError::TooLong`].
    pub(crate) fn read(text: &'a str) -> Result<Self, FederationError> {
        let rest = plain(text)?.strip_prefix("https://").ok_or(refused("scheme"))?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, rest) = rest.split_at_checked(end).ok_or(refused("host"))?;
        if !is_name(host) {
            return Err(refused("host"));
        }
        let (path, query) = path_and_query(rest);
        if has_dot_segment(path) {
            return Err(refused("path"));
        }
        Ok(Self { host, path, query })
    }
}

/// `text` if it has only characters that an address may have unencoded.
pub(crate) fn plain(text: &str) -> Result<&str, FederationError> {
    let found = text.chars().count();
    if found > MAX_LENGTH {
        return Err(FederationError::TooLong { found, max: MAX_LENGTH });
    }
    let allowed =
        |c: char| c.is_ascii_graphic() && !matches!(c, '\\' | '"' | '<' | '>' | '^' | '`' | '{' | '}' | '|');
    if text.chars().all(allowed) { Ok(text) } else { Err(refused("character")) }
}

/// Path and query of what follows a host; a fragment is cut.
pub(crate) fn path_and_query(rest: &str) -> (&str, &str) {
    let before_fragment = rest.split_once('#').map_or(rest, |(before, _)| before);
    before_fragment.split_once('?').unwrap_or((before_fragment, ""))
}

/// Whether a browser would shorten the path, also if the dots are encoded.
pub(crate) fn has_dot_segment(path: &str) -> bool {
    path.split('/').any(|segment| {
        let segment = segment.to_ascii_lowercase().replace("%2e", ".");
        segment == "." || segment == ".."
    })
}

pub(crate) const fn refused(what: &'static str) -> FederationError {
    FederationError::NotAnAddress { what }
}

fn is_name(host: &str) -> bool {
    let is_label = |label: &str| {
        matches!(label.len(), 1..=63)
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    // A browser reads a last label of digits as part of an IPv4 address, however few labels there are.
    let could_be_number =
        host.rsplit('.').next().is_some_and(|label| label.starts_with(|c: char| c.is_ascii_digit()));
    host.len() <= 253 && !could_be_number && host.split('.').all(is_label)
}

#[cfg(test)]
mod tests;
