//! Logout: ends every console session of the browser, then goes where `redirect_uri` says, if that is AWS itself.

use http::header::SET_COOKIE;
use http::{HeaderValue, Response, StatusCode};
use hyper::body::Bytes;
use url::Url;

use super::destination::{Destination, is_own};
use crate::state::State;
use crate::sts::parameters::Parameters;
use crate::{answer, html};

/// Sign-in hosts that honour `redirect_uri`; the regional ones too.
const SIGNIN_HOST: &str = "signin.aws.amazon.com";

/// Signs the browser out.
pub fn logout(
    parameters: &Parameters,
    browser: Option<&str>,
    state: &mut State,
    own_host: &str,
) -> Response<Bytes> {
    if let Some(browser) = browser.and_then(|name| state.browsers.get_mut(name)) {
        browser.sessions.clear();
    }
    let next = parameters.text("redirect_uri").and_then(|text| allowed(text, own_host));
    let mut response = match next {
        Some(location) => answer::redirect(&location),
        None => {
            let body = "<h1>You are signed out</h1><p id=\"reason\" data-code=\"signed-out\">No console session is left in this browser.</p>";
            answer::page(StatusCode::OK, html::page("Signed out", body))
        }
    };
    // Clearing the data is AWS's own habit; the browser keeps its cookie, which holds the multi-session setting.
    response
        .headers_mut()
        .append(SET_COOKIE, HeaderValue::from_static("local-aws-signed-in=; Path=/; Max-Age=0"));
    response
}

/// The place on this server that `text` stands for: an address of this server, a sign-in host or a console host.
fn allowed(text: &str, own_host: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let host = url.host_str()?;
    let path_and_query = || match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    };
    let plain = url.username().is_empty() && url.password().is_none();
    if !plain {
        return None;
    }
    let is_signin = url.scheme() == "https"
        && url.port().is_none()
        && (host == SIGNIN_HOST
            || host.strip_suffix(SIGNIN_HOST).is_some_and(|prefix| prefix.ends_with('.')));
    if is_own(&url, own_host) || is_signin {
        return Some(path_and_query());
    }
    Destination::parse(text, "aws", own_host).ok().map(|destination| destination.location)
}
