use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(message: &str, server: Option<&str>) {
    assert_eq!(server_time(message).map(Timestamp::amz_date).as_deref(), server);
}

#[test]
fn the_time_in_brackets_is_the_server_s() {
    check(
        "Signature expired: 20260102T030405Z is now earlier than 20260102T032905Z (20260102T033405Z - 5 min.)",
        Some("20260102T033405Z"),
    );
    check(
        "Signature not yet current: 20260102T040405Z is still later than 20260102T033905Z (20260102T033405Z + 5 min.)",
        Some("20260102T033405Z"),
    );
    check("Signature expired: 20260102T030405Z is now earlier than 20260102T032905Z", None);
    check("Signature expired (yesterday - 5 min.)", None);
    check("Rate exceeded", None);
}

proptest! {
    #[test]
    fn never_panics(message in "[(]?.*[(].* [-+].*") {
        let _ = server_time(&message);
    }
}
