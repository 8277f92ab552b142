//! A strict reader for the little XML that STS answers with. It builds a small tree or refuses the whole.
//!
//! Read are one root element, elements without attributes (the root alone may have `xmlns`), text, the five predefined
//! entities and character references. Refused are document types, processing instructions, comments, CDATA, prefixes,
//! text beside elements, and anything larger or deeper than STS ever answers: what is not understood is not trusted.

mod reader;

use core::str::FromStr;

use zeroize::Zeroize;

use crate::StsError;

/// The most bytes of an answer. STS's largest (long tokens, packed policies) have some ten thousand.
pub const MAX_SIZE: usize = 64 * 1024;

/// A whole answer.
#[derive(Clone, PartialEq, Eq)]
pub struct Document {
    /// The root's `xmlns`, empty if it has none.
    pub namespace: String,
    /// The root.
    pub root: Element,
}

/// An element with either text or child elements. It can hold a secret, so it has no `Debug` and is wiped on drop.
#[derive(Clone, PartialEq, Eq)]
pub struct Element {
    name: String,
    text: String,
    children: Vec<Element>,
}

impl Document {
    /// Reads a whole document.
    ///
    /// # Errors
    /// [`StsError::TooLarge`], or [`StsError::Malformed`] with the rule that is broken.
    pub fn read(bytes: &[u8]) -> Result<Self, StsError> {
        if bytes.len() > MAX_SIZE {
            return Err(StsError::TooLarge { max: MAX_SIZE });
        }
        let text = core::str::from_utf8(bytes).map_err(|_| StsError::Malformed { what: "utf-8" })?;
        reader::document(text)
    }
}

impl Element {
    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text with references replaced; empty if there are child elements.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The child elements, in their order.
    #[must_use]
    pub fn children(&self) -> &[Self] {
        &self.children
    }

    /// The one child of that name.
    ///
    /// # Errors
    /// [`StsError::Malformed`] if it is missing or there are several.
    pub fn required(&self, name: &'static str) -> Result<&Self, StsError> {
        self.optional(name)?.ok_or(StsError::Malformed { what: name })
    }

    /// The one child of that name, if there is one.
    ///
    /// # Errors
    /// [`StsError::Malformed`] if there are several.
    pub fn optional(&self, name: &'static str) -> Result<Option<&Self>, StsError> {
        let mut found = self.children.iter().filter(|child| child.name == name);
        match (found.next(), found.next()) {
            (_, Some(_)) => Err(StsError::Malformed { what: name }),
            (child, None) => Ok(child),
        }
    }

    /// The text of the one child of that name, if there is one.
    ///
    /// # Errors
    /// [`StsError::Malformed`] if there are several, or it has elements.
    pub fn optional_text(&self, name: &'static str) -> Result<Option<&str>, StsError> {
        match self.optional(name)? {
            Some(child) if child.children.is_empty() => Ok(Some(&child.text)),
            Some(_) => Err(StsError::Malformed { what: name }),
            None => Ok(None),
        }
    }

    /// The value of the one child of that name, if there is one that is not empty.
    pub(crate) fn optional_value<T: FromStr>(&self, name: &'static str) -> Result<Option<T>, StsError> {
        self.optional_text(name)?
            .filter(|text| !text.is_empty())
            .map(|text| text.parse().map_err(|_| StsError::Malformed { what: name }))
            .transpose()
    }

    /// The value of the one child of that name.
    pub(crate) fn required_value<T: FromStr>(&self, name: &'static str) -> Result<T, StsError> {
        self.optional_value(name)?.ok_or(StsError::Malformed { what: name })
    }
}

impl Drop for Element {
    fn drop(&mut self) {
        self.text.zeroize();
    }
}

#[cfg(test)]
mod tests;
