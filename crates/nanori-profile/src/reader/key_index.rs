//! Which entry of a section has a key, in constant time however many there are.
//!
//! Most sections have a handful of keys, which are found faster by looking at each than by hashing.

use super::Entry;
use crate::name_map::NameMap;

/// From how many keys on an index is kept.
const MANY: usize = 24;

/// The index of one section's entries while they are gathered.
#[derive(Debug, Default)]
pub(super) struct KeyIndex {
    places: NameMap<String, usize>,
}

impl KeyIndex {
    /// The place of `key` in `entries`, which have only grown since the last call.
    pub(super) fn place(&mut self, entries: &[Entry<'_>], key: &str) -> Option<usize> {
        if entries.len() < MANY {
            return entries.iter().position(|entry| entry.key == key);
        }
        for (place, entry) in entries.iter().enumerate().skip(self.places.len()) {
            self.places.insert(entry.key.to_string(), place);
        }
        self.places.get(key).copied()
    }

    /// Forgets the entries: another section follows.
    pub(super) fn clear(&mut self) {
        self.places.clear();
    }
}
