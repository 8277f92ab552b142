use nanori_identity::Timestamp;

use super::time_left;

#[track_caller]
fn check(seconds: i64, text: Option<&str>) {
    let now: Timestamp = "2026-01-02T03:04:05Z".parse().unwrap();
    assert_eq!(time_left(now.plus(seconds), now).as_deref(), text);
}

#[test]
fn the_time_left_counts_down_to_nothing() {
    check(43_200, Some("12:00:00"));
    check(3_600, Some("1:00:00"));
    check(3_599, Some("59:59"));
    check(61, Some("1:01"));
    check(1, Some("0:01"));
    check(0, None);
    check(-5, None);
}
