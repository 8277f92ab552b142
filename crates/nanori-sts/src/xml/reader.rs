//! The reading itself: a cursor over the text that only moves forward.

use super::{Document, Element};
use crate::StsError;

/// STS's answers are four elements deep.
const MAX_DEPTH: usize = 12;

pub(super) fn document(text: &str) -> Result<Document, StsError> {
    let mut reader = Reader { rest: text };
    reader.declaration()?;
    reader.space();
    let (root, namespace) = reader.element(0)?;
    reader.space();
    if !reader.rest.is_empty() {
        return malformed("something after the root element");
    }
    Ok(Document { namespace: namespace.unwrap_or_default(), root })
}

struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    /// `<?xml version="1.0" encoding="UTF-8"?>`, if it is there, with nothing before it.
    fn declaration(&mut self) -> Result<(), StsError> {
        let Some(rest) = self.rest.strip_prefix("<?xml ") else { return Ok(()) };
        let Some((declaration, rest)) = rest.split_once("?>") else {
            return malformed("the xml declaration");
        };
        let plain = declaration.replace('\'', "\"").to_ascii_lowercase();
        let words: Vec<&str> = plain.split_ascii_whitespace().collect();
        match words.as_slice() {
            ["version=\"1.0\""]
            | ["version=\"1.0\"", "encoding=\"utf-8\""]
            | ["version=\"1.0\"", "encoding=\"utf-8\"", "standalone=\"yes\"" | "standalone=\"no\""] => {}
            _ => return malformed("the xml declaration"),
        }
        self.rest = rest;
        Ok(())
    }

    /// One element and everything in it; the namespace is read on the root only.
    fn element(&mut self, depth: usize) -> Result<(Element, Option<String>), StsError> {
        if depth >= MAX_DEPTH {
            return malformed("elements nested too deep");
        }
        if !self.take("<") {
            return malformed("an element is missing");
        }
        let name = self.name()?;
        let namespace = if self.space() && self.rest.starts_with("xmlns") && depth == 0 {
            Some(self.namespace()?)
        } else {
            None
        };
        self.space();
        let mut element = Element { name: name.to_owned(), text: String::new(), children: Vec::new() };
        if self.take("/>") {
            return Ok((element, namespace));
        }
        if !self.take(">") {
            return malformed("a start tag");
        }
        self.content(&mut element, depth)?;
        Ok((element, namespace))
    }

    /// Up to and with the end tag: text or elements, never both.
    fn content(&mut self, element: &mut Element, depth: usize) -> Result<(), StsError> {
        loop {
            self.text(&mut element.text)?;
            if self.take("</") {
                let closes = self.name()? == element.name;
                self.space();
                if !(closes && self.take(">")) {
                    return malformed("an end tag");
                }
                break;
            }
            element.children.push(self.element(depth + 1)?.0);
        }
        if !element.children.is_empty() {
            if !element.text.chars().all(is_space) {
                return malformed("text beside elements");
            }
            element.text.clear();
        }
        Ok(())
    }

    /// Text up to the next `<`, which must come, appended to `into`.
    fn text(&mut self, into: &mut String) -> Result<(), StsError> {
        let Some(end) = self.rest.find('<') else { return malformed("an element is not closed") };
        let text = self.advance(end);
        unescape(text, into)
    }

    /// `xmlns="…"`.
    fn namespace(&mut self) -> Result<String, StsError> {
        const WHAT: &str = "an attribute";
        if !self.take("xmlns") {
            return malformed(WHAT);
        }
        self.space();
        if !self.take("=") {
            return malformed(WHAT);
        }
        self.space();
        let quote = if self.take("\"") { '"' } else { '\'' };
        if quote == '\'' && !self.take("'") {
            return malformed(WHAT);
        }
        let Some(end) = self.rest.find(quote) else { return malformed(WHAT) };
        let value = self.advance(end);
        self.advance(quote.len_utf8());
        // No namespace of AWS needs a reference, so none is read here.
        if value.contains(['<', '&']) || !value.chars().all(|c| c.is_ascii_graphic()) {
            return malformed(WHAT);
        }
        Ok(value.to_owned())
    }

    fn name(&mut self) -> Result<&'a str, StsError> {
        let end = self.rest.find(|c: char| !is_name(c)).unwrap_or(self.rest.len());
        let name = self.advance(end);
        if !name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
            return malformed("an element's name");
        }
        Ok(name)
    }

    fn space(&mut self) -> bool {
        let trimmed = self.rest.trim_start_matches(is_space);
        let found = trimmed.len() != self.rest.len();
        self.rest = trimmed;
        found
    }

    fn take(&mut self, wanted: &str) -> bool {
        let rest = self.rest.strip_prefix(wanted);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// The next `length` bytes; all of what is left if there are fewer.
    fn advance(&mut self, length: usize) -> &'a str {
        let (head, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        head
    }
}

/// Replaces references and line ends (XML 1.0 §2.11, §4.6), and refuses what is no XML character.
fn unescape(text: &str, into: &mut String) -> Result<(), StsError> {
    if text.contains("]]>") {
        return malformed("the end of a cdata section");
    }
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = rest.split_at_checked(c.len_utf8()).map_or("", |(_, rest)| rest);
        match c {
            '&' => {
                let Some((reference, after)) = rest.split_once(';') else {
                    return malformed("a reference");
                };
                into.push(referenced(reference)?);
                rest = after;
            }
            '\r' => {
                rest = rest.strip_prefix('\n').unwrap_or(rest);
                into.push('\n');
            }
            c if is_character(c) => into.push(c),
            _ => return malformed("a character"),
        }
    }
    Ok(())
}

fn referenced(reference: &str) -> Result<char, StsError> {
    match reference {
        "lt" => return Ok('<'),
        "gt" => return Ok('>'),
        "amp" => return Ok('&'),
        "quot" => return Ok('"'),
        "apos" => return Ok('\''),
        _ => {}
    }
    let (digits, radix) = match reference.strip_prefix("#x") {
        Some(digits) => (digits, 16),
        None => (reference.strip_prefix('#').unwrap_or_default(), 10),
    };
    let all_digits = matches!(digits.len(), 1..=8) && digits.chars().all(|c| c.is_digit(radix));
    let code = if all_digits { u32::from_str_radix(digits, radix).ok() } else { None };
    code.and_then(char::from_u32).filter(|c| is_character(*c)).map_or_else(|| malformed("a reference"), Ok)
}

/// XML 1.0 §2.2 `Char`.
const fn is_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

const fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')
}

const fn malformed<T>(what: &'static str) -> Result<T, StsError> {
    Err(StsError::Malformed { what })
}
