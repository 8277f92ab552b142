//! The assignments on one pasted line, whichever shell or file the line was written for.
//!
//! Knows how each shell spells `NAME = value`; knows nothing of what the names mean.

use zeroize::Zeroizing;

use super::words::{Dialect, UnclosedQuote, Word, commands};

/// `name = value` as found on a line.
pub(super) struct Assignment {
    pub name: String,
    pub value: Zeroizing<String>,
    /// Byte offset in the line at which the assignment begins.
    pub start: usize,
    /// Whether the shell would have replaced a variable in the value.
    pub expands: bool,
}

/// What a line that belongs to a shell says; `None` when it is not a shell's assignment.
///
/// Covers `export A=b`, `A=b`, `setenv A b`, fish `set -gx A b`, PowerShell `$Env:A = "b"`, cmd `set A=b` and `setx A b`.
pub(super) fn shell(line: &str) -> Result<Option<Vec<Assignment>>, UnclosedQuote> {
    let (indent, text) = without_prompt(line);
    let lower = text.to_ascii_lowercase();
    let shifted = |result: Result<Vec<Assignment>, UnclosedQuote>| match result {
        Ok(mut found) => {
            for assignment in &mut found {
                assignment.start = assignment.start.saturating_add(indent);
            }
            Ok(Some(found))
        }
        Err(UnclosedQuote(at)) => Err(UnclosedQuote(at.saturating_add(indent))),
    };
    if lower.starts_with("$env:") || lower.starts_with("${env:") {
        return shifted(powershell(text));
    }
    let mut parts = lower.split_ascii_whitespace();
    match (parts.next().unwrap_or_default().trim_start_matches('@'), parts.next().unwrap_or_default()) {
        ("set", flag) if flag.starts_with('-') => shifted(fish(text)),
        ("set", _) => shifted(cmd(text)),
        ("setx" | "setenv", _) => shifted(name_then_value(text)),
        ("unset" | "remove-item" | "rem", _) => Ok(Some(Vec::new())),
        ("export" | "declare" | "typeset" | "env", _) => shifted(posix(text)),
        _ if is_posix_assignment(text) => shifted(posix(text)),
        _ => Ok(None),
    }
}

/// `key = value` or `key: value` as a configuration file writes it: no quotes, ` #` and ` ;` begin a comment.
pub(super) fn ini(line: &str) -> Option<Assignment> {
    let start = line.len().saturating_sub(line.trim_start().len());
    let at = line.find('=').or_else(|| line.find(':'))?;
    let (name, value) = (line.get(..at)?.trim(), line.get(at.saturating_add(1)..)?.trim());
    let comment = [" #", " ;", "\t#", "\t;"].iter().filter_map(|mark| value.find(mark)).min();
    let value = comment.and_then(|end| value.get(..end)).unwrap_or(value).trim_end();
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-. ".contains(c));
    plain.then(|| Assignment {
        name: name.to_owned(),
        value: Zeroizing::new(value.to_owned()),
        start,
        expands: false,
    })
}

/// A copied prompt (`$ `, `% `, `PS C:\> `, `C:\> `) is not part of the command.
fn without_prompt(line: &str) -> (usize, &str) {
    let trimmed = line.trim_start();
    let prompt = ["$ ", "% ", "> "].iter().find_map(|prompt| trimmed.strip_prefix(prompt));
    let windows = ["PS ", "C:\\"]
        .iter()
        .find(|start| trimmed.starts_with(**start))
        .and_then(|_| trimmed.split_once('>'))
        .map(|(_, rest)| rest);
    let text = prompt.or(windows).unwrap_or(trimmed).trim_start();
    (line.len().saturating_sub(text.len()), text.trim_end())
}

fn is_posix_assignment(text: &str) -> bool {
    text.split_once('=').is_some_and(|(name, value)| is_name(name) && !value.starts_with([' ', '\t']))
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn posix(text: &str) -> Result<Vec<Assignment>, UnclosedQuote> {
    let words = commands(text, Dialect::Posix)?.into_iter().flatten();
    Ok(words.filter_map(|word| assignment_of(&word)).collect())
}

fn assignment_of(word: &Word) -> Option<Assignment> {
    let (name, value) = word.text.split_at_checked(word.equals?)?;
    let value = value.strip_prefix('=')?;
    is_name(name).then(|| Assignment {
        name: name.to_owned(),
        value: Zeroizing::new(value.to_owned()),
        start: word.start,
        expands: word.expands,
    })
}

fn fish(text: &str) -> Result<Vec<Assignment>, UnclosedQuote> {
    let found = commands(text, Dialect::Fish)?.into_iter().filter_map(|command| {
        let mut words = command.into_iter();
        (words.next()?.text.as_str() == "set").then_some(())?;
        let mut words = words.skip_while(|word| word.text.starts_with('-'));
        pair(words.next(), words.next())
    });
    Ok(found.collect())
}

fn name_then_value(text: &str) -> Result<Vec<Assignment>, UnclosedQuote> {
    let found = commands(text, Dialect::Posix)?.into_iter().filter_map(|command| {
        let mut words = command.into_iter().skip(1);
        pair(words.next(), words.next())
    });
    Ok(found.collect())
}

fn pair(name: Option<Word>, value: Option<Word>) -> Option<Assignment> {
    let (name, value) = (name?, value?);
    is_name(&name.text).then(|| Assignment {
        name: name.text.to_string(),
        start: name.start,
        expands: value.expands,
        value: value.text,
    })
}

/// cmd takes everything after the first `=` as it stands, up to `&`; `set "A=b"` ends at the last quote.
fn cmd(text: &str) -> Result<Vec<Assignment>, UnclosedQuote> {
    let mut found = Vec::new();
    let mut offset = 0_usize;
    for command in text.split(outside_quotes()) {
        let begin = offset;
        offset = offset.saturating_add(command.len()).saturating_add(1);
        let trimmed = command.trim().trim_start_matches('@');
        let Some((word, rest)) = trimmed.split_once([' ', '\t']) else { continue };
        if !word.eq_ignore_ascii_case("set") {
            continue;
        }
        let rest = rest.trim_start();
        let body = match rest.strip_prefix('"') {
            Some(quoted) => quoted.rsplit_once('"').map(|(body, _)| body).ok_or(UnclosedQuote(begin))?,
            None => rest,
        };
        let Some((name, value)) = body.split_once('=') else { continue };
        if is_name(name.trim()) {
            found.push(Assignment {
                name: name.trim().to_owned(),
                value: Zeroizing::new(value.trim().to_owned()),
                start: begin,
                expands: value.starts_with('%') && value.ends_with('%') && value.len() > 2,
            });
        }
    }
    Ok(found)
}

/// A pattern that matches each `&` outside of double quotes, when called for the characters in order.
fn outside_quotes() -> impl FnMut(char) -> bool {
    let mut quoted = false;
    move |c| {
        quoted ^= c == '"';
        c == '&' && !quoted
    }
}

fn powershell(text: &str) -> Result<Vec<Assignment>, UnclosedQuote> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let start = text.len().saturating_sub(rest.len());
        let Some((target, after)) = rest.split_once('=') else { break };
        let name = target.trim().trim_start_matches("${").trim_start_matches('$').trim_end_matches('}');
        let (value, expands, left) = powershell_value(after.trim_start())
            .ok_or_else(|| UnclosedQuote(text.len().saturating_sub(after.trim_start().len())))?;
        let scoped = name.get(..4).is_some_and(|scope| scope.eq_ignore_ascii_case("env:"));
        if let Some(name) = name.get(4..).filter(|name| scoped && is_name(name)) {
            found.push(Assignment { name: name.to_owned(), value, start, expands });
        }
        rest = left.split_once(';').map_or("", |(_, next)| next);
    }
    Ok(found)
}

/// The value at the start of `text`, whether PowerShell would expand it, and what follows; `None` for an unclosed quote.
fn powershell_value(text: &str) -> Option<(Zeroizing<String>, bool, &str)> {
    let mut value = Zeroizing::new(String::new());
    let mut expands = false;
    let Some(quote @ ('\'' | '"')) = text.chars().next() else {
        let end = text.find([' ', '\t', ';', '#']).unwrap_or(text.len());
        let (bare, rest) = text.split_at_checked(end)?;
        let cleared = bare.eq_ignore_ascii_case("$null");
        value.push_str(if cleared { "" } else { bare });
        return Some((value, !cleared && bare.starts_with('$'), rest));
    };
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            _ if c == quote && chars.peek().is_some_and(|(_, next)| *next == quote) => {
                chars.next();
                value.push(quote);
            }
            _ if c == quote => return Some((value, expands, text.get(at.saturating_add(1)..)?)),
            '`' if quote == '"' => value.push(chars.next()?.1),
            '$' if quote == '"' => {
                expands = true;
                value.push('$');
            }
            _ => value.push(c),
        }
    }
    None
}
