//! The roles of an account as a table: which of them show, and the table as a file.

use nanori_trust::{
    check::{NameRule, Severity},
    dump::Row,
};

use super::account::Entry;

/// Which roles show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// All.
    #[default]
    All,
    /// Those that people enter without names being enforced.
    Nameless,
    /// Those with a grave finding.
    Grave,
}

impl Show {
    /// All choices.
    pub const ALL: [Self; 3] = [Self::All, Self::Nameless, Self::Grave];

    /// Whether a role is one of these.
    pub fn takes(self, row: &Row) -> bool {
        match self {
            Self::All => true,
            Self::Nameless => is_nameless(row),
            Self::Grave => row.gravest() == Some(Severity::Error),
        }
    }
}

/// Whether people can enter a role without names being enforced.
pub fn is_nameless(row: &Row) -> bool {
    row.names
        .is_none_or(|rule| !rule.is_enforced() && !matches!(rule, NameRule::ServicesOnly | NameRule::Nobody))
}

/// Places of the entries that show and whose name, ARN or principals contain `words`, whatever their case.
pub fn chosen(entries: &[Entry], show: Show, words: &str) -> Vec<usize> {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let found = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| show.takes(&entry.row) && words.iter().all(|word| mentions(&entry.row, word)));
    found.map(|(place, _)| place).collect()
}

/// The table as comma-separated values with a head, one role a line; RFC 4180.
pub fn csv(entries: &[Entry], places: &[usize]) -> String {
    let mut text = String::from("role,arn,who,names,findings\r\n");
    for Entry { row, .. } in places.iter().filter_map(|place| entries.get(*place)) {
        let who: Vec<&str> = row.entrants.iter().map(|entrant| entrant.name.as_str()).collect();
        let mut findings: Vec<&str> = row.findings.iter().map(|finding| finding.kind.code()).collect();
        findings.dedup();
        let fields = [
            row.name.as_str(),
            row.arn.as_ref().map_or("", |arn| arn.as_str()),
            &who.join(" "),
            row.names.map_or("unreadable", NameRule::code),
            &findings.join(" "),
        ];
        text.push_str(&fields.map(field).join(","));
        text.push_str("\r\n");
    }
    text
}

fn mentions(row: &Row, word: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(word);
    has(&row.name)
        || row.arn.as_ref().is_some_and(|arn| has(arn.as_str()))
        || row.entrants.iter().any(|entrant| has(&entrant.name))
}

/// Quoted where needed. A text that a spreadsheet would take for a formula gets an apostrophe before it.
fn field(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests;
