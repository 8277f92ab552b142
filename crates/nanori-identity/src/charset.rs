//! The character checks that several names share. ASCII throughout: AWS's `\w` is `[A-Za-z0-9_]`, never Unicode.

use crate::{Field, IdentityError};

/// The characters of `[\w+=,.@-]`: IAM names, role session names, source identities.
pub(crate) const fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '+' | '=' | ',' | '.' | '@' | '-')
}

/// Checks length (in characters) first, then every character, and names the first one that is wrong.
pub(crate) fn check(
    field: Field,
    text: &str,
    min: usize,
    max: usize,
    allowed: fn(char) -> bool,
) -> Result<(), IdentityError> {
    let found = text.chars().count();
    if let Some((position, c)) = text.chars().enumerate().find(|(_, c)| !allowed(*c)) {
        return Err(IdentityError::Character { field, found: Some(c), position });
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
    allowed: fn(char) -> bool,
) -> Result<(), IdentityError> {
    check(field, text, min, max, allowed).map_err(|error| match error {
        IdentityError::Character { field, position, .. } => {
            IdentityError::Character { field, found: None, position }
        }
        other => other,
    })
}
