use super::*;

#[test]
fn a_burst_up_to_the_limit_then_one_at_a_time() {
    let mut buckets = Buckets::default();
    for _ in 0..60 {
        assert_eq!(buckets.take(Scope::Address, "a", 60, 0), Ok(()));
    }
    assert_eq!(buckets.take(Scope::Address, "a", 60, 0), Err(1));
    assert_eq!(buckets.take(Scope::Address, "a", 60, 999), Err(1));
    assert_eq!(buckets.take(Scope::Address, "a", 60, 1_001), Ok(()));
    assert_eq!(buckets.take(Scope::Address, "a", 60, 1_002), Err(1));
}

#[test]
fn scopes_and_keys_do_not_share() {
    let mut buckets = Buckets::default();
    assert_eq!(buckets.take(Scope::Address, "a", 1, 0), Ok(()));
    assert_eq!(buckets.take(Scope::Address, "a", 1, 0), Err(60));
    assert_eq!(buckets.take(Scope::Principal, "a", 1, 0), Ok(()));
    assert_eq!(buckets.take(Scope::Address, "b", 1, 0), Ok(()));
}

#[test]
fn memory_is_bounded() {
    let mut buckets = Buckets::default();
    for n in 0..(Buckets::MAX_KEYS * 2) {
        let _ = buckets.take(Scope::Address, &n.to_string(), 1, 0);
    }
    assert!(buckets.0.len() <= Buckets::MAX_KEYS);
}

#[test]
fn limits_are_positive_numbers() {
    assert_eq!(Limits::read(None, None), Some(Limits::DEFAULT));
    assert_eq!(Limits::read(Some("0".to_owned()), None), None);
    assert_eq!(Limits::read(None, Some("many".to_owned())), None);
}
