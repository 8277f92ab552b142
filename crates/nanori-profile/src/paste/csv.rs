//! The CSV files that the IAM console gives out: `…_accessKeys.csv` and the older `credentials.csv` with a user name.

use zeroize::Zeroizing;

use super::block::{Block, Variable};
use super::{PasteCode, PasteProblem};
use crate::Place;

/// Whether the first line is a heading with a column for the access key id.
pub(super) fn looks_like(text: &str) -> bool {
    let heading = text.trim_start().lines().next().unwrap_or_default();
    heading.contains(',')
        && columns(heading).is_some_and(|names| names.contains(&Some(Variable::AccessKeyId)))
}

pub(super) fn read(text: &str, problems: &mut Vec<PasteProblem>) -> Vec<Block> {
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let names = lines.next().and_then(|(_, heading)| columns(heading)).unwrap_or_default();
    let mut blocks = Vec::new();
    for (index, line) in lines {
        let number = index.saturating_add(1);
        let place = Place::in_line(number, line, 0);
        let Some(cells) = cells(line).filter(|cells| cells.len() >= names.len()) else {
            problems.push(PasteProblem::at(PasteCode::BadCsv, place));
            continue;
        };
        let mut block = Block::new(None, place);
        for (variable, (at, value)) in names.iter().zip(cells) {
            if let Some(variable) = variable {
                block.set(*variable, value, Place::in_line(number, line, at));
            }
        }
        blocks.push(block);
    }
    blocks
}

fn columns(heading: &str) -> Option<Vec<Option<Variable>>> {
    Some(cells(heading)?.iter().map(|(_, name)| Variable::named(name)).collect())
}

/// The cells with the byte offset of each; `None` for an unclosed quote. A quote in a quoted cell is doubled (RFC 4180).
fn cells(line: &str) -> Option<Vec<(usize, Zeroizing<String>)>> {
    let mut cells = Vec::new();
    let mut cell = Zeroizing::new(String::new());
    let (mut start, mut quoted) = (0_usize, false);
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' if quoted && chars.peek().is_some_and(|(_, next)| *next == '"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => {
                cells.push((start, core::mem::take(&mut cell)));
                start = at.saturating_add(1);
            }
            _ => cell.push(c),
        }
    }
    cells.push((start, cell));
    (!quoted).then_some(cells)
}
