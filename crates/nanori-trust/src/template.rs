//! Text of a policy with its wildcards and variables, and how it is matched against a value.
//!
//! Under Version 2012-10-17 `${key}` and `${key, 'default'}` stand for a value of the request, `${*}`, `${?}` and `${$}` for
//! the characters themselves; under 2008-10-17 all of these are plain characters. What a variable brings in is never a
//! wildcard. Source: IAM user guide, "IAM policy elements: Variables and tags".

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::context::Context;

/// Text of a policy, cut into pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// As written.
    text: String,
    /// The pieces; empty when the text has neither wildcards nor variables, which is the common case.
    pieces: Vec<Piece>,
}

/// One piece of a [`Template`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Characters that stand for themselves.
    Literal(String),
    /// `*`: any characters, or none.
    AnyRun,
    /// `?`: exactly one character.
    AnyOne,
    /// `${key}` or `${key, 'default'}`.
    Variable {
        /// The condition key.
        key: String,
        /// What stands in when the request has no such key.
        default: Option<String>,
    },
}

/// Why a [`Template`] has no value for a request: this variable has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved<'a> {
    /// The variable's key.
    pub key: &'a str,
    /// The key has several values in the request, so none of them can stand in.
    pub many: bool,
}

impl Template {
    /// Cuts `text` into pieces; `variables` is whether the policy's version knows variables.
    #[must_use]
    pub fn parse(text: &str, variables: bool) -> Self {
        let special = text.contains(['*', '?']) || (variables && text.contains("${"));
        let pieces = if special { pieces(text, variables) } else { Vec::new() };
        Template { text: text.to_owned(), pieces }
    }

    /// The text as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The pieces; none if the text stands for itself.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The keys of its variables.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Variable { key, .. } => Some(key.as_str()),
            _ => None,
        })
    }

    /// Whether it has a wildcard, which only operators of the `Like` sort and ARN operators look at.
    #[must_use]
    pub fn has_wildcard(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::AnyRun | Piece::AnyOne))
    }

    /// Whether it lets every value pass: nothing but asterisks, at least one.
    #[must_use]
    pub fn matches_everything(&self) -> bool {
        !self.pieces.is_empty() && self.pieces.iter().all(|piece| matches!(piece, Piece::AnyRun))
    }

    /// The text with variables filled in and wildcards as the characters they are, for operators without wildcards.
    ///
    /// # Errors
    /// [`Unresolved`] if a variable has neither exactly one value nor a default.
    pub fn resolve<'a>(&'a self, context: &'a Context) -> Result<Cow<'a, str>, Unresolved<'a>> {
        if self.pieces.is_empty() {
            return Ok(Cow::Borrowed(&self.text));
        }
        if let [Piece::Variable { key, default }] = self.pieces.as_slice() {
            return variable(key, default.as_deref(), context).map(Cow::Borrowed);
        }
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Literal(literal) => text.push_str(literal),
                Piece::AnyRun => text.push('*'),
                Piece::AnyOne => text.push('?'),
                Piece::Variable { key, default } => {
                    text.push_str(variable(key, default.as_deref(), context)?);
                }
            }
        }
        Ok(Cow::Owned(text))
    }

    /// Whether `value` matches, wildcards included.
    ///
    /// # Errors
    /// [`Unresolved`] if a variable has neither exactly one value nor a default.
    pub fn matches<'a>(&'a self, value: &str, context: &'a Context) -> Result<bool, Unresolved<'a>> {
        if self.pieces.is_empty() {
            return Ok(self.text == value);
        }
        let tokens = self.tokens(context)?;
        Ok(glob(&tokens, value, same_char))
    }

    /// Whether `value` matches, with each of the six parts of an ARN held against its counterpart.
    ///
    /// # Errors
    /// [`Unresolved`] if a variable has neither exactly one value nor a default.
    pub fn matches_arn<'a>(&'a self, value: &str, context: &'a Context) -> Result<bool, Unresolved<'a>> {
        if self.pieces.is_empty() {
            return Ok(self.text == value && is_arn(value));
        }
        let tokens = self.tokens(context)?;
        let parts: Vec<&[Token]> = tokens.splitn(6, |token| *token == Token::Char(':')).collect();
        let values: Vec<&str> = value.splitn(6, ':').collect();
        Ok(parts.len() == 6
            && values.len() == 6
            && parts.iter().zip(values).all(|(part, value)| glob(part, value, same_char)))
    }

    /// Whether `value` matches without regard to ASCII case and without variables: how actions are compared.
    #[must_use]
    pub fn matches_action(&self, value: &str) -> bool {
        if self.pieces.is_empty() {
            return self.text.eq_ignore_ascii_case(value);
        }
        let tokens: Vec<Token> = self.text.chars().map(wildcard).collect();
        glob(&tokens, value, |a, b| a.eq_ignore_ascii_case(&b))
    }

    fn tokens<'a>(&'a self, context: &'a Context) -> Result<Vec<Token>, Unresolved<'a>> {
        let mut tokens = Vec::with_capacity(self.text.len() + 16);
        for piece in &self.pieces {
            match piece {
                Piece::Literal(literal) => tokens.extend(literal.chars().map(Token::Char)),
                Piece::AnyRun => tokens.push(Token::AnyRun),
                Piece::AnyOne => tokens.push(Token::AnyOne),
                Piece::Variable { key, default } => {
                    tokens.extend(variable(key, default.as_deref(), context)?.chars().map(Token::Filled));
                }
            }
        }
        Ok(tokens)
    }
}

/// Whether a text has the six parts of an ARN.
pub(crate) fn is_arn(text: &str) -> bool {
    text.starts_with("arn:") && text.splitn(6, ':').count() == 6
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    Char(char),
    /// A character that a variable brought in: its colons do not divide an ARN.
    Filled(char),
    AnyRun,
    AnyOne,
}

fn wildcard(character: char) -> Token {
    match character {
        '*' => Token::AnyRun,
        '?' => Token::AnyOne,
        other => Token::Char(other),
    }
}

fn same_char(a: char, b: char) -> bool {
    a == b
}

/// Matches with one point to go back to, so the time is at most pattern × value, whatever the pattern.
fn glob(pattern: &[Token], value: &str, same: fn(char, char) -> bool) -> bool {
    let mut rest = value.chars();
    let mut position = 0;
    let mut retry: Option<(usize, std::str::Chars<'_>)> = None;
    loop {
        let here = rest.clone();
        let matched = match (pattern.get(position), rest.next()) {
            (Some(Token::AnyRun), _) => {
                position += 1;
                retry = Some((position, here.clone()));
                rest = here;
                continue;
            }
            (None, None) => return true,
            (Some(Token::AnyOne), Some(_)) => true,
            (Some(Token::Char(a) | Token::Filled(a)), Some(b)) => same(*a, b),
            (Some(_), None) => return false,
            (None, Some(_)) => false,
        };
        if matched {
            position += 1;
            continue;
        }
        let Some((after_run, from)) = &mut retry else { return false };
        if from.next().is_none() {
            return false;
        }
        position = *after_run;
        rest = from.clone();
    }
}

fn variable<'a>(
    key: &'a str,
    default: Option<&'a str>,
    context: &'a Context,
) -> Result<&'a str, Unresolved<'a>> {
    match (context.values(key), default) {
        (Some([value]), _) => Ok(value),
        (None | Some([]), Some(default)) => Ok(default),
        (values, _) => Err(Unresolved { key, many: values.is_some_and(|values| values.len() > 1) }),
    }
}

fn pieces(text: &str, variables: bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = text;
    let mut flush = |literal: &mut String, piece: Option<Piece>| {
        if !literal.is_empty() {
            pieces.push(Piece::Literal(core::mem::take(literal)));
        }
        pieces.extend(piece);
    };
    while let Some(character) = rest.chars().next() {
        if variables
            && let Some((inside, after)) = rest.strip_prefix("${").and_then(|tail| tail.split_once('}'))
        {
            match inside.trim() {
                special @ ("*" | "?" | "$") => literal.push_str(special),
                inside => {
                    let (key, default) = key_and_default(inside);
                    flush(&mut literal, Some(Piece::Variable { key, default }));
                }
            }
            rest = after;
            continue;
        }
        match character {
            '*' => flush(&mut literal, Some(Piece::AnyRun)),
            '?' => flush(&mut literal, Some(Piece::AnyOne)),
            other => literal.push(other),
        }
        rest = rest.get(character.len_utf8()..).unwrap_or_default();
    }
    flush(&mut literal, None);
    pieces
}

fn key_and_default(inside: &str) -> (String, Option<String>) {
    let quoted = inside.split_once(',').and_then(|(key, default)| {
        let default = default.trim().strip_prefix('\'')?.strip_suffix('\'')?;
        Some((key.trim().to_owned(), Some(default.to_owned())))
    });
    quoted.unwrap_or_else(|| (inside.to_owned(), None))
}
