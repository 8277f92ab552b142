use super::*;

/// RFC 6238 appendix B, SHA-1, cut to six digits.
const RFC_SEED: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

#[track_caller]
fn check(seconds: i64, expected: &str) {
    let now = DateTime::from_timestamp(seconds, 0).unwrap();
    assert_eq!(code(&Secret::new(RFC_SEED), step_at(now)).as_deref(), Some(expected));
}

#[test]
fn codes_equal_the_standard_s() {
    check(59, "287082");
    check(1_111_111_109, "081804");
    check(1_111_111_111, "050471");
    check(1_234_567_890, "005924");
    check(2_000_000_000, "279037");
    check(20_000_000_000, "353130");
}

#[test]
fn a_code_works_once_and_one_step_to_either_side() {
    let seed = Secret::new(RFC_SEED);
    let now = DateTime::from_timestamp(1_234_567_890, 0).unwrap();
    let step = step_at(now);
    assert_eq!(accepted_step(&seed, "005924", now, None), Some(step));
    assert_eq!(accepted_step(&seed, "005924", now, Some(step)), None);
    let before = code(&seed, step - 1).unwrap();
    assert_eq!(accepted_step(&seed, &before, now, None), Some(step - 1));
    assert_eq!(accepted_step(&seed, &before, now, Some(step)), None);
    let stale = code(&seed, step - 2).unwrap();
    assert_eq!(accepted_step(&seed, &stale, now, None), None);
}

#[test]
fn a_seed_that_is_not_base32_is_refused() {
    assert!(!is_valid_seed(&Secret::new("not base32!")));
    assert!(!is_valid_seed(&Secret::new("")));
    assert!(is_valid_seed(&Secret::new("jbswy3dpehpk3pxp")));
}
