use super::{Colour, SavedRole, StoredRole};

#[track_caller]
fn stored(json: &str) -> Option<SavedRole> {
    serde_json::from_str::<StoredRole>(json).unwrap().read()
}

#[test]
fn an_arn_is_enough() {
    let role = stored(r#"{"arn":"arn:aws:iam::222222222222:role/team/admin_role"}"#).unwrap();
    assert_eq!(role, SavedRole::new("arn:aws:iam::222222222222:role/team/admin_role".parse().unwrap()));
    assert_eq!(role.title(), "admin_role");
}

#[test]
fn a_region_of_another_partition_is_dropped_and_the_role_kept() {
    let role = stored(r#"{"arn":"arn:aws-cn:iam::222222222222:role/a","region":"us-east-1"}"#).unwrap();
    assert_eq!(role.region, None);
    let role = stored(r#"{"arn":"arn:aws-cn:iam::222222222222:role/a","region":"cn-north-1"}"#).unwrap();
    assert_eq!(role.region.unwrap().as_str(), "cn-north-1");
}

#[test]
fn an_entry_without_a_role_is_none() {
    assert_eq!(stored(r#"{"arn":"arn:aws:iam::222222222222:user/a"}"#), None);
}

#[test]
fn colours_of_switch_role_links_find_their_nearest() {
    assert_eq!(Colour::nearest("F2B0A9"), Colour::None);
    assert_eq!(Colour::nearest("FF0000"), Colour::Red);
    assert_eq!(Colour::nearest("FBBF24"), Colour::Amber);
    assert_eq!(Colour::nearest("22aa55"), Colour::Green);
    assert_eq!(Colour::nearest("1F6FEB"), Colour::Blue);
    assert_eq!(Colour::nearest("99BCE3"), Colour::None);
    for odd in ["", "red", "12345", "1234567", "zzzzzz", "赤赤"] {
        assert_eq!(Colour::nearest(odd), Colour::None, "{odd}");
    }
}
