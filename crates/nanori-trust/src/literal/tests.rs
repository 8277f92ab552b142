use proptest::prelude::*;

use super::{Block, base64, boolean, date, number};

#[test]
fn numbers() {
    assert_eq!(number("10"), Some(10.0));
    assert_eq!(number("-0.5"), Some(-0.5));
    for text in ["", "ten", "inf", "NaN", "1,5", "0x10", " 1", "e"] {
        assert_eq!(number(text), None, "{text}");
    }
}

#[test]
fn booleans() {
    assert_eq!(boolean("True"), Some(true));
    assert_eq!(boolean("FALSE"), Some(false));
    assert_eq!(boolean("yes"), None);
}

#[test]
fn dates() {
    assert_eq!(date("1970-01-01T00:00:00Z"), Some(0));
    assert_eq!(date("2026"), date("2026-01-01T00:00:00Z"));
    assert_eq!(date("2026-02"), date("2026-02-01"));
    assert_eq!(date("2026-01-02T03:04Z"), Some(1_767_323_040_000));
    assert_eq!(date("2026-01-02T12:04:05.678+09:00"), Some(1_767_323_045_678));
    assert_eq!(date("1767323045"), Some(1_767_323_045_000));
    assert_eq!(date("0"), Some(0));
    for text in [
        "",
        "2026-13",
        "2026-02-29",
        "2026-01-02T",
        "2026-01-02T03Z",
        "2026-01T03:04Z",
        "2026-01-02T24:00Z",
        "2026-01-02T03:04",
        "2026-01-02 03:04Z",
        "tomorrow",
        "20260102T030405Z",
    ] {
        assert_eq!(date(text), None, "{text}");
    }
}

#[test]
fn blocks() {
    let inside = |block, address| Block::parse(block).expect("a block").contains(address);
    assert!(inside("203.0.113.0/24", "203.0.113.255"));
    assert!(!inside("203.0.113.0/24", "203.0.114.0"));
    assert!(inside("203.0.113.7", "203.0.113.7"));
    assert!(inside("0.0.0.0/0", "8.8.8.8"));
    assert!(!inside("0.0.0.0/0", "::1"));
    assert!(inside("2001:DB8:1234:5678::/64", "2001:db8:1234:5678::1"));
    assert!(inside("::/0", "2001:db8::1"));
    for text in ["", "203.0.113", "203.0.113.0/33", "203.0.113.0/", "::/129", "203.0.113.0/+8"] {
        assert_eq!(Block::parse(text), None, "{text}");
    }
}

#[test]
fn bytes() {
    assert_eq!(base64("QmluYXJ5VmFsdWVJbkJhc2U2NA=="), Some(b"BinaryValueInBase64".to_vec()));
    assert_eq!(base64(""), Some(Vec::new()));
    for text in ["Q", "QQ", "Q===", "Q*==", "===="] {
        assert_eq!(base64(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn nothing_panics(text in r"[0-9TZ:+\-./a-fé=]{0,24}") {
        let _ = (number(&text), date(&text), Block::parse(&text), base64(&text));
    }
}
