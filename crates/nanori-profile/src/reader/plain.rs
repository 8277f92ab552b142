//! Files in which every reader sees the same, told by one pass over the lines.
//!
//! Nearly all files are of this kind. For them one reading stands for all, and there is nothing to compare.

use crate::profile_name::is_identifier;
use crate::{Document, FileKind};

/// Whether both files are of that kind.
pub(crate) fn are_plain(config: Option<&Document>, credentials: Option<&Document>) -> bool {
    config.is_none_or(|config| is_plain(config, FileKind::Config))
        && credentials.is_none_or(|credentials| is_plain(credentials, FileKind::Credentials))
}

/// Whether every line of the file is of a form that all readers take alike. `false` says nothing about the file: it then
/// has to be read by each. Duplicates do not count here; Python's reader refuses them.
pub(crate) fn is_plain(document: &Document, kind: FileKind) -> bool {
    document.lines().all(|(_, line)| {
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        match line.as_bytes() {
            [] => true,
            [b'#' | b';', ..] => line.bytes().all(is_printable),
            [b'[', name @ .., b']'] => line.bytes().all(is_printable) && plain_heading(name, kind),
            bytes => plain_pair(bytes),
        }
    })
}

fn is_printable(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

fn plain_heading(heading: &[u8], kind: FileKind) -> bool {
    let prefixes: [&[u8]; 3] = [b"profile ", b"sso-session ", b"services "];
    let name = match kind {
        FileKind::Config if heading == b"default" => return true,
        FileKind::Config => prefixes.into_iter().find_map(|prefix| heading.strip_prefix(prefix)),
        // JavaScript's reader takes a dot for the end of a prefix.
        FileKind::Credentials => Some(heading).filter(|heading| !heading.contains(&b'.')),
    };
    let taken: [&[u8]; 3] = [b"DEFAULT", b"__proto__", b"default"];
    let own = |name: &[u8]| !taken.contains(&name) || kind == FileKind::Credentials && name == b"default";
    name.is_some_and(|name| {
        !name.is_empty() && name.iter().all(|byte| is_identifier(char::from(*byte))) && own(name)
    })
}

/// `key = value`: the key in small letters at the beginning of the line, a value, and nothing that begins a comment.
fn plain_pair(line: &[u8]) -> bool {
    let in_key = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-');
    let key = line.iter().take_while(|byte| in_key(byte)).count();
    let Some(rest) = line.get(key..).filter(|_| key > 0) else { return false };
    let blanks = rest.iter().take_while(|byte| **byte == b' ').count();
    let Some(value) = rest.get(blanks..).and_then(|rest| rest.strip_prefix(b"=")) else { return false };
    let mut before = b'=';
    let mut filled = false;
    for byte in value {
        if !is_printable(*byte) || matches!((before, byte), (b' ' | b'=', b'#' | b';')) {
            return false;
        }
        filled |= *byte != b' ';
        before = *byte;
    }
    filled
}
