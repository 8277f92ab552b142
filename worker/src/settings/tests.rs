use super::*;

const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

fn read(pairs: &[(&str, &str)]) -> Result<Settings, Misconfigured> {
    Settings::read(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
}

#[track_caller]
fn refused(pairs: &[(&str, &str)], word: &str) {
    let reason = read(pairs).err().unwrap().0;
    assert!(reason.contains(word), "{reason}");
}

#[test]
fn production_needs_an_origin_and_a_key() {
    let settings = read(&[("PORTAL_ORIGIN", "https://portal.example.com"), ("SESSION_KEY", KEY)]).unwrap();
    assert!(settings.local_aws().is_none());
    refused(&[("SESSION_KEY", KEY)], "PORTAL_ORIGIN is missing");
    refused(&[("PORTAL_ORIGIN", "https://portal.example.com")], "SESSION_KEY");
    refused(
        &[("PORTAL_ORIGIN", "https://portal.example.com/x"), ("SESSION_KEY", KEY)],
        "PORTAL_ORIGIN must be",
    );
}

#[test]
fn another_aws_is_for_development_only() {
    let production = [("PORTAL_ORIGIN", "https://portal.example.com"), ("SESSION_KEY", KEY)];
    let with = |more: &[(&'static str, &'static str)]| [production.as_slice(), more].concat();
    refused(&with(&[("LOCAL_AWS_URL", "http://127.0.0.1:4566")]), "DEVELOPMENT is not true");
    refused(
        &with(&[("LOCAL_AWS_URL", "http://127.0.0.1:4566"), ("DEVELOPMENT", "false")]),
        "DEVELOPMENT is not true",
    );
    refused(&with(&[("LOCAL_AWS_URL", "https://evil.example"), ("DEVELOPMENT", "true")]), "loopback");
    refused(&with(&[("DEVELOPMENT", "yes")]), "true or false");
    let settings =
        read(&with(&[("LOCAL_AWS_URL", "http://127.0.0.1:4566"), ("DEVELOPMENT", "true")])).unwrap();
    assert_eq!(settings.local_aws().unwrap().as_str(), "http://127.0.0.1:4566");
    refused(&[("PORTAL_ORIGIN", "http://localhost:8787"), ("SESSION_KEY", KEY)], "loopback");
}
