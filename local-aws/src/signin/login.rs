//! login: takes a sign-in token, checks where it leads, and lets the browser into the console.

use chrono::{DateTime, Utc};
use http::header::SET_COOKIE;
use http::{Response, StatusCode};
use hyper::body::Bytes;

use super::browser::{Arrival, ConsoleSession};
use super::destination::Destination;
use super::refusal::Refusal;
use super::{cookie, token};
use crate::caller::Caller;
use crate::state::State;
use crate::sts::parameters::Parameters;
use crate::{answer, html, secret};

/// Where the browser goes between login and console.
pub const ARRIVAL_PATH: &str = "/signin/arrival";

/// Checks `Destination` and `SigninToken`; sends the browser on to [`ARRIVAL_PATH`].
pub fn login(
    parameters: &Parameters,
    state: &mut State,
    own_host: &str,
    now: DateTime<Utc>,
) -> Result<(Response<Bytes>, Caller), Refusal> {
    let required = |name: &str| {
        let message = format!("{name} is missing");
        parameters.text(name).ok_or_else(|| Refusal::bad_request("missing-parameter", message))
    };
    let destination = required("Destination")?;
    let name = required("SigninToken")?;
    // The partition of the destination is known only with the token; an unknown token is refused first.
    let held = state.signin_tokens.get(name).map(|token| token.caller.partition().to_owned());
    let partition = held.unwrap_or_else(|| "aws".to_owned());
    let destination = Destination::parse(destination, &partition, own_host)?;
    let token = token::redeem(name, state, now)?;
    let failed = |_| Refusal::bad_request("failure", "The operating system gave no random bytes");
    let caller = token.caller.clone();
    let session = ConsoleSession {
        name: secret::random_name().map_err(failed)?.chars().take(8).collect(),
        caller: token.caller,
        expires_at: token.console_expires_at,
        issuer: parameters.text("Issuer").map(str::to_owned),
    };
    let arrival = secret::random_name().map_err(failed)?;
    state.arrivals.insert(arrival.clone(), Arrival { session, location: destination.location });
    Ok((answer::redirect(&format!("{ARRIVAL_PATH}?arrival={arrival}")), caller))
}

/// The hop after the login: knows the browser by its cookie and opens the session, or says to log out first.
pub fn arrive(
    parameters: &Parameters,
    browser: Option<&str>,
    state: &mut State,
    now: DateTime<Utc>,
) -> Result<Response<Bytes>, Refusal> {
    let arrival = parameters
        .text("arrival")
        .and_then(|name| state.arrivals.remove(name))
        .ok_or_else(|| Refusal::bad_request("invalid-arrival", "This address has been used"))?;
    let failed = |_| Refusal::bad_request("failure", "The operating system gave no random bytes");
    let name = match browser.filter(|name| state.browsers.contains_key(*name)) {
        Some(name) => name.to_owned(),
        None => secret::random_name().map_err(failed)?,
    };
    let browser = state.browsers.entry(name.clone()).or_default();
    if !browser.admits(now) {
        return Ok(log_out_first());
    }
    let location = if browser.multi_session {
        with_session(&arrival.location, &arrival.session.name)
    } else {
        arrival.location
    };
    browser.open(arrival.session, now);
    let mut response = answer::redirect(&location);
    response.headers_mut().append(SET_COOKIE, cookie::set(&name));
    Ok(response)
}

/// AWS's page for a second login without multi-session.
fn log_out_first() -> Response<Bytes> {
    let body = "<h1>Amazon Web Services Sign-In</h1>\
        <p id=\"reason\" data-code=\"log-out-first\">You must first log out before logging into a different AWS account.</p>\
        <p>To logout, <a id=\"logout\" href=\"/oauth?Action=logout\">click here</a></p>";
    answer::page(StatusCode::BAD_REQUEST, html::page("Amazon Web Services Sign-In", body))
}

fn with_session(location: &str, name: &str) -> String {
    let (rest, fragment) = match location.split_once('#') {
        Some((rest, fragment)) => (rest, format!("#{fragment}")),
        None => (location, String::new()),
    };
    let joint = if rest.contains('?') { '&' } else { '?' };
    format!("{rest}{joint}session={name}{fragment}")
}
