//! The rows of the role list: groups while nothing is typed, the best matches first while something is.

use super::{role_search::search, saved_role::SavedRole};

/// The most rows that are shown; typing narrows the rest.
const MAX_ROWS: usize = 200;

/// The most roles of the group of recent ones.
const MAX_RECENT: usize = 5;

/// Why some roles stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// They match what is typed.
    Found,
    /// A link brought it, and it is not saved.
    Link,
    /// Marked by the person.
    Favourites,
    /// Used last.
    Recent,
    /// All the rest, by name.
    Others,
}

/// The rows in the order in which they show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleRows {
    /// Groups, none of them empty.
    pub groups: Vec<(Group, Vec<SavedRole>)>,
    /// How many more there are than are shown.
    pub hidden: usize,
}

impl RoleRows {
    /// The roles in the order in which they show.
    pub fn roles(&self) -> impl Iterator<Item = &SavedRole> {
        self.groups.iter().flat_map(|(_, roles)| roles)
    }
}

/// The rows for `typed`. A role of a `link` that is not saved comes first.
pub fn rows(saved: &[SavedRole], link: Option<&SavedRole>, typed: &str) -> RoleRows {
    let place = |place: usize| saved.get(place).cloned();
    let link: Vec<SavedRole> = link.into_iter().cloned().collect();
    if !typed.trim().is_empty() {
        let found: Vec<SavedRole> = search(saved, typed).into_iter().filter_map(place).collect();
        return cut(vec![(Group::Found, found)]);
    }
    let mut others: Vec<SavedRole> = Vec::new();
    let (mut favourites, mut used): (Vec<SavedRole>, Vec<SavedRole>) = (Vec::new(), Vec::new());
    for role in saved {
        match role {
            role if role.favourite => favourites.push(role.clone()),
            role if role.used_at.is_some() => used.push(role.clone()),
            role => others.push(role.clone()),
        }
    }
    used.sort_by_key(|role| core::cmp::Reverse(role.used_at));
    others.extend(used.split_off(used.len().min(MAX_RECENT)));
    for group in [&mut favourites, &mut others] {
        group.sort_by_key(|role| role.title().to_lowercase());
    }
    cut(vec![
        (Group::Link, link),
        (Group::Favourites, favourites),
        (Group::Recent, used),
        (Group::Others, others),
    ])
}

fn cut(groups: Vec<(Group, Vec<SavedRole>)>) -> RoleRows {
    let mut rows = RoleRows::default();
    let mut room = MAX_ROWS;
    for (group, mut roles) in groups {
        let shown = roles.len().min(room);
        rows.hidden += roles.len() - shown;
        room -= shown;
        roles.truncate(shown);
        if !roles.is_empty() {
            rows.groups.push((group, roles));
        }
    }
    rows
}

#[cfg(test)]
mod tests;
