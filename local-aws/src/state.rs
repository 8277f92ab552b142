//! What comes and goes while the local AWS runs: sessions, used MFA codes, sign-in tokens, consoles, the trail, faults.
//!
//! In memory only; a stop or a reset forgets all of it.

use std::collections::HashMap;
use std::fmt;

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::caller::Caller;
use crate::fault::Fault;
use crate::secret::Secret;
use crate::signin::browser::{Arrival, Browser};
use crate::signin::token::SigninToken;

/// Everything that can change.
#[derive(Default)]
pub struct State {
    /// Temporary credentials by access key id.
    pub issued: HashMap<String, Issued>,
    /// The last TOTP step accepted, by the device's serial.
    pub used_steps: HashMap<String, i64>,
    /// Sign-in tokens that have not been used.
    pub signin_tokens: HashMap<String, SigninToken>,
    /// Console sign-ins by the browser's cookie.
    pub browsers: HashMap<String, Browser>,
    /// Sign-ins on their way from the sign-in host to the console.
    pub arrivals: HashMap<String, Arrival>,
    /// CloudTrail records, newest last.
    pub trail: Vec<Value>,
    /// Faults waiting to happen.
    pub faults: Vec<Fault>,
}

/// Sign-in tokens and cookies are keys of these tables, so only their number is shown.
impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State")
            .field("issued", &self.issued.len())
            .field("signin_tokens", &self.signin_tokens.len())
            .field("browsers", &self.browsers.len())
            .field("trail", &self.trail.len())
            .field("faults", &self.faults.len())
            .finish_non_exhaustive()
    }
}

/// Temporary credentials that have been handed out.
#[derive(Debug, Clone)]
pub struct Issued {
    /// The secret access key.
    pub secret: Secret,
    /// The session token that must come with it.
    pub token: Secret,
    /// Who the credentials stand for.
    pub caller: Caller,
}

impl Issued {
    /// Whether the credentials have ended.
    pub fn is_expired(&self, now: DateTime<Utc>) -> bool {
        self.caller.session.as_ref().is_some_and(|session| session.expires_at <= now)
    }
}
