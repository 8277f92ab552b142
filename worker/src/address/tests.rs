use super::counted;

#[track_caller]
fn check(address: &str, expected: &str) {
    assert_eq!(counted(address), expected);
}

#[test]
fn whoever_changes_within_what_was_given_is_counted_as_one() {
    check("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64");
    check("2001:DB8:1:2:ffff::1", "2001:db8:1:2::/64");
    check("2001:db8:1:2::", "2001:db8:1:2::/64");
    check("2001:db8:1:3::", "2001:db8:1:3::/64");
    check("::1", "0:0:0:0::/64");
}

#[test]
fn any_other_address_counts_as_itself() {
    check("192.0.2.7", "192.0.2.7");
    check("::ffff:192.0.2.7", "::ffff:192.0.2.7");
    check("unknown", "unknown");
    check("", "");
}
