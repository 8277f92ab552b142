//! What edits change, line by line, with a little of what stands around.

use crate::{Document, Edit, FileKind};

/// A line of a diff, without its line end.
#[derive(Clone, PartialEq, Eq)]
pub enum Line {
    /// Lines that are not shown, and how many.
    Skipped(usize),
    /// A line that stays.
    Kept(String),
    /// A line that goes.
    Removed(String),
    /// A line that comes.
    Added(String),
}

/// A diff of one file. It shows the person's own text to that person; `Debug` shows only how many lines there are.
#[derive(Clone, PartialEq, Eq)]
pub struct Diff {
    /// The lines in order.
    pub lines: Vec<Line>,
}

impl Diff {
    /// The diff that `edits` of `file` make in `document`, with up to `context` unchanged lines around each.
    ///
    /// Needs no search for common lines, since the edits say what changes: time in proportion to the file and the edits.
    #[must_use]
    pub fn of(document: &Document, file: FileKind, edits: &[Edit], context: usize) -> Self {
        let mut edits: Vec<&Edit> = edits.iter().filter(|edit| edit.file == file).collect();
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let text = document.text();
        let mut out = Writer { lines: Vec::new(), context };
        let mut at = 0_usize;
        let mut pending = edits.into_iter().peekable();
        while let Some(first) = pending.next() {
            let start = document.line_range(first.range.start).start.max(at);
            out.kept(text.get(at..start).unwrap_or_default());
            // Edits of the same line are shown as one change.
            let mut end = line_end_after(document, first);
            let mut group = vec![first];
            while let Some(next) = pending.next_if(|next| document.line_range(next.range.start).start < end) {
                end = end.max(line_end_after(document, next));
                group.push(next);
            }
            let mut changed = String::new();
            let mut from = start;
            for edit in group {
                changed.push_str(text.get(from..edit.range.start).unwrap_or_default());
                changed.push_str(&edit.text);
                from = edit.range.end.max(from);
            }
            changed.push_str(text.get(from..end).unwrap_or_default());
            out.changed(text.get(start..end).unwrap_or_default(), &changed);
            at = end;
        }
        out.kept(text.get(at..).unwrap_or_default());
        Self { lines: out.lines }
    }
}

/// The end of the last line that an edit touches; an insertion between two lines touches neither.
fn line_end_after(document: &Document, edit: &Edit) -> usize {
    let line = document.line_range(edit.range.end);
    if line.start == edit.range.end { edit.range.end } else { line.end }
}

struct Writer {
    lines: Vec<Line>,
    context: usize,
}

impl Writer {
    fn kept(&mut self, text: &str) {
        let head = if self.lines.is_empty() { 0 } else { self.context };
        let skipped = text.lines().count().saturating_sub(head.saturating_add(self.context));
        let shown = |line: &str| Line::Kept(line.to_owned());
        if skipped <= 1 {
            self.lines.extend(text.lines().map(shown));
            return;
        }
        self.lines.extend(text.lines().take(head).map(shown));
        self.lines.push(Line::Skipped(skipped));
        let mut tail: Vec<Line> = text.lines().rev().take(self.context).map(shown).collect();
        tail.reverse();
        self.lines.append(&mut tail);
    }

    /// Lines that both begin or end with are kept lines.
    fn changed(&mut self, old: &str, new: &str) {
        let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
        let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let rest = old.len().min(new.len()).saturating_sub(same);
        let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
        let middle = |lines: &[&str]| {
            lines
                .get(same..lines.len().saturating_sub(tail))
                .unwrap_or_default()
                .iter()
                .map(|l| (*l).to_owned())
                .collect()
        };
        let (removed, added): (Vec<String>, Vec<String>) = (middle(&old), middle(&new));
        self.lines.extend(old.iter().take(same).map(|line| Line::Kept((*line).to_owned())));
        self.lines.extend(removed.into_iter().map(Line::Removed));
        self.lines.extend(added.into_iter().map(Line::Added));
        self.lines.extend(
            old.iter().skip(old.len().saturating_sub(tail)).map(|line| Line::Kept((*line).to_owned())),
        );
    }
}

impl core::fmt::Debug for Diff {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Diff({} lines)", self.lines.len())
    }
}
