//! The roles that the person keeps in this browser, in the order in which they were added.

use nanori_identity::RoleArn;

use super::saved_role::{SavedRole, StoredRole};

/// Saved roles; each role is in it once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleBook {
    roles: Vec<SavedRole>,
}

impl RoleBook {
    /// The book from its stored form. Entries that cannot be read are left out.
    pub fn from_stored(text: &str) -> Self {
        let stored: Vec<serde_json::Value> = serde_json::from_str(text).unwrap_or_default();
        let mut book = Self::default();
        for entry in stored {
            if let Some(role) = serde_json::from_value::<StoredRole>(entry).ok().and_then(StoredRole::read) {
                book.save(role);
            }
        }
        book
    }

    /// The stored form: a JSON list.
    pub fn to_stored(&self) -> String {
        let stored: Vec<StoredRole> = self.roles.iter().map(StoredRole::from).collect();
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// All roles.
    pub fn roles(&self) -> &[SavedRole] {
        &self.roles
    }

    /// The entry of `arn`.
    pub fn find(&self, arn: &RoleArn) -> Option<&SavedRole> {
        self.roles.iter().find(|role| role.arn == *arn)
    }

    /// Puts `role` in, in the place of the entry of the same role if there is one.
    pub fn save(&mut self, role: SavedRole) {
        match self.roles.iter_mut().find(|known| known.arn == role.arn) {
            Some(known) => *known = role,
            None => self.roles.push(role),
        }
    }

    /// Takes the entry of `arn` out.
    pub fn remove(&mut self, arn: &RoleArn) {
        self.roles.retain(|role| role.arn != *arn);
    }

    /// Changes the entry of `arn`, if there is one.
    pub fn change(&mut self, arn: &RoleArn, edit: impl FnOnce(&mut SavedRole)) {
        if let Some(role) = self.roles.iter_mut().find(|role| role.arn == *arn) {
            edit(role);
        }
    }
}

#[cfg(test)]
mod tests;
