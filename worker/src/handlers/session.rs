//! `GET /api/session`.

use nanori_api::SessionAnswer;
use web_sys::Request;

use crate::{
    exchange::Exchange,
    response::{Answer, Outcome},
};

/// Who is signed in. Asking is not using: the idle time goes on.
pub(crate) fn session(exchange: &Exchange, request: &Request) -> Outcome {
    let session = exchange.session(request).ok().map(|session| session.view());
    Ok(Answer::json(&SessionAnswer { session }))
}
