//! `POST /api/sign-out`.

use nanori_api::SignOutResponse;

use crate::{
    cookie,
    response::{Answer, Outcome},
};

/// Takes the cookie away, whether or not there was one.
pub(crate) fn sign_out() -> Outcome {
    Ok(Answer::json(&SignOutResponse { signed_out: true }).with_cookie(cookie::remove()))
}
