use proptest::prelude::*;

use super::search;
use crate::state::saved_role::SavedRole;

fn role(account: char, name: &str, label: &str) -> SavedRole {
    let account: String = std::iter::repeat_n(account, 12).collect();
    SavedRole {
        label: label.to_owned(),
        ..SavedRole::new(format!("arn:aws:iam::{account}:role/{name}").parse().unwrap())
    }
}

fn roles() -> Vec<SavedRole> {
    vec![
        role('1', "admin_role", "Production"),
        role('2', "admin_role", "開発"),
        role('3', "team/data/reader", ""),
        role('4', "DeployPipeline", "Staging deploy"),
    ]
}

#[track_caller]
fn check(typed: &str, titles: &[&str]) {
    let roles = roles();
    let found: Vec<&str> = search(&roles, typed).into_iter().map(|place| roles[place].title()).collect();
    assert_eq!(found, titles);
}

#[test]
fn nothing_typed_is_everything() {
    check("  ", &["Production", "開発", "reader", "Staging deploy"]);
}

#[test]
fn labels_names_accounts_and_paths_are_searched() {
    check("prod", &["Production"]);
    check("開", &["開発"]);
    check("3333", &["reader"]);
    check("team", &["reader"]);
    check("ADMIN", &["Production", "開発"]);
    check("admin 2222", &["開発"]);
    check("nobody", &[]);
}

#[test]
fn full_width_typing_finds_plain_names() {
    check("ａｄｍｉｎ　２２２", &["開発"]);
}

#[test]
fn a_beginning_beats_the_middle_and_letters_in_order_come_last() {
    check("deploy", &["Staging deploy"]);
    check("de", &["Staging deploy", "reader"]);
    check("dplpn", &["Staging deploy"]);
}

#[test]
fn a_favourite_then_the_most_recent_breaks_ties() {
    let mut roles = roles();
    roles[1].used_at = Some(9);
    assert_eq!(search(&roles, "admin"), [1, 0]);
    roles[0].favourite = true;
    assert_eq!(search(&roles, "admin"), [0, 1]);
}

proptest! {
    #[test]
    fn every_place_is_found_once_at_most(typed in ".{0,12}") {
        let roles = roles();
        let mut found = search(&roles, &typed);
        found.sort_unstable();
        found.dedup();
        prop_assert_eq!(found.len(), search(&roles, &typed).len());
        prop_assert!(found.iter().all(|place| *place < roles.len()));
    }
}
