use proptest::prelude::*;

use super::*;

const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
const OTHER: &str = "_wECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

fn keys(current: &str, previous: Option<&str>) -> SealingKeys {
    SealingKeys::read(current, previous).unwrap()
}

#[test]
fn what_was_sealed_opens_for_the_same_key_and_purpose_only() {
    let sealed = keys(KEY, None).seal(b"plain", b"a", &[7; NONCE]).unwrap();
    assert!(!sealed.contains("plain"));
    assert_eq!(keys(KEY, None).open(&sealed, b"a").unwrap().as_slice(), b"plain");
    assert_eq!(keys(KEY, None).open(&sealed, b"b"), None);
    assert_eq!(keys(OTHER, None).open(&sealed, b"a"), None);
    assert_eq!(keys(OTHER, Some(KEY)).open(&sealed, b"a").unwrap().as_slice(), b"plain");
}

#[test]
fn a_key_is_32_bytes() {
    assert!(SealingKeys::read("", None).is_none());
    assert!(SealingKeys::read("AAEC", None).is_none());
    assert!(SealingKeys::read(KEY, Some("short")).is_none());
}

proptest! {
    #[test]
    fn no_changed_byte_goes_unseen(at in 0usize..29, bit in 0u8..8) {
        let sealed = keys(KEY, None).seal(b"plain", b"", &[7; NONCE]).unwrap();
        let mut bytes = Base64UrlUnpadded::decode_vec(&sealed).unwrap();
        bytes[at] ^= 1 << bit;
        prop_assert_eq!(keys(KEY, None).open(&Base64UrlUnpadded::encode_string(&bytes), b""), None);
    }

    #[test]
    fn never_panics(text in ".*") {
        prop_assert_eq!(keys(KEY, None).open(&text, b""), None);
    }
}
