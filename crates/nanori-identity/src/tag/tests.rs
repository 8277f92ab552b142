use super::*;

#[test]
fn keys_are_unique_without_regard_to_case() {
    let tags = vec![Tag::new("Team", "a").unwrap(), Tag::new("team", "b").unwrap()];
    assert_eq!(Tags::new(tags), Err(IdentityError::DuplicateTag { key: "team".to_owned() }));
}

#[test]
fn limits_are_those_of_sts() {
    assert!(Tag::new("", "v").is_err());
    assert!(Tag::new(&"k".repeat(128), &"v".repeat(256)).is_ok());
    assert!(Tag::new(&"k".repeat(129), "").is_err());
    assert!(Tag::new("k", &"v".repeat(257)).is_err());
    assert!(Tag::new("部署", "開発 1").is_ok());
    assert!(Tag::new("a*", "").is_err());
    assert_eq!(Tag::new("aws:PrincipalTag", "").unwrap_err().code(), "reserved");
    let many = (0..51).map(|n| Tag::new(&format!("k{n}"), "").unwrap()).collect();
    assert_eq!(Tags::new(many).unwrap_err().code(), "too-many");
}
