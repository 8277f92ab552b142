//! The one cookie: which browser this is. It says nothing by itself.

use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};

const NAME: &str = "local-aws-browser";

/// The browser's name in the request, if it has one.
pub fn read(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == NAME)
        .map(|(_, value)| value.to_owned())
}

/// `Set-Cookie` with the browser's name.
pub fn set(browser: &str) -> HeaderValue {
    HeaderValue::from_str(&format!("{NAME}={browser}; Path=/; HttpOnly; SameSite=Lax"))
        .unwrap_or(HeaderValue::from_static(""))
}
