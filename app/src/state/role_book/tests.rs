use proptest::prelude::*;

use super::RoleBook;
use crate::state::saved_role::{Colour, SavedRole};

fn role(name: &str) -> SavedRole {
    SavedRole::new(format!("arn:aws:iam::222222222222:role/{name}").parse().unwrap())
}

#[test]
fn saving_a_role_twice_keeps_one() {
    let mut book = RoleBook::default();
    book.save(role("a"));
    book.save(role("b"));
    book.save(SavedRole { label: "first".into(), ..role("a") });
    let titles: Vec<&str> = book.roles().iter().map(SavedRole::title).collect();
    assert_eq!(titles, ["first", "b"]);
}

#[test]
fn one_bad_entry_does_not_take_the_others_with_it() {
    let book = RoleBook::from_stored(
        r#"[{"arn":"arn:aws:iam::222222222222:role/a"}, 7, {"arn":"nonsense"}, {"label":"no arn"}]"#,
    );
    assert_eq!(book.roles(), [role("a")]);
    assert_eq!(RoleBook::from_stored("{}"), RoleBook::default());
}

#[test]
fn removing_and_changing_are_by_role() {
    let mut book = RoleBook::default();
    book.save(role("a"));
    book.change(&role("a").arn, |entry| entry.favourite = true);
    book.change(&role("b").arn, |entry| entry.favourite = true);
    assert!(book.find(&role("a").arn).unwrap().favourite);
    assert_eq!(book.roles().len(), 1);
    book.remove(&role("a").arn);
    assert_eq!(book, RoleBook::default());
}

proptest! {
    #[test]
    fn what_is_stored_is_read_back(
        name in "[A-Za-z0-9_+=,.@-]{1,64}", label in ".{0,20}", colour in 0..6_usize, favourite: bool, mfa: bool,
        used_at in proptest::option::of(0..4_000_000_000_i64), destination in "[a-z0-9/?#=]{0,20}",
    ) {
        let mut book = RoleBook::default();
        book.save(SavedRole {
            label, colour: Colour::ALL[colour], favourite, mfa, used_at, destination,
            region: Some("ap-northeast-1".parse().unwrap()), ..role(&name)
        });
        prop_assert_eq!(RoleBook::from_stored(&book.to_stored()), book);
    }
}
