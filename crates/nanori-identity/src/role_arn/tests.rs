use proptest::prelude::*;

use super::*;

#[test]
fn reads_path_and_name() {
    let role: RoleArn = "arn:aws:iam::222222222222:role/admin_role".parse().unwrap();
    assert_eq!((role.path(), role.name()), ("/", "admin_role"));
    let role: RoleArn = "arn:aws-us-gov:iam::222222222222:role/a/b/c+d".parse().unwrap();
    assert_eq!((role.path(), role.name(), role.partition()), ("/a/b/", "c+d", Partition::AwsUsGov));
}

#[test]
fn refuses_what_is_no_role() {
    for (arn, code) in [
        ("arn:aws:iam::222222222222:user/bob", "form"),
        ("arn:aws:iam::222222222222:role/", "length"),
        ("arn:aws:iam::22222222222:role/admin", "form"),
        ("arn:aws:iam:us-east-1:222222222222:role/admin", "form"),
        ("arn:aws:sts::222222222222:assumed-role/admin/bob", "form"),
        ("arn:aws-iso:iam::222222222222:role/admin", "isolated-partition"),
        ("arn:aws-mars:iam::222222222222:role/admin", "unknown-partition"),
        ("arn:aws:iam::222222222222:role/admin role", "character"),
        ("arn:aws:iam::222222222222:role/管理", "character"),
        (" arn:aws:iam::222222222222:role/admin", "character"),
        ("admin", "form"),
    ] {
        assert_eq!(arn.parse::<RoleArn>().unwrap_err().code(), code, "{arn}");
    }
    let long = format!("arn:aws:iam::222222222222:role/{}", "a".repeat(65));
    assert_eq!(
        long.parse::<RoleArn>().unwrap_err().to_string(),
        "RoleName has 65 characters, 1 to 64 are allowed"
    );
}

proptest! {
    #[test]
    fn parts_and_text_agree(path in "(/[a-z!~]{1,9}){0,3}/", name in "[A-Za-z0-9_+=,.@-]{1,64}") {
        let account: AccountId = "222222222222".parse().unwrap();
        let role = RoleArn::new(Partition::Aws, account, &path, &name).unwrap();
        prop_assert_eq!(role.as_str().parse::<RoleArn>().unwrap(), role);
    }

    #[test]
    fn never_panics(text in "(arn:)?.*") {
        let _ = text.parse::<RoleArn>();
    }
}
