//! Makes temporary credentials, remembers whose they are and writes them into an answer.

use chrono::{DateTime, TimeDelta, Utc};

use super::refusal::Refusal;
use super::xml;
use crate::caller::{Caller, Principal, Session};
use crate::clock::iso8601;
use crate::secret::{self, Secret};
use crate::state::{Issued, State};

/// Most credentials that are remembered; beyond it the ended ones are forgotten.
const REMEMBERED: usize = 100_000;

/// Credentials that have just been made.
#[derive(Debug)]
pub struct Credentials {
    /// Whose they are.
    pub caller: Caller,
    secret: Secret,
    token: Secret,
    expires_at: DateTime<Utc>,
}

/// Issues credentials for `principal` that end when `session` says.
pub fn issue(state: &mut State, principal: Principal, session: Session) -> Result<Credentials, Refusal> {
    if state.issued.len() >= REMEMBERED {
        let now = session.issued_at;
        state.issued.retain(|_, issued| !issued.is_expired(now));
    }
    let expires_at = session.expires_at;
    let caller = Caller { principal, access_key_id: secret::temporary_key_id()?, session: Some(session) };
    let (secret, token) = (secret::secret_access_key()?, secret::session_token()?);
    let issued = Issued { secret: secret.clone(), token: token.clone(), caller: caller.clone() };
    state.issued.insert(caller.access_key_id.clone(), issued);
    Ok(Credentials { caller, secret, token, expires_at })
}

/// `now` plus `seconds`.
pub fn after(now: DateTime<Utc>, seconds: u32) -> DateTime<Utc> {
    now.checked_add_signed(TimeDelta::seconds(i64::from(seconds))).unwrap_or(now)
}

impl Credentials {
    /// `<Credentials>…</Credentials>`
    pub fn xml(&self) -> String {
        let content = xml::element("AccessKeyId", &self.caller.access_key_id)
            + &xml::element("SecretAccessKey", self.secret.expose_secret())
            + &xml::element("SessionToken", self.token.expose_secret())
            + &xml::element("Expiration", &iso8601(self.expires_at));
        xml::nest("Credentials", &content)
    }

    /// The same as CloudTrail records it: without the secret, the token hidden.
    pub fn record(&self) -> serde_json::Value {
        serde_json::json!({
            "accessKeyId": self.caller.access_key_id,
            "sessionToken": "HIDDEN_DUE_TO_SECURITY_REASONS",
            "expiration": self.expires_at.format("%b %-d, %Y, %-I:%M:%S %p").to_string(),
        })
    }
}
