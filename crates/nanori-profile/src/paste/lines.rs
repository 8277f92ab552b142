//! Text made of lines: shell assignments and configuration sections, mixed as people paste them.

use super::assignment::{self, Assignment};
use super::block::{Block, Variable};
use super::words::UnclosedQuote;
use super::{PasteCode, PasteProblem};
use crate::Place;

/// Reads all blocks: one for each section, and one for each run of assignments outside of sections.
pub(super) fn read(text: &str, problems: &mut Vec<PasteProblem>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut in_section = false;
    for (index, line) in text.split('\n').enumerate() {
        let number = index.saturating_add(1);
        let line = line.trim_end_matches('\r');
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with(['#', ';']) || trimmed.starts_with("::") {
            continue;
        }
        if let Some(label) = section(trimmed) {
            blocks.push(Block::new(Some(label), Place::in_line(number, line, 0)));
            in_section = true;
            continue;
        }
        let shell = match assignment::shell(line) {
            Ok(found) => found,
            Err(UnclosedQuote(at)) => {
                let place = Place::in_line(number, line, at);
                problems.push(PasteProblem::at(PasteCode::UnclosedQuote, place));
                if let Some(block) = last(&mut blocks, place) {
                    block.spoil();
                }
                continue;
            }
        };
        // Within a section a bare `key=value` is a setting, whose value a shell would read differently.
        let is_setting = in_section
            && line.starts_with(|c: char| c.is_ascii_lowercase() || c == ' ')
            && !trimmed.starts_with("export ")
            && !trimmed.starts_with("set");
        match shell {
            Some(assignments) if !is_setting => {
                let known: Vec<_> = assignments.into_iter().filter_map(known).collect();
                if !known.is_empty() && in_section {
                    in_section = false;
                    blocks.push(Block::new(None, Place::in_line(number, line, 0)));
                }
                for (variable, found) in known {
                    add(&mut blocks, variable, found, (number, line), problems);
                }
            }
            _ => {
                if let Some((variable, found)) = assignment::ini(line).and_then(known) {
                    add(&mut blocks, variable, found, (number, line), problems);
                }
            }
        }
    }
    blocks
}

fn known(found: Assignment) -> Option<(Variable, Assignment)> {
    Variable::named(&found.name).map(|variable| (variable, found))
}

fn add(
    blocks: &mut Vec<Block>,
    variable: Variable,
    found: Assignment,
    (number, line): (usize, &str),
    problems: &mut Vec<PasteProblem>,
) {
    let place = Place::in_line(number, line, found.start);
    // A second key without a heading of its own begins another set.
    let another = variable == Variable::AccessKeyId
        && blocks.last().is_some_and(|block| block.label.is_none() && block.has(variable));
    if another {
        blocks.push(Block::new(None, Place::in_line(number, line, 0)));
    }
    let Some(block) = last(blocks, Place::in_line(number, line, 0)) else { return };
    if found.expands {
        problems.push(PasteProblem::at(PasteCode::Unexpanded, place));
        block.spoil();
    } else {
        block.set(variable, found.value, place);
    }
}

/// The block that is being filled; one without a heading is begun where there is none.
fn last(blocks: &mut Vec<Block>, place: Place) -> Option<&mut Block> {
    if blocks.is_empty() {
        blocks.push(Block::new(None, place));
    }
    blocks.last_mut()
}

/// The profile that a heading begins: `[name]` or `[profile name]`.
fn section(line: &str) -> Option<String> {
    let inner = line.strip_prefix('[')?;
    let inner = inner.split_once(']').map(|(name, _)| name)?.trim();
    let name = match inner.split_once([' ', '\t']) {
        Some(("profile", name)) => name.trim(),
        _ => inner,
    };
    Some(name.trim_matches(['"', '\'']).to_owned())
}
