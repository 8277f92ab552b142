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
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let digit = |nibble: u8| DIGITS.get(usize::from(nibble & 0xf)).copied().unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}

#[cfg(test)]
mod tests;
