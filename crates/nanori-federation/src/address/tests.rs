use proptest::prelude::*;

use super::*;

#[test]
fn reads_host_path_and_query() {
    let address =
        Address::read("https://console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:?x/../y").unwrap();
    assert_eq!(
        (address.host, address.path, address.query),
        ("console.aws.amazon.com", "/ec2/home", "region=eu-west-1")
    );
    let address = Address::read("https://a.example").unwrap();
    assert_eq!((address.host, address.path, address.query), ("a.example", "", ""));
}

#[test]
fn refuses_whatever_a_browser_would_repair() {
    for text in [
        "",
        "http://a.example/",
        "HTTPS://a.example/",
        "https:/a.example/",
        "https:a.example/",
        "//a.example/",
        " https://a.example/",
        "https://a.example/ x",
        "https://a.example/\tx",
        "https://a.example\\@evil.example/",
        "https://user@a.example/",
        "https://user:pass@a.example/",
        "https://a.example:443/",
        "https://a.example:/",
        "https://A.example/",
        "https://a..example/",
        "https://.a.example/",
        "https://a.example./",
        "https:///x",
        "https://[::1]/",
        "https://0/",
        "https://127.1/",
        "https://a.0x7f/",
        "https://a%2eexample/",
        "https://a.example/é",
        "https://ａ.example/",
        "https://a.example/x/../y",
        "https://a.example/x/%2E%2e/y",
        "https://a.example/./y",
        "https://a.example/\"x",
        "https://a.example/<x>",
        "javascript:alert(1)//https://a.example/",
    ] {
        assert!(Address::read(text).is_err(), "{text}");
    }
    let long = format!("https://a.example/{}", "x".repeat(2048));
    assert_eq!(Address::read(&long).unwrap_err().code(), "too-long");
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "https://", "console.aws.amazon.com", "evil.example", "@", ":", "443", "/", "\\", "?", "#", ".", "..", "%2e",
            "%40", "%2F", "a", "-", "_", "[", "]", "é", "\t", "\n", " ", ";", "&", "=",
        ]).prop_map(str::to_owned),
        1 => ".{0,4}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    /// The url crate reads addresses as browsers do (WHATWG). What is accepted here, it reads alike and unchanged.
    #[test]
    fn what_is_accepted_browsers_read_alike(pieces in prop::collection::vec(piece(), 0..10)) {
        let text = format!("https://{}", pieces.concat());
        if let (Ok(address), Ok(url)) = (Address::read(&text), url::Url::parse(&text)) {
            prop_assert_eq!(url.host_str(), Some(address.host));
            prop_assert_eq!(url.path(), if address.path.is_empty() { "/" } else { address.path });
            prop_assert_eq!(url.query().unwrap_or_default(), address.query.replace('\'', "%27"));
            prop_assert!(url.username().is_empty() && url.password().is_none() && url.port().is_none());
            prop_assert_eq!(url.scheme(), "https");
        }
    }
}
