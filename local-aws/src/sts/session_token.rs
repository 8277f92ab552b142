//! GetSessionToken: temporary credentials for the user who signed, usually to carry MFA.

use super::call::{Call, Done};
use super::constraint::Constraints;
use super::issue::{after, issue};
use super::mfa;
use super::refusal::Refusal;
use crate::caller::{Origin, Principal, Session};
use crate::state::State;

/// Does the call.
pub fn answer(call: &Call<'_>, state: &mut State) -> Result<Done, Refusal> {
    let mut constraints = Constraints::new(call.parameters);
    mfa::constrain(&mut constraints);
    let duration = constraints.number("DurationSeconds", 900, 129_600);
    constraints.finish()?;
    if call.caller.session.is_some() {
        return Err(Refusal::access_denied("Cannot call GetSessionToken with session credentials"));
    }
    let is_root = matches!(call.caller.principal, Principal::Root { .. });
    let duration = match (is_root, duration) {
        (false, None) => 43_200,
        (false, Some(seconds)) => seconds,
        // Longer ones are cut to an hour for root users, as the API reference says.
        (true, seconds) => seconds.unwrap_or(3600).min(3600),
    };
    let mfa_at = mfa::prove(call.parameters, call.caller, state, call.now)?;
    let session = Session {
        origin: Origin::SessionToken,
        issued_at: call.now,
        expires_at: after(call.now, duration),
        mfa_at,
        source_identity: None,
        tags: Vec::new(),
        policies: Vec::new(),
        policy_arns: Vec::new(),
        console_duration_allowed: false,
    };
    let credentials = issue(state, call.caller.principal.clone(), session)?;
    Ok(Done {
        xml: credentials.xml(),
        response_elements: serde_json::json!({ "credentials": credentials.record() }),
        role: None,
    })
}
