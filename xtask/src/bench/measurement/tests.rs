use super::*;

fn with(must: Must) -> Measurement {
    Measurement { id: "x", what: "", unit: "1/s", program: "x.mjs", expect: "", must }
}

#[track_caller]
fn check(must: Must, ours: f64, peer: f64, ratio: f64, holds: bool) {
    let output = format!("starting\n{{\"ours\": {ours}, \"peers\": {{\"other\": {peer}}}}}\n");
    let report = with(must).judge(&output).unwrap();
    assert_eq!((report.ratio, report.holds), (ratio, holds), "{must:?}");
}

#[test]
fn bounds_hold_at_the_bound_and_no_further() {
    check(Must::AtMost(100.0), 100.0, 1.0, 1.0, true);
    check(Must::AtMost(100.0), 150.0, 1.0, 1.5, false);
    check(Must::TimesAtLeast(3.0, "other"), 30.0, 10.0, 3.0, true);
    check(Must::TimesAtLeast(3.0, "other"), 29.0, 10.0, 2.9, false);
    check(Must::TimesAtMost(3.0, "other"), 30.0, 10.0, 3.0, true);
    check(Must::TimesAtMost(3.0, "other"), 31.0, 10.0, 3.1, false);
}

#[test]
fn a_result_without_the_compared_peer_is_refused() {
    for output in
        ["", "no result", "{\"ours\": 1}", "{\"ours\": 1, \"peers\": {\"other\": 0}}", "{\"peers\": {}}"]
    {
        assert!(with(Must::TimesAtLeast(1.0, "other")).judge(output).is_err(), "{output}");
    }
}

#[test]
fn ids_are_unique() {
    for (index, measurement) in ALL.iter().enumerate() {
        assert!(ALL.iter().skip(index + 1).all(|other| other.id != measurement.id), "{}", measurement.id);
    }
}
