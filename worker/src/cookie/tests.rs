use super::*;

#[test]
fn the_value_is_found_among_others() {
    assert_eq!(value("__Host-nanori=abc"), Some("abc"));
    assert_eq!(value("a=b; __Host-nanori=abc; c=d"), Some("abc"));
    assert_eq!(value("a=b"), None);
    assert_eq!(value("x__Host-nanori=abc"), None);
    assert_eq!(value("__Host-nanorix=abc"), None);
}

#[test]
fn two_of_the_name_are_none() {
    assert_eq!(value("__Host-nanori=abc; __Host-nanori=def"), None);
}

#[test]
fn the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    assert_eq!(keep("v", 60), "__Host-nanori=v; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Strict");
    assert!(remove().contains("Max-Age=0"));
}
