//! The character checks that several names share. ASCII throughout: AWS's `\w` is `[A-Za-z0-9_]`, never Unicode.

use crate::{Field, IdentityError};

/// The characters of `[\w+=,.@-]`: IAM names, role session names, source identities.
pub(crate) const fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '=' | ',' | '.' | '@' | '-')
}

/// Checks every character and names the first one that is wrong; then the length in characters.
pub(crate) fn check(
    field: Field,
    text: &str,
    min: usize,
    max: usize,
    allowed: impl Fn(char) -> bool,
) -> Result<(), IdentityError> {
    let mut found = 0_usize;
    for c in text.chars() {
        if !allowed(c) {
            return Err(IdentityError::Character { field, found: Some(c), position: found });
        }
        found = found.saturating_add(1);
    }
    if found < min || found > max {
        return Err(IdentityError::Length { field, found, min, max });
    }
    Ok(())
}

/// As [`check`], for secrets: the error does not show the character.
pub(crate) fn check_secret(
    field: Field,
    text: &str,
    min: usize,
    max: usize,
    allowed: impl Fn(char) -> bool,
) -> Result<(), IdentityError> {
    check(field, text, min, max, allowed).map_err(|error| match error {
        IdentityError::Character { field, position, .. } => {
            IdentityError::Character { field, found: None, position }
        }
        other => other,
    })
}
