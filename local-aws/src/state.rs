//! What comes and goes while the local AWS runs: sessions, used MFA codes, sign-in tokens, consoles, the trail, faults.
//!
//! In memory only; a stop or a reset forgets all of it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::caller::Caller;
use crate::fault::Fault;
use crate::secret::Secret;
use crate::signin::browser::Browser;
use crate::signin::token::SigninToken;

/// Everything that can change.
#[derive(Debug, Default)]
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
    pub arrivals: HashMap<String, crate::signin::browser::Arrival>,
    /// CloudTrail records, newest last.
    pub trail: Vec<Value>,
    /// Faults waiting to happen.
    pub faults: Vec<Fault>,
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
