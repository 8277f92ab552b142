use super::{IdleClock, IdlePhase};

const MINUTE: f64 = 60_000.0;

#[track_caller]
fn check(clock: IdleClock, now_ms: f64, phase: IdlePhase) {
    assert_eq!(clock.phase(now_ms), phase);
}

#[test]
fn the_last_minute_warns_and_then_it_is_over() {
    let clock = IdleClock::started(1000.0, 15);
    check(clock, 1000.0, IdlePhase::Active);
    check(clock, 1000.0 + 14.0 * MINUTE - 1.0, IdlePhase::Active);
    check(clock, 1000.0 + 14.0 * MINUTE, IdlePhase::Warning { seconds_left: 60 });
    check(clock, 1000.0 + 15.0 * MINUTE - 1.0, IdlePhase::Warning { seconds_left: 1 });
    check(clock, 1000.0 + 15.0 * MINUTE, IdlePhase::Expired);
}

#[test]
fn a_touch_starts_anew_but_not_after_the_end() {
    let clock = IdleClock::started(0.0, 5);
    check(clock.touched(4.9 * MINUTE), 9.0 * MINUTE, IdlePhase::Warning { seconds_left: 54 });
    check(clock.touched(5.0 * MINUTE), 5.1 * MINUTE, IdlePhase::Expired);
}

#[test]
fn a_closed_lid_counts_and_a_clock_set_back_does_not() {
    let clock = IdleClock::started(100.0 * MINUTE, 5);
    check(clock, 900.0 * MINUTE, IdlePhase::Expired);
    check(clock, 0.0, IdlePhase::Active);
}

#[test]
fn a_shorter_time_counts_at_once() {
    let clock = IdleClock::started(0.0, 60);
    check(clock.allowing(5), 6.0 * MINUTE, IdlePhase::Expired);
}
