//! `GET /api/session`.

use worker::Request;

use crate::{
    exchange::Exchange,
    response::{Answer, Outcome},
};

/// Who is signed in. Asking is not using: the idle time goes on.
pub(crate) fn session(exchange: &Exchange, request: &Request) -> Outcome {
    Ok(Answer::json(&exchange.session(request)?.view()))
}
