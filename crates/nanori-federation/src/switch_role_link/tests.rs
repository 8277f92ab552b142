use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(text: &str, expected: &str) {
    let found = SwitchRoleLink::read(text).map_or_else(
        |error| error.code().to_owned(),
        |link| {
            format!(
                "{} {} {}",
                link.role,
                link.display_name.as_deref().unwrap_or("-"),
                link.color.as_deref().unwrap_or("-")
            )
        },
    );
    assert_eq!(found, expected, "{text}");
}

#[test]
fn reads_the_links_of_every_partition() {
    let role = "arn:aws:iam::222222222222:role/admin_role";
    check(
        "https://signin.aws.amazon.com/switchrole?account=222222222222&roleName=admin_role&displayName=Prod%20admin",
        &format!("{role} Prod admin -"),
    );
    check(
        "https://us-east-1.signin.aws.amazon.com/switchrole?src=nav&roleName=admin_role&account=2222-2222-2222&color=F2B0A9",
        &format!("{role} - f2b0a9"),
    );
    check(
        "https://eu-west-1.console.aws.amazon.com/switch-role?account=222222222222&roleName=admin_role&color=red",
        &format!("{role} - -"),
    );
    check(
        "https://signin.aws.amazon.com/switchrole?account=222222222222&roleName=team/a/admin_role#top",
        "arn:aws:iam::222222222222:role/team/a/admin_role - -",
    );
    check(
        "https://signin.aws.amazon.com/switchrole?account=222222222222&roleName=%2Fteam%2Fadmin_role",
        "arn:aws:iam::222222222222:role/team/admin_role - -",
    );
    check(
        "https://signin.amazonaws.cn/switchrole?account=222222222222&roleName=r",
        "arn:aws-cn:iam::222222222222:role/r - -",
    );
    check(
        "https://us-gov-west-1.signin.amazonaws-us-gov.com/switchrole?account=222222222222&roleName=r",
        "arn:aws-us-gov:iam::222222222222:role/r - -",
    );
    check(
        "https://eusc-de-east-1.signin.amazonaws-eusc.eu/switchrole?account=222222222222&roleName=r",
        "arn:aws-eusc:iam::222222222222:role/r - -",
    );
}

#[test]
fn refuses_what_is_no_such_link_with_the_reason() {
    let base = "https://signin.aws.amazon.com/switchrole";
    check(&format!("{base}?account=my-company&roleName=r"), "account-alias");
    check(&format!("{base}?account=1234&roleName=r"), "form");
    check(&format!("{base}?account=&roleName=r"), "missing-parameter");
    check(&format!("{base}?account=222222222222"), "missing-parameter");
    check(&format!("{base}?account=222222222222&roleName=a&roleName=b"), "duplicate-parameter");
    check(&format!("{base}?account=222222222222&roleName=a%20b"), "character");
    check(&format!("{base}?account=222222222222&roleName=a/"), "length");
    check(base, "missing-parameter");
    check("https://signin.aws.amazon.com/oauth?account=222222222222&roleName=r", "not-a-switch-role-link");
    check("https://evil.example/switchrole?account=222222222222&roleName=r", "not-a-switch-role-link");
    check("http://signin.aws.amazon.com/switchrole?account=222222222222&roleName=r", "not-an-address");
    check("admin_role", "not-an-address");
}

proptest! {
    #[test]
    fn never_panics(query in "(account|roleName|displayName|color|[a-z]{1,4}|&|=|%[0-9a-f]{0,2}|[0-9]{12}|/){0,12}") {
        let _ = SwitchRoleLink::read(&format!("https://signin.aws.amazon.com/switchrole?{query}"));
    }
}
