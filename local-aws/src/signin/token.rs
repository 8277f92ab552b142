//! getSigninToken: trades temporary credentials for a token that signs a browser in, once, within fifteen minutes.

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;

use super::refusal::Refusal;
use crate::caller::{Caller, Origin};
use crate::secret;
use crate::state::State;
use crate::sts::parameters::Parameters;

const LIFETIME: TimeDelta = TimeDelta::minutes(15);

/// A token that has not been used.
#[derive(Debug, Clone)]
pub struct SigninToken {
    /// Whose console it opens.
    pub caller: Caller,
    /// When the token ends.
    pub expires_at: DateTime<Utc>,
    /// When the console session ends.
    pub console_expires_at: DateTime<Utc>,
}

#[derive(Deserialize)]
struct SessionJson {
    #[serde(rename = "sessionId")]
    id: String,
    #[serde(rename = "sessionKey")]
    key: String,
    #[serde(rename = "sessionToken")]
    token: String,
}

/// Makes a token out of `Session` and `SessionDuration`; returns it with its owner.
pub fn make(
    parameters: &Parameters,
    state: &mut State,
    now: DateTime<Utc>,
) -> Result<(String, Caller), Refusal> {
    let text = parameters
        .text("Session")
        .ok_or_else(|| Refusal::bad_request("missing-session", "Session is missing"))?;
    let session: SessionJson = serde_json::from_str(text)
        .map_err(|_| Refusal::bad_request("malformed-session", "Session is not the JSON that is expected"))?;
    let refused = || Refusal::bad_request("invalid-credentials", "The credentials are not valid");
    let issued = state.issued.get(&session.id).ok_or_else(refused)?;
    let genuine =
        issued.secret.expose_secret() == session.key && issued.token.expose_secret() == session.token;
    let (true, Some(facts)) = (genuine, &issued.caller.session) else { return Err(refused()) };
    if issued.is_expired(now) {
        return Err(Refusal::bad_request("expired-credentials", "The credentials have expired"));
    }
    if facts.origin == Origin::SessionToken {
        let message = "Credentials of GetSessionToken cannot open the console";
        return Err(Refusal::bad_request("session-token-credentials", message));
    }
    let console_expires_at = match parameters.text("SessionDuration") {
        None => facts.expires_at,
        Some(_) if !facts.console_duration_allowed => {
            let message = "SessionDuration is not allowed with these credentials";
            return Err(Refusal::bad_request("session-duration-not-allowed", message));
        }
        Some(text) => {
            let seconds = text.parse::<u32>().ok().filter(|seconds| (900..=43_200).contains(seconds));
            let seconds = seconds.ok_or_else(|| {
                Refusal::bad_request(
                    "invalid-session-duration",
                    "SessionDuration must be between 900 and 43200",
                )
            })?;
            later(now, TimeDelta::seconds(i64::from(seconds)))
        }
    };
    let caller = issued.caller.clone();
    let failed = |_| Refusal {
        status: http::StatusCode::INTERNAL_SERVER_ERROR,
        code: "failure",
        message: String::new(),
    };
    let name = secret::signin_token().map_err(failed)?;
    state.signin_tokens.retain(|_, token| token.expires_at > now);
    let token = SigninToken { caller: caller.clone(), expires_at: later(now, LIFETIME), console_expires_at };
    state.signin_tokens.insert(name.clone(), token);
    Ok((name, caller))
}

/// Uses a token up.
pub fn redeem(name: &str, state: &mut State, now: DateTime<Utc>) -> Result<SigninToken, Refusal> {
    let refused = |code| Refusal::bad_request(code, "The sign-in token is invalid, expired or used");
    let token = state.signin_tokens.remove(name).ok_or_else(|| refused("invalid-signin-token"))?;
    if token.expires_at <= now {
        return Err(refused("expired-signin-token"));
    }
    Ok(token)
}

fn later(now: DateTime<Utc>, span: TimeDelta) -> DateTime<Utc> {
    now.checked_add_signed(span).unwrap_or(now)
}
