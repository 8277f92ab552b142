use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(text: &str, wanted: Result<(), &str>) {
    let found = text.parse::<SessionName>();
    assert_eq!(
        found.as_ref().map(|_| ()).map_err(ToString::to_string),
        wanted.map_err(ToOwned::to_owned),
        "{text}"
    );
    if let Ok(name) = found {
        assert_eq!(name.as_str(), text, "a name is never changed");
    }
}

#[test]
fn names_are_kept_or_refused() {
    check("work_api", Ok(()));
    check("Alice.B+c=d,e@f-g", Ok(()));
    check(&"a".repeat(64), Ok(()));
    check("x", Err("RoleSessionName has 1 characters, 2 to 64 are allowed"));
    check("", Err("RoleSessionName has 0 characters, 2 to 64 are allowed"));
    check(&"a".repeat(65), Err("RoleSessionName has 65 characters, 2 to 64 are allowed"));
    check(
        "a b",
        Err(
            "RoleSessionName has the character Some(' ') at position 1 (counted from 0), which is not allowed",
        ),
    );
    check(
        "ｗork",
        Err(
            "RoleSessionName has the character Some('ｗ') at position 0 (counted from 0), which is not allowed",
        ),
    );
    check(
        "名前",
        Err(
            "RoleSessionName has the character Some('名') at position 0 (counted from 0), which is not allowed",
        ),
    );
    check(
        "a/b",
        Err(
            "RoleSessionName has the character Some('/') at position 1 (counted from 0), which is not allowed",
        ),
    );
    check(
        "ab\n",
        Err(
            "RoleSessionName has the character Some('\\n') at position 2 (counted from 0), which is not allowed",
        ),
    );
}

#[test]
fn a_source_identity_may_not_pose_as_aws() {
    assert_eq!("aws:bob".parse::<SourceIdentity>().unwrap_err().code(), "reserved");
    assert_eq!("aws-bob".parse::<SourceIdentity>().unwrap().as_str(), "aws-bob");
}

proptest! {
    #[test]
    fn exactly_the_documented_set(text in any::<String>()) {
        let documented = (2..=64).contains(&text.chars().count())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || "_+=,.@-".contains(c));
        prop_assert_eq!(text.parse::<SessionName>().is_ok(), documented);
    }
}
