//! Session tags.

use core::str::FromStr;

use crate::{Field, IdentityError};

/// One session tag: key of 1–128, value of 0–256 characters of letters, spaces, numbers and `_.:/=+@-`.
///
/// Letters, spaces and numbers are Unicode's (`\p{L}\p{Z}\p{N}`). Source: STS API reference, `Tag`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag {
    key: String,
    value: String,
}

impl Tag {
    /// A tag.
    ///
    /// # Errors
    /// [`IdentityError`] if key or value is not one that STS accepts.
    pub fn new(key: &str, value: &str) -> Result<Self, IdentityError> {
        check(Field::TagKey, key, 1, 128)?;
        check(Field::TagValue, value, 0, 256)?;
        if key.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("aws:")) {
            return Err(IdentityError::Reserved { field: Field::TagKey, prefix: "aws:" });
        }
        Ok(Self { key: key.to_owned(), value: value.to_owned() })
    }

    /// The key, case kept.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }
}

/// The key of a tag that goes on along a role chain; it must be the key of a tag that is given or inherited.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TransitiveTagKey(String);

impl TransitiveTagKey {
    /// The key.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for TransitiveTagKey {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        check(Field::TagKey, text, 1, 128)?;
        Ok(Self(text.to_owned()))
    }
}

/// At most 50 tags whose keys differ in more than case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tags(Vec<Tag>);

impl Tags {
    /// The most tags that STS takes.
    pub const MAX: usize = 50;

    /// A set of tags, in the order given.
    ///
    /// # Errors
    /// [`IdentityError::TooMany`] over 50, [`IdentityError::DuplicateTag`] if two keys differ at most in case.
    pub fn new(tags: Vec<Tag>) -> Result<Self, IdentityError> {
        if tags.len() > Self::MAX {
            return Err(IdentityError::TooMany { field: Field::TagKey, found: tags.len(), max: Self::MAX });
        }
        for (index, tag) in tags.iter().enumerate() {
            if tags.iter().take(index).any(|earlier| folded(&earlier.key).eq(folded(&tag.key))) {
                return Err(IdentityError::DuplicateTag { key: tag.key.clone() });
            }
        }
        Ok(Self(tags))
    }

    /// The tags, in the order given.
    #[must_use]
    pub fn as_slice(&self) -> &[Tag] {
        &self.0
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The key's letters without regard to case.
fn folded(key: &str) -> impl Iterator<Item = char> {
    key.chars().flat_map(char::to_lowercase)
}

fn check(field: Field, text: &str, min: usize, max: usize) -> Result<(), IdentityError> {
    let allowed = |c: char| {
        c.is_alphanumeric()
            || (c.is_whitespace() && !c.is_control())
            || matches!(c, '_' | '.' | ':' | '/' | '=' | '+' | '@' | '-')
    };
    crate::charset::check(field, text, min, max, allowed)
}

#[cfg(test)]
mod tests;
