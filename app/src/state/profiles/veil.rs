//! Secrets out of sight: a text with a mark in the place of each secret value, and the way back.
//!
//! What the page shows of a file goes through here. The marks can be moved and deleted like other characters.

#[cfg(test)]
mod tests;

use core::ops::Range;

use zeroize::Zeroizing;

const DOTS: &str = "••••••••";

/// The secrets behind the marks of one shown text. Wiped on drop.
#[derive(Default)]
pub struct Veil {
    secrets: Vec<Zeroizing<String>>,
}

impl Veil {
    /// The text with marks, and what they stand for.
    pub fn over(text: &str) -> (String, Self) {
        let mut veil = Self::default();
        let mut shown = String::with_capacity(text.len());
        let mut at = 0;
        for range in secret_ranges(text) {
            shown.push_str(text.get(at..range.start).unwrap_or_default());
            veil.secrets.push(Zeroizing::new(text.get(range.clone()).unwrap_or_default().to_owned()));
            shown.push_str(&mark(veil.secrets.len()));
            at = range.end;
        }
        shown.push_str(text.get(at..).unwrap_or_default());
        (shown, veil)
    }

    /// The text with the secrets back in their places. Dots that are no mark of this veil stay dots.
    pub fn lift(&self, shown: &str) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(shown.len()));
        let mut rest = shown;
        while let Some((before, after)) = rest.split_once(DOTS) {
            text.push_str(before);
            let number = after.strip_prefix('‹').and_then(|after| after.split_once('›'));
            let found = number.and_then(|(number, after)| {
                let place = number.parse::<usize>().ok()?.checked_sub(1)?;
                Some((self.secrets.get(place)?, after))
            });
            match found {
                Some((secret, after)) => {
                    text.push_str(secret);
                    rest = after;
                }
                None => {
                    text.push_str(DOTS);
                    rest = after;
                }
            }
        }
        text.push_str(rest);
        text
    }
}

/// A text for reading only, with dots for every secret.
pub fn masked(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for range in secret_ranges(text) {
        shown.push_str(text.get(at..range.start).unwrap_or_default());
        shown.push_str(DOTS);
        at = range.end;
    }
    shown.push_str(text.get(at..).unwrap_or_default());
    shown
}

fn mark(number: usize) -> String {
    format!("{DOTS}‹{number}›")
}

/// The bytes of secret values: those of keys that name one, commented out or not, with the lines that continue them, and
/// whatever has the shape of a secret access key.
fn secret_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut offset = 0_usize;
    let mut continues = false;
    for line in text.split_inclusive(['\n', '\r']) {
        let start = offset;
        offset += line.len();
        let whole = line.trim_end();
        let body = whole.trim_start_matches(['#', ';', ' ', '\t']);
        if body.is_empty() {
            continue;
        }
        if continues && line.starts_with([' ', '\t']) && !body.starts_with('[') {
            ranges.push(start + (whole.len() - whole.trim_start().len())..start + whole.len());
            continue;
        }
        continues = false;
        let Some((key, value)) = body.split_once(['=', ':']) else { continue };
        let value = value.trim();
        let named = names_a_secret(key);
        continues = named;
        if !value.is_empty() && (named || looks_secret(value)) && !value.starts_with(DOTS) {
            let end = start + whole.len();
            ranges.push(end - value.len()..end);
        }
    }
    ranges
}

fn names_a_secret(key: &str) -> bool {
    let key = key.trim().trim_matches('"').to_ascii_lowercase();
    ["secret", "token", "password"].iter().any(|word| key.contains(word)) && !key.ends_with("file")
}

/// Forty characters of Base64 that mix letters of both cases with digits: the shape of a secret access key.
fn looks_secret(value: &str) -> bool {
    let value = value.trim_matches(['"', '\'', ',']);
    value.len() == 40
        && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'+'))
        && value.bytes().any(|byte| byte.is_ascii_uppercase())
        && value.bytes().any(|byte| byte.is_ascii_lowercase())
        && value.bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'+'))
}
