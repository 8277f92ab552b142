//! The line of a document in which something stands, with the very characters marked.

use nanori_trust::Place;

/// More characters than this around a mark are left out.
const AROUND: usize = 60;

/// One line in three parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// Before the mark; begins with `…` if the line does not begin there.
    pub before: String,
    /// What is meant; ends with `…` if it goes on beyond the line.
    pub marked: String,
    /// After the mark.
    pub after: String,
}

impl Excerpt {
    /// The line of `text` where `place` begins.
    pub fn of(text: &str, place: Place) -> Self {
        let (start, end) = (place.start as usize, place.end as usize);
        let (Some(head), Some(tail)) = (text.get(..start), text.get(start..)) else { return Self::default() };
        let line_start = head.rfind('\n').map_or(0, |at| at + 1);
        let before = head.get(line_start..).unwrap_or_default().trim_start();
        let line = tail.split('\n').next().unwrap_or_default().trim_end_matches('\r');
        let length = end.saturating_sub(start);
        let marked = tail.get(..length).unwrap_or(line);
        let (marked, after) = match line.get(..marked.len()) {
            Some(marked) => (shortened(marked), line.get(marked.len()..).unwrap_or_default()),
            // It goes on in the next lines.
            None => (format!("{}…", first(line, 2 * AROUND)), ""),
        };
        Self { before: last(before, AROUND), marked, after: shortened_to(after, AROUND) }
    }
}

/// Where the characters of `place` stand as JavaScript counts them: in UTF-16 code units.
pub fn selection(text: &str, place: Place) -> (u32, u32) {
    let units = |to: u32| -> u32 {
        let head = text.get(..to as usize).unwrap_or(text);
        u32::try_from(head.chars().map(char::len_utf16).sum::<usize>()).unwrap_or(u32::MAX)
    };
    (units(place.start), units(place.end))
}

fn shortened(text: &str) -> String {
    shortened_to(text, 2 * AROUND)
}

fn shortened_to(text: &str, most: usize) -> String {
    let short = first(text, most);
    if short.len() == text.len() { text.to_owned() } else { format!("{short}…") }
}

fn first(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

fn last(text: &str, most: usize) -> String {
    let count = text.chars().count();
    match text.char_indices().nth(count.saturating_sub(most)) {
        Some((at, _)) if at > 0 => format!("…{}", text.get(at..).unwrap_or_default()),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
