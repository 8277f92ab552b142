use super::{Group, rows};
use crate::state::saved_role::SavedRole;

fn role(name: &str) -> SavedRole {
    SavedRole::new(format!("arn:aws:iam::222222222222:role/{name}").parse().unwrap())
}

#[track_caller]
fn check(saved: &[SavedRole], typed: &str, expected: &[(Group, &[&str])]) {
    let rows = rows(saved, None, typed);
    let titles: Vec<(Group, Vec<&str>)> = rows
        .groups
        .iter()
        .map(|(group, roles)| (*group, roles.iter().map(SavedRole::title).collect()))
        .collect();
    let expected: Vec<(Group, Vec<&str>)> =
        expected.iter().map(|(group, titles)| (*group, titles.to_vec())).collect();
    assert_eq!(titles, expected);
}

#[test]
fn groups_come_in_the_order_of_use() {
    let saved = [
        role("zebra"),
        SavedRole { used_at: Some(1), ..role("older") },
        SavedRole { favourite: true, used_at: Some(9), ..role("favourite") },
        SavedRole { used_at: Some(2), ..role("newer") },
        role("Apple"),
    ];
    check(
        &saved,
        " ",
        &[
            (Group::Favourites, &["favourite"]),
            (Group::Recent, &["newer", "older"]),
            (Group::Others, &["Apple", "zebra"]),
        ],
    );
    check(&saved, "er", &[(Group::Found, &["newer", "older"])]);
    check(&saved, "nothing", &[]);
}

#[test]
fn recent_ones_are_few_and_the_older_go_to_the_rest() {
    let saved: Vec<SavedRole> =
        (0..7).map(|n| SavedRole { used_at: Some(n), ..role(&format!("r{n}")) }).collect();
    check(&saved, "", &[(Group::Recent, &["r6", "r5", "r4", "r3", "r2"]), (Group::Others, &["r0", "r1"])]);
}

#[test]
fn a_linked_role_comes_first_and_hundreds_are_cut_with_a_count() {
    let saved: Vec<SavedRole> = (0..250).map(|n| role(&format!("r{n}"))).collect();
    let found = rows(&saved, Some(&role("linked")), "");
    assert_eq!(found.groups[0], (Group::Link, vec![role("linked")]));
    assert_eq!((found.roles().count(), found.hidden), (200, 51));
}
