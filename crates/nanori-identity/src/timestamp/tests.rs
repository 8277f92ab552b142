use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(text: &str, unix: i64) {
    assert_eq!(text.parse::<Timestamp>().map(Timestamp::unix), Ok(unix), "{text}");
}

#[test]
fn reads_both_forms() {
    check("1970-01-01T00:00:00Z", 0);
    check("20260102T030405Z", 1_767_323_045);
    check("2026-01-02T03:04:05Z", 1_767_323_045);
    check("2026-01-02T03:04:05.123Z", 1_767_323_045);
    check("2026-01-02T12:04:05+09:00", 1_767_323_045);
    check("2000-02-29T00:00:00Z", 951_782_400);
    check("9999-12-31T23:59:59Z", Timestamp::MAX);
}

#[test]
fn refuses_what_is_no_time() {
    for text in [
        "",
        "2026",
        "2026-01-02",
        "20260102T030405",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-02T24:00:00Z",
        "2026-01-02T03:04:05Z ",
        "2026-0102T03:04:05Z",
        "20260102T030405+0900",
        "1969-12-31T23:59:59Z",
        "２０２６0102T030405Z",
    ] {
        assert!(text.parse::<Timestamp>().is_err(), "{text}");
    }
}

#[test]
fn writes_what_aws_wants() {
    let time = Timestamp::from_unix(1_767_323_045).unwrap();
    assert_eq!(time.amz_date(), "20260102T030405Z");
    assert_eq!(time.scope_date(), "20260102");
    assert_eq!(time.to_string(), "2026-01-02T03:04:05Z");
}

proptest! {
    #[test]
    fn both_forms_round_trip(unix in 0..=Timestamp::MAX) {
        let time = Timestamp::from_unix(unix).unwrap();
        prop_assert_eq!(time.to_string().parse::<Timestamp>().unwrap(), time);
        prop_assert_eq!(time.amz_date().parse::<Timestamp>().unwrap(), time);
    }

    #[test]
    fn never_panics(text in ".*") {
        let _ = text.parse::<Timestamp>();
    }
}
