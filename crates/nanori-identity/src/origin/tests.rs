use proptest::prelude::*;

use super::*;

#[test]
fn reads_what_a_browser_writes() {
    for (text, authority, host, loopback) in [
        ("https://portal.example.com", "portal.example.com", "portal.example.com", false),
        ("https://portal.example.com:8443", "portal.example.com:8443", "portal.example.com", false),
        ("https://192.0.2.7", "192.0.2.7", "192.0.2.7", false),
        ("https://localhost", "localhost", "localhost", true),
        ("http://localhost:8787", "localhost:8787", "localhost", true),
        ("http://127.0.0.1:4566", "127.0.0.1:4566", "127.0.0.1", true),
        ("http://127.0.0.1", "127.0.0.1", "127.0.0.1", true),
        ("http://[::1]:4566", "[::1]:4566", "[::1]", true),
        ("https://[::1]", "[::1]", "[::1]", true),
    ] {
        let origin: Origin = text.parse().unwrap();
        assert_eq!(
            (origin.to_string().as_str(), origin.authority(), origin.host(), origin.is_loopback()),
            (text, authority, host, loopback)
        );
    }
}

#[test]
fn refuses_what_is_no_origin_or_not_the_one_way_to_write_it() {
    for text in [
        "",
        "portal.example.com",
        "https://",
        "https://portal.example.com/",
        "https://portal.example.com:443",
        "http://localhost:80",
        "http://portal.example.com",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://0.0.0.0:4566",
        "http://127.0.0.1@evil.example",
        "https://user@portal.example.com",
        "https://Portal.example.com",
        "HTTPS://portal.example.com",
        "https://portal.example.com:08443",
        "https://portal.example.com:65536",
        "https://portal.example.com:0",
        "https://portal.example.com:",
        "https://portal.example.com?x",
        "https://portal.example.com#x",
        "https://portal..example.com",
        "https://portal.example.com.",
        "https://-portal.example.com",
        "https://ポータル.example",
        "https://127.1",
        "https://0x7f.0.0.1",
        "https://1.2.3.0x4",
        "https://[::1",
        "https://[::1]x",
        "https://[::2]",
        "https://portal.example.com\r\nx: y",
        "https://portal.example.com\\@evil.example",
        "ftp://portal.example.com",
        "null",
    ] {
        assert_eq!(text.parse::<Origin>().map_err(|error| error.code()), Err("form"), "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_accepted_is_an_uri_with_just_that_authority(text in "https?://[a-z0-9.:@/\\[\\]-]{0,30}") {
        if let Ok(origin) = text.parse::<Origin>() {
            prop_assert!(text.ends_with(origin.authority()));
            prop_assert!(!origin.authority().contains(['/', '@']));
            prop_assert!(origin.authority().starts_with(origin.host()));
        }
    }
}
