use proptest::prelude::*;

use super::*;

#[test]
fn a_space_is_never_a_plus() {
    assert_eq!(component("a b+c/d~e*").to_string(), "a%20b%2Bc%2Fd~e%2A");
    assert_eq!(component("管").to_string(), "%E7%AE%A1");
    assert_eq!(path("/a b/c").to_string(), "/a%20b/c");
}

#[test]
fn hexadecimal_is_lower_case() {
    assert_eq!(hex(&[0x00, 0x0f, 0xa9, 0xff]), "000fa9ff");
}

proptest! {
    #[test]
    fn what_is_encoded_can_be_decoded_and_holds_only_unreserved(text in ".*") {
        let encoded = component(&text).to_string();
        prop_assert!(encoded.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%".contains(&b)));
        prop_assert_eq!(percent_encoding::percent_decode_str(&encoded).decode_utf8().unwrap(), text);
    }
}
