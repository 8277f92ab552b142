use insta::assert_snapshot;
use proptest::prelude::*;

use super::{RoleInput, RoleInputError};
use crate::state::saved_role::Colour;

#[track_caller]
fn arn(typed: &str) -> String {
    RoleInput::read(typed).unwrap().arn.to_string()
}

#[test]
fn arns_come_with_their_quotes_and_spaces() {
    assert_snapshot!(arn("arn:aws:iam::222222222222:role/team/a/admin_role"), @"arn:aws:iam::222222222222:role/team/a/admin_role");
    assert_snapshot!(arn(" \"arn:aws-cn:iam::222222222222:role/admin\"\n"), @"arn:aws-cn:iam::222222222222:role/admin");
}

#[test]
fn the_arn_of_a_role_session_tells_the_role_but_not_its_path() {
    let read =
        RoleInput::read("arn:aws:sts::222222222222:assumed-role/admin_role/botocore-session-1").unwrap();
    assert_snapshot!(read.arn, @"arn:aws:iam::222222222222:role/admin_role");
    assert!(read.path_unknown);
}

#[test]
fn account_and_role_in_a_few_ways() {
    for typed in [
        "222222222222/admin_role",
        "222222222222 admin_role",
        "222222222222:admin_role",
        "222222222222 /admin_role",
    ] {
        assert_eq!(arn(typed), "arn:aws:iam::222222222222:role/admin_role", "{typed}");
    }
    assert_snapshot!(arn("222222222222/team/admin_role"), @"arn:aws:iam::222222222222:role/team/admin_role");
}

#[test]
fn aws_switch_role_links_bring_name_and_colour() {
    let read = RoleInput::read(
        "https://signin.aws.amazon.com/switchrole?account=222222222222&roleName=team%2Fadmin_role&displayName=Prod%20EU&color=F22222",
    )
    .unwrap();
    assert_snapshot!(read.arn, @"arn:aws:iam::222222222222:role/team/admin_role");
    assert_eq!((read.label.as_str(), read.colour), ("Prod EU", Colour::Red));
    assert_snapshot!(
        arn("https://us-gov-west-1.signin.amazonaws-us-gov.com/switchrole?roleName=a&account=222222222222"),
        @"arn:aws-us-gov:iam::222222222222:role/a"
    );
}

#[test]
fn our_own_links_are_read_too() {
    assert_snapshot!(
        arn("https://nanori.example/switch?role=arn%3Aaws%3Aiam%3A%3A222222222222%3Arole%2Fadmin_role&region=eu-west-1"),
        @"arn:aws:iam::222222222222:role/admin_role"
    );
}

#[track_caller]
fn refused(typed: &str) -> RoleInputError {
    RoleInput::read(typed).unwrap_err()
}

#[test]
fn what_names_no_role_says_why() {
    assert_eq!(refused("  "), RoleInputError::Empty);
    assert_eq!(refused("admin_role"), RoleInputError::Unrecognised);
    assert_eq!(
        refused("https://signin.aws.amazon.com/switchrole?account=222222222222"),
        RoleInputError::IncompleteLink
    );
    assert_eq!(
        refused("https://signin.aws.amazon.com/switchrole?account=acme&roleName=a"),
        RoleInputError::AccountAlias { alias: "acme".into() }
    );
    assert!(matches!(refused("arn:aws:iam::222222222222:user/work_api"), RoleInputError::Refused(_)));
    assert!(matches!(refused("222222222222/"), RoleInputError::Refused(_)));
}

#[test]
fn a_host_that_only_looks_like_aws_is_not_aws() {
    for host in [
        "signin.aws.amazon.com.evil.example",
        "evilsignin.aws.amazon.com",
        "evil.example/signin.aws.amazon.com",
    ] {
        let link = format!("https://{host}/switchrole?account=222222222222&roleName=a");
        assert_eq!(refused(&link), RoleInputError::Unrecognised, "{host}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_a_panic(typed in "\\PC{0,80}") {
        let _ = RoleInput::read(&typed);
    }

    #[test]
    fn every_role_arn_is_itself(path in "(/[!-.0-~]{1,8}){0,3}", name in "[\\w&&[:ascii:]]{1,20}") {
        let text = format!("arn:aws:iam::222222222222:role{path}/{name}");
        prop_assert_eq!(arn(&text), text);
    }
}
