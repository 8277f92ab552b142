//! The bytes of a file as text: UTF-8, or UTF-16 where a byte order mark says so.
//!
//! `>` in Windows PowerShell writes what the AWS CLI prints as UTF-16. Profile files have rules of their own, in
//! `nanori-profile`: the AWS CLI reads them as UTF-8 only.

#[cfg(test)]
mod tests;

/// The text without its byte order mark; `None` for bytes that are no text.
pub fn decode(bytes: Vec<u8>) -> Option<String> {
    match bytes.as_slice() {
        [0xef, 0xbb, 0xbf, text @ ..] => core::str::from_utf8(text).ok().map(str::to_owned),
        [0xff, 0xfe, pairs @ ..] => utf16(pairs, u16::from_le_bytes),
        [0xfe, 0xff, pairs @ ..] => utf16(pairs, u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks();
    let units = pairs.iter().map(|pair| unit(*pair));
    rest.is_empty().then(|| char::decode_utf16(units).collect::<Result<_, _>>().ok())?
}
