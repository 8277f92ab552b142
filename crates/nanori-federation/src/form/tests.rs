use proptest::prelude::*;

use super::*;

#[test]
fn reads_what_browsers_write() {
    let fields = decode("role=a%2Fb&name=two+words&empty&plus=%2B").unwrap();
    let shown: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(shown, ["role=a/b", "name=two words", "empty=", "plus=+"]);
    assert_eq!(decode("a=1&A=2").unwrap_err().code(), "duplicate-parameter");
    assert_eq!(decode("a=1&%61=2").unwrap_err().code(), "duplicate-parameter");
    assert_eq!(decode("a=%ff").unwrap_err().code(), "encoding");
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(value in ".{0,40}", other in ".{0,40}") {
        let text = encode([("a", value.as_str()), ("b", &other)]);
        prop_assert!(text.is_ascii() && !text.contains('+'));
        prop_assert_eq!(decode(&text).unwrap(), vec![("a".to_owned(), value), ("b".to_owned(), other)]);
    }

    #[test]
    fn never_panics(text in ".*") {
        let _ = decode(&text);
    }
}
