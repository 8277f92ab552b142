//! Checks the MFA device and code that come with a call.
//!
//! The device must belong to the user who signed; a code works once.

use chrono::{DateTime, Utc};

use super::constraint::{Constraints, SERIAL};
use super::parameters::Parameters;
use super::refusal::Refusal;
use crate::caller::{Caller, Principal};
use crate::state::State;
use crate::totp;

/// Notes what is wrong with the form of `SerialNumber` and `TokenCode`.
pub fn constrain(constraints: &mut Constraints<'_>) {
    constraints.length("SerialNumber", 9, 256);
    constraints.charset("SerialNumber", SERIAL);
    constraints.length("TokenCode", 6, 6);
    constraints.digits("TokenCode");
}

/// When MFA was proved: now by a code in this call, or earlier by the caller's session, or not at all.
pub fn prove(
    parameters: &Parameters,
    caller: &Caller,
    state: &mut State,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, Refusal> {
    let (serial, typed) = match (parameters.text("SerialNumber"), parameters.text("TokenCode")) {
        (None, None) => return Ok(earlier(caller)),
        (Some(serial), Some(typed)) => (serial, typed),
        _ => {
            let message = "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.";
            return Err(Refusal::access_denied(message));
        }
    };
    let device = match &caller.principal {
        Principal::User(user) => user.devices.iter().find(|device| device.serial == serial),
        _ => None,
    };
    let Some(device) = device else {
        let message = "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial \
                       number is valid and associated with this user.";
        return Err(Refusal::access_denied(message));
    };
    let last_used = state.used_steps.get(serial).copied();
    let Some(step) = totp::accepted_step(&device.seed, typed, now, last_used) else {
        let message = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
        return Err(Refusal::access_denied(message));
    };
    state.used_steps.insert(serial.to_owned(), step);
    Ok(Some(now))
}

/// Credentials of GetSessionToken keep their MFA; a role session's does not go along a chain.
fn earlier(caller: &Caller) -> Option<DateTime<Utc>> {
    if caller.is_role_session() { None } else { caller.session.as_ref()?.mfa_at }
}
