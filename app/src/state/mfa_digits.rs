//! Six digits from whatever was typed or pasted: full-width digits, spaces, dashes and a surrounding sentence.

/// The digits of `typed` in ASCII, at most six.
///
/// Full-width digits (`１２３`), as a Japanese input method writes them, become plain ones; everything else is dropped.
pub fn mfa_digits(typed: &str) -> String {
    typed.chars().filter_map(plain_digit).take(6).collect()
}

fn plain_digit(typed: char) -> Option<char> {
    match typed {
        '0'..='9' => Some(typed),
        '０'..='９' => char::from_u32(u32::from(typed) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
