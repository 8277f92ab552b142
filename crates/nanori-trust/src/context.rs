//! The request context: what condition keys and variables are looked up in.
//!
//! Keys are compared without regard to ASCII case, values as they are. A key holds a list of texts; most hold one. This is
//! only the table: which keys a caller brings is [`crate::Caller`]'s matter, which an action brings [`crate::Request`]'s.

#[cfg(test)]
mod tests;

/// Condition keys with their values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Few enough (about twenty) that looking through them beats hashing.
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    key: String,
    values: Vec<String>,
}

impl Context {
    /// A context without any key.
    #[must_use]
    pub fn new() -> Self {
        Context::default()
    }

    /// Sets `key` to `values`, in place of what it held. No values at all means that the key is absent.
    pub fn set<V: Into<String>>(&mut self, key: &str, values: impl IntoIterator<Item = V>) {
        self.remove(key);
        let values: Vec<String> = values.into_iter().map(Into::into).collect();
        if !values.is_empty() {
            self.entries.push(Entry { key: key.to_owned(), values });
        }
    }

    /// Takes `key` out.
    pub fn remove(&mut self, key: &str) {
        self.entries.retain(|entry| !entry.key.eq_ignore_ascii_case(key));
    }

    /// The values of `key`, or `None` if the request does not have it.
    #[must_use]
    pub fn values(&self, key: &str) -> Option<&[String]> {
        self.entries
            .iter()
            .find(|entry| entry.key.eq_ignore_ascii_case(key))
            .map(|entry| entry.values.as_slice())
    }

    /// The value of `key` if it has exactly one.
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&str> {
        match self.values(key) {
            Some([value]) => Some(value),
            _ => None,
        }
    }

    /// All keys as spelt when they were set, with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.entries.iter().map(|entry| (entry.key.as_str(), entry.values.as_slice()))
    }

    /// Takes over every key of `other`, which wins where both have one.
    pub fn extend(&mut self, other: &Context) {
        for (key, values) in other.iter() {
            self.set(key, values.iter().cloned());
        }
    }
}
