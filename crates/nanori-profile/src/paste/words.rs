//! Words of a shell command line, as POSIX shells and fish split and unquote them.
//!
//! Reads one line. It expands nothing: a word that a shell would expand is marked, since its text is not its value.

use zeroize::Zeroizing;

/// Which quoting rules hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// sh, bash, zsh, ksh and `.env` files.
    Posix,
    /// fish: inside single quotes a backslash escapes a quote or a backslash, and `$'…'` means nothing special.
    Fish,
}

/// One word after unquoting.
pub(super) struct Word {
    pub text: Zeroizing<String>,
    /// Byte offset of the word's first character in the line.
    pub start: usize,
    /// Byte offset in `text` of the first `=` that stood outside quotes.
    pub equals: Option<usize>,
    /// Whether a shell would expand a variable or a command in it.
    pub expands: bool,
}

/// A quote that is opened at this byte offset and never closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UnclosedQuote(pub usize);

/// Splits a line into commands (at `;`, `&`, `|`) and those into words. A `#` at the start of a word ends the line.
pub(super) fn commands(line: &str, dialect: Dialect) -> Result<Vec<Vec<Word>>, UnclosedQuote> {
    let mut scanner = Scanner {
        chars: line.char_indices().collect::<Vec<_>>().into_iter().peekable(),
        dialect,
        commands: Vec::new(),
        words: Vec::new(),
        word: None,
    };
    scanner.run()?;
    Ok(scanner.commands)
}

struct Scanner {
    chars: core::iter::Peekable<std::vec::IntoIter<(usize, char)>>,
    dialect: Dialect,
    commands: Vec<Vec<Word>>,
    words: Vec<Word>,
    word: Option<Word>,
}

impl Scanner {
    fn run(&mut self) -> Result<(), UnclosedQuote> {
        while let Some((at, c)) = self.chars.next() {
            match c {
                ' ' | '\t' => self.end_word(),
                ';' | '&' | '|' => self.end_command(),
                '#' if self.word.is_none() => break,
                '\'' => self.single_quoted(at)?,
                '"' => self.double_quoted(at)?,
                '\\' => {
                    if let Some((_, escaped)) = self.chars.next() {
                        self.word(at).text.push(escaped);
                    }
                }
                '$' if self.dialect == Dialect::Posix && self.next_is('\'') => {
                    self.chars.next();
                    self.ansi_c_quoted(at)?;
                }
                '$' => self.dollar(at),
                '`' => {
                    let word = self.word(at);
                    word.expands = true;
                    word.text.push('`');
                }
                '=' => {
                    let word = self.word(at);
                    if word.equals.is_none() {
                        word.equals = Some(word.text.len());
                    }
                    word.text.push('=');
                }
                _ => self.word(at).text.push(c),
            }
        }
        self.end_command();
        Ok(())
    }

    fn single_quoted(&mut self, open: usize) -> Result<(), UnclosedQuote> {
        self.word(open);
        while let Some((_, c)) = self.chars.next() {
            match c {
                '\'' => return Ok(()),
                '\\' if self.dialect == Dialect::Fish && (self.next_is('\'') || self.next_is('\\')) => {
                    if let Some((_, escaped)) = self.chars.next() {
                        self.word(open).text.push(escaped);
                    }
                }
                _ => self.word(open).text.push(c),
            }
        }
        Err(UnclosedQuote(open))
    }

    fn double_quoted(&mut self, open: usize) -> Result<(), UnclosedQuote> {
        self.word(open);
        while let Some((at, c)) = self.chars.next() {
            match c {
                '"' => return Ok(()),
                '\\' => match self.chars.next() {
                    Some((_, escaped @ ('"' | '\\' | '$' | '`'))) => self.word(open).text.push(escaped),
                    Some((_, other)) => self.word(open).text.extend(['\\', other]),
                    None => break,
                },
                '$' => self.dollar(at),
                '`' => {
                    let expands = self.dialect == Dialect::Posix;
                    let word = self.word(open);
                    word.expands |= expands;
                    word.text.push('`');
                }
                _ => self.word(open).text.push(c),
            }
        }
        Err(UnclosedQuote(open))
    }

    fn ansi_c_quoted(&mut self, open: usize) -> Result<(), UnclosedQuote> {
        self.word(open);
        while let Some((_, c)) = self.chars.next() {
            match c {
                '\'' => return Ok(()),
                '\\' => {
                    let Some((_, escaped)) = self.chars.next() else { break };
                    let plain = match escaped {
                        'n' => '\n',
                        't' => '\t',
                        'r' => '\r',
                        other => other,
                    };
                    self.word(open).text.push(plain);
                }
                _ => self.word(open).text.push(c),
            }
        }
        Err(UnclosedQuote(open))
    }

    fn dollar(&mut self, at: usize) {
        let expands = self
            .chars
            .peek()
            .is_some_and(|(_, next)| next.is_ascii_alphabetic() || matches!(next, '_' | '{' | '('));
        let word = self.word(at);
        word.expands |= expands;
        word.text.push('$');
    }

    fn next_is(&mut self, c: char) -> bool {
        self.chars.peek().is_some_and(|(_, next)| *next == c)
    }

    fn word(&mut self, start: usize) -> &mut Word {
        self.word.get_or_insert_with(|| Word {
            text: Zeroizing::new(String::new()),
            start,
            equals: None,
            expands: false,
        })
    }

    fn end_word(&mut self) {
        self.words.extend(self.word.take());
    }

    fn end_command(&mut self) {
        self.end_word();
        if !self.words.is_empty() {
            self.commands.push(core::mem::take(&mut self.words));
        }
    }
}
