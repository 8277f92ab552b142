//! A strict JSON reader (RFC 8259) that remembers where everything stands.
//!
//! `serde_json` neither tells the place of a value nor notices a key given twice, and both matter here: IAM refuses a policy
//! with duplicate keys, and a person wants to see the line of a mistake. Strings without escapes are borrowed from the text,
//! so a dump of many megabytes is read in one pass. The reader does not know what a policy is.

mod reader;
mod skim;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::place::Place;
use crate::{Error, Mistake};

/// One JSON value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// What stands there.
    pub value: Value<'a>,
    /// Where it stands, quotation marks and brackets included.
    pub place: Place,
}

/// A JSON value; numbers keep their spelling, since IAM compares them as text until an operator says otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as written.
    Number(&'a str),
    /// A string with its escapes resolved.
    String(Cow<'a, str>),
    /// A list.
    Array(Vec<Node<'a>>),
    /// An object in the order written, duplicate keys included.
    Object(Object<'a>),
}

/// The members of a JSON object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object<'a> {
    /// Keys and values in the order written, duplicates included.
    pub members: Vec<Member<'a>>,
    /// Characters of the object without the white space between its tokens: the size that IAM counts against its limits.
    pub size: usize,
}

/// One `"key": value` of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Member<'a> {
    /// The key with its escapes resolved.
    pub key: Cow<'a, str>,
    /// Where the key stands.
    pub key_place: Place,
    /// What it holds.
    pub node: Node<'a>,
}

/// A key of an object and where its value stands, unread.
#[derive(Clone, Debug, PartialEq)]
pub struct Located<'a> {
    /// The key with its escapes resolved.
    pub key: Cow<'a, str>,
    /// Where the value stands.
    pub place: Place,
    /// Where its items stand, if it is a list whose items were asked for.
    pub items: Option<Vec<Place>>,
}

impl<'a> Object<'a> {
    /// The value of the first member called `key`.
    pub fn member(&self, key: &str) -> Option<&Node<'a>> {
        self.members.iter().find(|member| member.key == key).map(|member| &member.node)
    }
}

impl<'a> Node<'a> {
    /// The text, if this is a string.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// The object, if this is one.
    pub fn as_object(&self) -> Option<&Object<'a>> {
        match &self.value {
            Value::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The items, if this is a list.
    pub fn as_array(&self) -> Option<&[Node<'a>]> {
        match &self.value {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The items if this is a list, else the value itself as a list of one: IAM takes both in most places.
    pub fn one_or_many(&self) -> &[Node<'a>] {
        match &self.value {
            Value::Array(items) => items,
            _ => core::slice::from_ref(self),
        }
    }

    /// What kind of value it is, in JSON's own word.
    pub fn type_name(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        }
    }
}

/// `text` in quotation marks, with what JSON must escape.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if u32::from(control) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// The members of the object that `text` is, each with the place of its value, without building anything: for documents of
/// many megabytes that are read piece by piece. `None` if it is no object. What stands inside of values is hardly looked at;
/// of lists under the keys `lists` the items' places are noted.
///
/// # Errors
/// As [`read`].
pub fn members<'t>(text: &'t str, lists: &[&str]) -> Result<Option<Vec<Located<'t>>>, Mistake> {
    reader_of(text)?.members(lists)
}

/// Reads one JSON document.
///
/// # Errors
/// [`Error::Json`] at the first character that JSON does not allow, [`Error::TooDeep`] beyond 64 levels,
/// [`Error::TooLarge`] beyond 1 GiB.
pub fn read(text: &str) -> Result<Node<'_>, Mistake> {
    reader_of(text)?.document()
}

fn reader_of(text: &str) -> Result<reader::Reader<'_>, Mistake> {
    if text.len() > 1 << 30 {
        return Err(Mistake {
            error: Error::TooLarge,
            place: Place { line: 1, column: 1, start: 0, end: 0 },
        });
    }
    Ok(reader::Reader::new(text))
}
