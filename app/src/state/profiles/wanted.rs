//! The profiles that shall stand in the managed block: those that do already, and new ones; clashes with the rest.

#[cfg(test)]
mod tests;

use nanori_profile::{Document, Generated, Merge, ProfileError, ProfileName};

/// The profiles of the managed block as the person wants them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// In the order in which they will stand.
    pub profiles: Vec<Generated>,
}

impl Wanted {
    /// What stands in the block of the file.
    ///
    /// # Errors
    /// [`ProfileError::ManagedBlock`] for marks that do not pair.
    pub fn of(document: &Document) -> Result<Self, ProfileError> {
        Merge::managed(document).map(|profiles| Self { profiles })
    }

    /// Puts a profile in, in the place of one of the same name.
    pub fn put(&mut self, profile: Generated) {
        match self.profiles.iter_mut().find(|known| known.name == profile.name) {
            Some(known) => *known = profile,
            None => self.profiles.push(profile),
        }
    }

    /// Takes a profile out.
    pub fn remove(&mut self, name: &ProfileName) {
        self.profiles.retain(|profile| profile.name != *name);
    }

    /// Gives a profile the first free name `{name}-2`, `{name}-3`, … that neither the block nor the file has.
    pub fn rename(&mut self, name: &ProfileName, document: &Document) {
        let free = (2..1000).find_map(|number| {
            let new: ProfileName = format!("{name}-{number}").parse().ok()?;
            let known = self.profiles.iter().any(|profile| profile.name == new);
            let heading = format!("[profile {new}]");
            (!known && !document.text().contains(&heading)).then_some(new)
        });
        let found = self.profiles.iter_mut().find(|profile| profile.name == *name);
        if let (Some(new), Some(profile)) = (free, found) {
            let rest = profile.section.split_once('\n').map_or("", |(_, rest)| rest);
            profile.section = format!("{}\n{rest}", new.config_heading());
            profile.name = new;
        }
    }
}
