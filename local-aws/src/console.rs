//! The console page: shows who is signed in, where, and until when; or how to come back when the session has ended.

use chrono::{DateTime, Utc};
use http::{Response, StatusCode};
use hyper::body::Bytes;

use crate::caller::Principal;
use crate::clock::iso8601;
use crate::directory::Directory;
use crate::html::{self, escape};
use crate::signin::browser::{Browser, ConsoleSession, MOST_SESSIONS};
use crate::state::State;
use crate::sts::parameters::Parameters;
use crate::{answer, secret};

/// Switches multi-session on or off for the browser, as AWS's account menu does.
pub const MULTI_SESSION_PATH: &str = "/console/multi-session";

/// Shows `path` to the browser.
pub fn show(
    path: &str,
    parameters: &Parameters,
    browser: Option<&str>,
    directory: &Directory,
    state: &mut State,
    now: DateTime<Utc>,
) -> Response<Bytes> {
    let Some(browser) = browser.and_then(|name| state.browsers.get_mut(name)) else { return signed_out() };
    let Some(session) = browser.session(parameters.text("session")).cloned() else { return signed_out() };
    if session.expires_at <= now {
        return expired(&session);
    }
    if let Some(region) = parameters.text("region") {
        browser.last_region = Some(region.to_owned());
    }
    let region = browser.last_region.clone().unwrap_or_else(|| "us-east-1".to_owned());
    answer::page(StatusCode::OK, greeting(path, &region, &session, browser, directory))
}

/// `enabled=true` or `enabled=false`; answers with the browser's cookie.
pub fn multi_session(parameters: &Parameters, browser: Option<&str>, state: &mut State) -> Response<Bytes> {
    let name = match browser.filter(|name| state.browsers.contains_key(*name)) {
        Some(name) => name.to_owned(),
        None => match secret::random_name() {
            Ok(name) => name,
            Err(_) => {
                return answer::text(StatusCode::INTERNAL_SERVER_ERROR, "text/plain", "no random bytes");
            }
        },
    };
    let enabled = parameters.text("enabled") != Some("false");
    state.browsers.entry(name.clone()).or_default().multi_session = enabled;
    let sentence = if enabled { "Multi-session is on." } else { "Multi-session is off." };
    let body = format!("<h1>Multi-session</h1><p id=\"multi-session\">{sentence}</p>");
    let mut response = answer::page(StatusCode::OK, html::page("Multi-session", &body));
    response.headers_mut().append(http::header::SET_COOKIE, crate::signin::cookie::set(&name));
    response
}

fn greeting(
    path: &str,
    region: &str,
    session: &ConsoleSession,
    browser: &Browser,
    directory: &Directory,
) -> String {
    let caller = &session.caller;
    let arn = caller.arn();
    // `assumed-role/admin_role/work_api`: what AWS shows at the top right.
    let who = arn.splitn(6, ':').nth(5).unwrap_or(&arn);
    let facts = caller.session.as_ref();
    let (role, name) = match &caller.principal {
        Principal::RoleSession { role, session_name } => (role.name.as_str(), session_name.as_str()),
        Principal::FederatedUser { name, .. } => ("", name.as_str()),
        Principal::User(user) => ("", user.name.as_str()),
        Principal::Root { .. } => ("", "root"),
    };
    let page = path.strip_prefix("/console").unwrap_or(path);
    let mfa = if facts.is_some_and(|facts| facts.mfa_at.is_some()) { "yes" } else { "no" };
    let source_identity = facts.and_then(|facts| facts.source_identity.as_deref()).unwrap_or("");
    let account = directory.account_label(caller.account());
    let expires = iso8601(session.expires_at);
    let rows = [
        ("account", "Account", account.as_str()),
        ("account-id", "Account ID", caller.account()),
        ("role", "Role", role),
        ("session-name", "Session name", name),
        ("arn", "ARN", &arn),
        ("region", "Region", region),
        ("page", "Page", page),
        ("expires", "Session ends", &expires),
        ("mfa", "MFA", mfa),
        ("source-identity", "Source identity", source_identity),
        ("issuer", "Issuer", session.issuer.as_deref().unwrap_or("")),
    ];
    let mut list = String::new();
    for (id, label, value) in rows.into_iter().filter(|(_, _, value)| !value.is_empty()) {
        list.push_str(&format!("<dt>{label}</dt><dd id=\"{id}\">{}</dd>", escape(value)));
    }
    let mut body = format!("<h1 id=\"who\">{}</h1><dl>{list}</dl>", escape(who));
    if browser.multi_session {
        body.push_str(&format!(
            "<p id=\"sessions\">Session {} of {MOST_SESSIONS} in this browser.</p>",
            browser.sessions.len()
        ));
    }
    body.push_str("<p><a id=\"logout\" href=\"/oauth?Action=logout\">Sign out</a></p>");
    html::page("AWS Management Console", &body)
}

/// AWS shows the issuer's link when the session has ended.
fn expired(session: &ConsoleSession) -> Response<Bytes> {
    let back = match &session.issuer {
        Some(issuer) if issuer.starts_with("https://") || issuer.starts_with("http://") => {
            let address = escape(issuer);
            format!("<p>To sign in again, go to <a id=\"issuer\" href=\"{address}\">{address}</a></p>")
        }
        _ => "<p>Sign in again where you came from.</p>".to_owned(),
    };
    let body = format!(
        "<h1>Your session has expired</h1><p id=\"reason\" data-code=\"session-expired\">{} is no longer signed in.</p>{back}",
        escape(&session.caller.arn())
    );
    answer::page(StatusCode::UNAUTHORIZED, html::page("Session expired", &body))
}

fn signed_out() -> Response<Bytes> {
    let body = "<h1>Amazon Web Services Sign-In</h1><p id=\"reason\" data-code=\"signed-out\">Nobody is signed in.</p>";
    answer::page(StatusCode::UNAUTHORIZED, html::page("Amazon Web Services Sign-In", body))
}
