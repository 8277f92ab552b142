//! Forms and queries: written strictly (RFC 3986, never `+`), read as browsers write them.

use core::fmt::Write;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::FederationError;

const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// `name=value&…` in the order given.
pub(crate) fn encode<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut form = String::new();
    for (name, value) in fields {
        let separator = if form.is_empty() { "" } else { "&" };
        // Writing to a `String` cannot fail.
        let _ = write!(form, "{separator}{name}={}", utf8_percent_encode(value, RESERVED));
    }
    form
}

/// The parameters of a query, decoded, in their order. A name without `=` has an empty value.
///
/// # Errors
/// [`FederationError::Encoding`] for what is no UTF-8, [`FederationError::DuplicateParameter`] for a name that comes
/// twice, in whatever case.
pub(crate) fn decode(query: &str) -> Result<Vec<(String, String)>, FederationError> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (name, value) = (decoded(name)?, decoded(value)?);
        if fields.iter().any(|(known, _)| known.eq_ignore_ascii_case(&name)) {
            return Err(FederationError::DuplicateParameter { name });
        }
        fields.push((name, value));
    }
    Ok(fields)
}

fn decoded(text: &str) -> Result<String, FederationError> {
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().map_err(|_| FederationError::Encoding)?;
    Ok(decoded.into_owned())
}

#[cfg(test)]
mod tests;
