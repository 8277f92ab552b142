//! The parameters of a call, from a form body or a query, and the lists that the Query protocol numbers.

use std::collections::BTreeMap;

/// Parameters by name. Of a repeated one the last counts.
#[derive(Debug, Default, Clone)]
pub struct Parameters(BTreeMap<String, String>);

impl Parameters {
    /// Reads `a=1&b=2`.
    pub fn parse(form: &[u8]) -> Self {
        Self(form_urlencoded::parse(form).into_owned().collect())
    }

    /// A parameter's value. An empty one counts as present.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// `Name.member.1`, `Name.member.2`, … in the order of their numbers.
    pub fn list(&self, name: &str) -> Vec<&str> {
        self.list_of(name, "")
    }

    /// `Name.member.1.field`, … in the order of their numbers.
    pub fn list_of(&self, name: &str, field: &str) -> Vec<&str> {
        self.numbers(name)
            .into_iter()
            .filter_map(|number| {
                let dot = if field.is_empty() { "" } else { "." };
                self.text(&format!("{name}.member.{number}{dot}{field}"))
            })
            .collect()
    }

    /// `Name.member.n.first` with `Name.member.n.second`; a missing second one is empty.
    pub fn pairs(&self, name: &str, first: &str, second: &str) -> Vec<(&str, &str)> {
        self.numbers(name)
            .into_iter()
            .filter_map(|number| {
                let key = self.text(&format!("{name}.member.{number}.{first}"))?;
                let value = self.text(&format!("{name}.member.{number}.{second}")).unwrap_or("");
                Some((key, value))
            })
            .collect()
    }

    fn numbers(&self, name: &str) -> Vec<u32> {
        let prefix = format!("{name}.member.");
        let mut numbers: Vec<u32> = self
            .0
            .keys()
            .filter_map(|key| key.strip_prefix(&prefix)?.split('.').next()?.parse().ok())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

#[cfg(test)]
mod tests;
