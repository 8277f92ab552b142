//! One value written so that a shell reads exactly that value.
//!
//! Each function takes any text without control characters. Where a shell has no way to write a character that holds
//! both at its prompt and in a script, the character is refused rather than written in a way that sometimes works.

/// `'…'` for sh, bash, zsh, ksh: nothing is special inside but the quote itself, which is written `'\''`.
#[must_use]
pub fn posix(value: &str) -> Option<String> {
    plain(value).then(|| format!("'{}'", value.replace('\'', r"'\''")))
}

/// `'…'` for fish, where a backslash escapes a backslash or a quote.
#[must_use]
pub fn fish(value: &str) -> Option<String> {
    plain(value).then(|| format!("'{}'", value.replace('\\', r"\\").replace('\'', r"\'")))
}

/// `'…'` for PowerShell: a quote is doubled. PowerShell takes the typographic single quotes for quotes too.
#[must_use]
pub fn powershell(value: &str) -> Option<String> {
    let quoted = value.chars().flat_map(|c| {
        let twice = matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}');
        core::iter::once(c).chain(twice.then_some(c))
    });
    plain(value).then(|| core::iter::once('\'').chain(quoted).chain(core::iter::once('\'')).collect())
}

/// `"NAME=value"` for cmd's `set`: everything up to the last quote is the value, and `&|<>^` mean nothing inside.
///
/// `%` and `!` are refused, since no spelling of them means the same at the prompt and in a batch file, and so is `"`,
/// which would end the quoting for the characters after it.
#[must_use]
pub fn cmd(name: &str, value: &str) -> Option<String> {
    (plain(value) && !value.contains(['%', '!', '"'])).then(|| format!("\"{name}={value}\""))
}

/// A value for `.env` files as docker, Node and Python read alike: bare where nothing in it is special, else `'…'`.
///
/// Refused: a value that would need an escape (`'` or `\` beside another special character), which they read differently.
#[must_use]
pub fn dotenv(value: &str) -> Option<String> {
    let bare =
        !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || "_./+=:@,-".contains(c));
    if bare {
        return Some(value.to_owned());
    }
    (plain(value) && !value.contains(['\'', '\\'])).then(|| format!("'{value}'"))
}

/// A value for an INI file that every SDK reads alike: one line, no blanks around it, nothing that begins a comment.
#[must_use]
pub fn ini(value: &str) -> Option<&str> {
    let comment = [" #", " ;", "\t#", "\t;"].iter().any(|mark| value.contains(mark));
    let starts_comment = value.starts_with(['#', ';']);
    (plain(value) && !value.is_empty() && value.trim() == value && !comment && !starts_comment)
        .then_some(value)
}

fn plain(value: &str) -> bool {
    !value.chars().any(char::is_control)
}
