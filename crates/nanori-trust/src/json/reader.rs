//! The reader itself: one pass over the bytes, counting lines and columns as it goes.
//!
//! A column counts characters, so the bytes that continue a character are subtracted as they are met.

use std::borrow::Cow;

use super::{Member, Node, Object, Value};
use crate::place::Place;
use crate::{Error, JsonMistake, Mistake};

/// Deep enough for every policy and account dump, shallow enough for a browser's stack.
const DEPTH_LIMIT: usize = 64;

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) position: usize,
    pub(super) line: u32,
    /// Byte offset at which column 1 of the current line would be, shifted by the continuation bytes met in it.
    pub(super) line_origin: usize,
    /// White space skipped between tokens, in characters (all JSON white space is ASCII).
    skipped: usize,
    /// Bytes met that continue a character.
    continuations: usize,
    depth: usize,
}

pub(super) type Read<T> = Result<T, Mistake>;

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Reader { text, position: 0, line: 1, line_origin: 0, skipped: 0, continuations: 0, depth: 0 }
    }

    pub(super) fn document(mut self) -> Read<Node<'a>> {
        self.skip_space();
        if self.peek().is_none() {
            return Err(self.mistake_here(JsonMistake::Empty));
        }
        let node = self.value()?;
        self.skip_space();
        match self.peek() {
            None => Ok(node),
            Some(_) => Err(self.mistake_here(JsonMistake::TrailingText)),
        }
    }

    fn value(&mut self) -> Read<Node<'a>> {
        let place = self.here();
        let value = match self.peek() {
            Some(b'{') => Value::Object(self.nested(Self::object)?),
            Some(b'[') => Value::Array(self.nested(Self::array)?),
            Some(b'"') => Value::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => Value::Number(self.number()?),
            Some(b't') => self.word("true", Value::Bool(true))?,
            Some(b'f') => self.word("false", Value::Bool(false))?,
            Some(b'n') => self.word("null", Value::Null)?,
            Some(_) => return Err(self.mistake_here(JsonMistake::ValueExpected)),
            None => return Err(self.mistake_here(JsonMistake::UnexpectedEnd)),
        };
        Ok(Node { value, place: self.until_here(place) })
    }

    fn nested<T>(&mut self, read: fn(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth >= DEPTH_LIMIT {
            return Err(Mistake { error: Error::TooDeep, place: self.here() });
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    fn object(&mut self) -> Read<Object<'a>> {
        let (start, skipped, continuations) = (self.position, self.skipped, self.continuations);
        let mut members = Vec::new();
        self.position += 1;
        self.skip_space();
        if self.peek() == Some(b'}') {
            self.position += 1;
        } else {
            loop {
                if self.peek() != Some(b'"') {
                    return Err(self.expected(JsonMistake::KeyExpected));
                }
                let key_place = self.here();
                let key = self.string()?;
                let key_place = self.until_here(key_place);
                self.skip_space();
                if self.peek() != Some(b':') {
                    return Err(self.expected(JsonMistake::ColonExpected));
                }
                self.position += 1;
                self.skip_space();
                members.push(Member { key, key_place, node: self.value()? });
                if self.comma_or(b'}', JsonMistake::CommaOrBraceExpected)? {
                    break;
                }
            }
        }
        let white = self.skipped - skipped;
        Ok(Object { members, size: (self.position - start) - white - (self.continuations - continuations) })
    }

    fn array(&mut self) -> Read<Vec<Node<'a>>> {
        let mut items = Vec::new();
        self.position += 1;
        self.skip_space();
        if self.peek() == Some(b']') {
            self.position += 1;
            return Ok(items);
        }
        loop {
            items.push(self.value()?);
            if self.comma_or(b']', JsonMistake::CommaOrBracketExpected)? {
                return Ok(items);
            }
        }
    }

    /// After an item: `true` at the closing character, `false` after a comma that another item follows.
    pub(super) fn comma_or(&mut self, close: u8, otherwise: JsonMistake) -> Read<bool> {
        self.skip_space();
        match self.peek() {
            Some(byte) if byte == close => {
                self.position += 1;
                Ok(true)
            }
            Some(b',') => {
                let comma = self.here();
                self.position += 1;
                let comma = self.until_here(comma);
                self.skip_space();
                if self.peek() == Some(close) {
                    return Err(Mistake { error: Error::Json(JsonMistake::TrailingComma), place: comma });
                }
                Ok(false)
            }
            _ => Err(self.expected(otherwise)),
        }
    }

    pub(super) fn string(&mut self) -> Read<Cow<'a, str>> {
        self.position += 1;
        let run = self.run()?;
        if self.peek() == Some(b'"') {
            self.position += 1;
            return Ok(Cow::Borrowed(run));
        }
        let mut text = run.to_owned();
        loop {
            if self.peek() == Some(b'"') {
                self.position += 1;
                return Ok(Cow::Owned(text));
            }
            text.push(self.escape()?);
            text.push_str(self.run()?);
        }
    }

    /// The characters of a string up to its end or the next escape.
    fn run(&mut self) -> Read<&'a str> {
        let start = self.position;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let mut continuations = 0;
        let length = rest.iter().position(|byte| {
            continuations += usize::from(byte & 0xC0 == 0x80);
            matches!(byte, b'"' | b'\\' | 0..0x20)
        });
        self.position += length.unwrap_or(rest.len());
        self.line_origin += continuations;
        self.continuations += continuations;
        match self.peek() {
            Some(b'"' | b'\\') => Ok(self.text.get(start..self.position).unwrap_or_default()),
            Some(_) => Err(self.mistake_here(JsonMistake::ControlCharacter)),
            None => Err(self.mistake_here(JsonMistake::UnexpectedEnd)),
        }
    }

    fn escape(&mut self) -> Read<char> {
        let place = self.here();
        let bad = |reader: &Self| Mistake {
            error: Error::Json(JsonMistake::BadEscape),
            place: reader.until_here(place),
        };
        self.position += 1;
        let letter = self.peek().ok_or_else(|| self.mistake_here(JsonMistake::UnexpectedEnd))?;
        if !letter.is_ascii() {
            return Err(bad(self));
        }
        self.position += 1;
        Ok(match letter {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let high = self.hex4().ok_or_else(|| bad(self))?;
                match high {
                    0xD800..=0xDBFF => {
                        let paired =
                            self.text.as_bytes().get(self.position..self.position + 2) == Some(b"\\u");
                        self.position += if paired { 2 } else { 0 };
                        let low = paired.then(|| self.hex4()).flatten();
                        let low =
                            low.filter(|low| (0xDC00..=0xDFFF).contains(low)).ok_or_else(|| bad(self))?;
                        char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
                            .ok_or_else(|| bad(self))?
                    }
                    _ => char::from_u32(high).ok_or_else(|| bad(self))?,
                }
            }
            _ => return Err(bad(self)),
        })
    }

    fn hex4(&mut self) -> Option<u32> {
        let digits = self.text.get(self.position..self.position + 4)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.position += 4;
        u32::from_str_radix(digits, 16).ok()
    }

    fn number(&mut self) -> Read<&'a str> {
        let start = self.position;
        if self.peek() == Some(b'-') {
            self.position += 1;
        }
        let leading_zero = self.peek() == Some(b'0');
        let whole = self.digits();
        let mut good = whole > 0 && !(leading_zero && whole > 1);
        if self.peek() == Some(b'.') {
            self.position += 1;
            good &= self.digits() > 0;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.position += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.position += 1;
            }
            good &= self.digits() > 0;
        }
        if good {
            return Ok(self.text.get(start..self.position).unwrap_or_default());
        }
        Err(self.mistake_here(JsonMistake::BadNumber))
    }

    fn digits(&mut self) -> usize {
        let start = self.position;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.position += 1;
        }
        self.position - start
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Read<Value<'a>> {
        if self.text.get(self.position..).is_some_and(|rest| rest.starts_with(word)) {
            self.position += word.len();
            return Ok(value);
        }
        Err(self.mistake_here(JsonMistake::ValueExpected))
    }

    pub(super) fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b'\n' => {
                    self.line += 1;
                    self.line_origin = self.position + 1;
                }
                b' ' | b'\t' | b'\r' => {}
                _ => return,
            }
            self.position += 1;
            self.skipped += 1;
        }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    pub(super) fn here(&self) -> Place {
        let start = u32::try_from(self.position).unwrap_or(u32::MAX);
        let column = u32::try_from(self.position.saturating_sub(self.line_origin) + 1).unwrap_or(u32::MAX);
        Place { line: self.line, column, start, end: start }
    }

    pub(super) fn until_here(&self, place: Place) -> Place {
        Place { end: u32::try_from(self.position).unwrap_or(u32::MAX), ..place }
    }

    pub(super) fn expected(&self, what: JsonMistake) -> Mistake {
        self.mistake_here(if self.peek().is_none() { JsonMistake::UnexpectedEnd } else { what })
    }

    pub(super) fn mistake_here(&self, what: JsonMistake) -> Mistake {
        let width =
            self.text.get(self.position..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let place = self.here();
        let end = place.start.saturating_add(u32::try_from(width).unwrap_or(0));
        Mistake { error: Error::Json(what), place: Place { end, ..place } }
    }
}
