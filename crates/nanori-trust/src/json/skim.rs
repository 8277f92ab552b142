//! Finding pieces of a large document without building what lies between.

use std::borrow::Cow;

use super::Located;
use super::reader::{Read, Reader};
use crate::JsonMistake;
use crate::place::Place;

impl<'a> Reader<'a> {
    /// The places of the members of the top-level object, values only; `None` if it is none. Of a member among `lists` that
    /// is a list the places of its items are noted in the same pass.
    pub(super) fn members(mut self, lists: &[&str]) -> Read<Option<Vec<Located<'a>>>> {
        self.skip_space();
        if self.peek() != Some(b'{') {
            return Ok(None);
        }
        let mut members = Vec::new();
        self.position += 1;
        self.skip_space();
        if self.peek() == Some(b'}') {
            return Ok(Some(members));
        }
        loop {
            let key = self.key()?;
            let place = self.here();
            let items = if self.peek() == Some(b'[') && lists.contains(&&*key) {
                Some(self.items()?)
            } else {
                self.skip_value()?;
                None
            };
            members.push(Located { key, place: self.until_here(place), items });
            if self.comma_or(b'}', JsonMistake::CommaOrBraceExpected)? {
                return Ok(Some(members));
            }
        }
    }

    /// The places of the items of the list that begins here.
    fn items(&mut self) -> Read<Vec<Place>> {
        let mut items = Vec::new();
        self.position += 1;
        self.skip_space();
        if self.peek() == Some(b']') {
            self.position += 1;
            return Ok(items);
        }
        loop {
            let place = self.here();
            self.skip_value()?;
            items.push(self.until_here(place));
            if self.comma_or(b']', JsonMistake::CommaOrBracketExpected)? {
                return Ok(items);
            }
        }
    }

    /// Steps over a value. Only what is needed to find its end is looked at: strings and brackets.
    fn skip_value(&mut self) -> Read<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek() {
                Some(b'"') => drop(self.string()?),
                Some(b'{' | b'[') => {
                    depth += 1;
                    self.position += 1;
                }
                Some(b'}' | b']') => {
                    depth =
                        depth.checked_sub(1).ok_or_else(|| self.mistake_here(JsonMistake::ValueExpected))?;
                    self.position += 1;
                }
                Some(b' ' | b'\t' | b'\r' | b'\n') => self.skip_space(),
                Some(b',' | b':') if depth > 0 => self.position += 1,
                Some(byte) if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.') => {
                    while self
                        .peek()
                        .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'.'))
                    {
                        self.position += 1;
                    }
                }
                Some(_) => return Err(self.mistake_here(JsonMistake::ValueExpected)),
                None => return Err(self.mistake_here(JsonMistake::UnexpectedEnd)),
            }
            if depth == 0 && !matches!(self.peek_back(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
                return Ok(());
            }
        }
    }

    fn peek_back(&self) -> Option<u8> {
        self.position.checked_sub(1).and_then(|at| self.text.as_bytes().get(at)).copied()
    }

    /// A key with its colon, up to the value.
    fn key(&mut self) -> Read<Cow<'a, str>> {
        if self.peek() != Some(b'"') {
            return Err(self.expected(JsonMistake::KeyExpected));
        }
        let key = self.string()?;
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(self.expected(JsonMistake::ColonExpected));
        }
        self.position += 1;
        self.skip_space();
        Ok(key)
    }
}
