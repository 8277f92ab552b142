//! Going through a whole account, slice by slice, so that the page stays alive meanwhile.
//!
//! `let mut reading = Reading::new(files, setting); while reading.step(100) { show(reading.progress()); … }`

use nanori_trust::{
    check::Setting,
    dump::{Dump, Row, Summary},
};

/// Documents and what has been found in them so far.
#[derive(Debug)]
pub struct Reading {
    documents: Vec<Document>,
    setting: Setting,
    /// Which document is being read, and how many of its roles were.
    at: (usize, usize),
    /// Every role so far.
    pub entries: Vec<Entry>,
    /// The roles so far, counted.
    pub summary: Summary,
}

/// One document that was dropped.
#[derive(Debug)]
struct Document {
    name: String,
    text: String,
    state: State,
}

#[derive(Debug)]
enum State {
    Waiting,
    Open(Dump),
    /// No JSON, or none with roles.
    Strange,
}

/// One role.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What was found.
    pub row: Row,
    document: usize,
    index: usize,
}

impl Reading {
    /// The documents by name and text, about to be read.
    pub fn new(files: Vec<(String, String)>, setting: Setting) -> Self {
        let documents = files.into_iter().map(|(name, text)| Document { name, text, state: State::Waiting });
        Self {
            documents: documents.collect(),
            setting,
            at: (0, 0),
            entries: Vec::new(),
            summary: Summary::default(),
        }
    }

    /// Opens the next document, or reads up to `roles` roles of the open one. False when nothing is left.
    pub fn step(&mut self, roles: usize) -> bool {
        let (place, from) = self.at;
        let Some(document) = self.documents.get_mut(place) else { return false };
        if matches!(document.state, State::Waiting) {
            document.state = match Dump::open(&document.text) {
                Ok(Some(dump)) => State::Open(dump),
                _ => State::Strange,
            };
            return true;
        }
        let State::Open(dump) = &document.state else {
            self.at = (place + 1, 0);
            return true;
        };
        let to = dump.len().min(from.saturating_add(roles));
        for index in from..to {
            if let Some(mut row) = dump.row(&document.text, index, &self.setting) {
                // A policy by itself does not say whose it is; its file does.
                if dump.len() == 1 && row.arn.is_none() {
                    row.name.clone_from(&document.name);
                }
                self.summary.add(&row);
                self.entries.push(Entry { row, document: place, index });
            }
        }
        self.at = if to == dump.len() { (place + 1, 0) } else { (place, to) };
        true
    }

    /// How far it is, from 0 to 1.
    pub fn progress(&self) -> f64 {
        let (place, done) = self.at;
        let part = match self.documents.get(place).map(|document| &document.state) {
            Some(State::Open(dump)) => done as f64 / dump.len().max(1) as f64,
            _ => 0.0,
        };
        (place as f64 + part) / self.documents.len().max(1) as f64
    }

    /// Names of the documents in which no roles were found.
    pub fn strange(&self) -> Vec<&str> {
        let strange = self.documents.iter().filter(|document| matches!(document.state, State::Strange));
        strange.map(|document| document.name.as_str()).collect()
    }

    /// The trust policy of a role, as text.
    pub fn policy(&self, entry: &Entry) -> Option<String> {
        let document = self.documents.get(entry.document)?;
        match &document.state {
            State::Open(dump) => dump.document(&document.text, entry.index),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
