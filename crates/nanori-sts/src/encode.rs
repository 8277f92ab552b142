//! Percent-encoding as SigV4 demands it: everything but `A-Z a-z 0-9 - . _ ~`, upper-case hexadecimal, never `+`.
//!
//! Source: IAM user guide, "Create a signed AWS API request", `UriEncode()`; RFC 3986 §2.3.

use core::fmt::Display;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What is encoded; `percent-encoding` always encodes what is not ASCII.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What is encoded in a path that stays divided by its slashes.
const RESERVED_IN_PATH: &AsciiSet = &RESERVED.remove(b'/');

/// `text` for a query or a form.
pub(crate) fn component(text: &str) -> impl Display {
    utf8_percent_encode(text, RESERVED)
}

/// `text` for a path.
pub(crate) fn path(text: &str) -> impl Display {
    utf8_percent_encode(text, RESERVED_IN_PATH)
}

/// `bytes` as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for nibble in bytes.iter().flat_map(|byte| [byte >> 4, byte & 0xf]) {
        text.push(char::from(if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 }));
    }
    text
}

#[cfg(test)]
mod tests;
