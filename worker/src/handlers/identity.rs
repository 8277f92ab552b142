//! `POST /api/identity`: signing in by a `GetCallerIdentity` that was signed for this portal.

use nanori_api::{IdentityRequest, Problem, ProblemCode};
use nanori_identity::{IdentityError, Principal};
use nanori_sts::GetCallerIdentity;
use web_sys::Request;

use crate::{
    exchange::Exchange,
    incoming,
    record::Record,
    response::{Answer, Outcome},
    session::PortalSession,
    upstream::Prepared,
};

/// Learns from STS who signed, and begins a session under the name that follows from it.
pub(crate) async fn identity(exchange: &Exchange, request: &Request, record: &mut Record) -> Outcome {
    let body: IdentityRequest = incoming::json(request).await.map_err(|code| exchange.problem(code))?;
    let prepared = Prepared::new(exchange, &body.signed)?;
    record.access_key(&prepared.signature.access_key_id);

    let caller = prepared
        .send(exchange, &GetCallerIdentity, false)
        .await
        .map_err(|failure| prepared.problem(exchange, &failure))?;
    record.principal(&caller.principal);
    record.sts_request(caller.request_id.as_deref());

    let name_of = caller.principal.clone();
    let session = PortalSession::begin(
        caller.principal,
        caller.unique_id,
        prepared.signature.access_key_id.clone(),
        exchange.now,
    )
    .map_err(|error| nameless(exchange, &name_of, &error))?;
    record.name(&session.name);
    exchange.limit_principal(&session)?;
    Ok(Answer::json(&session.view()).with_cookie(exchange.set_cookie(&session)?))
}

/// Why a caller that STS knows cannot switch under a name of its own.
fn nameless(exchange: &Exchange, principal: &Principal, error: &IdentityError) -> Problem {
    let problem = match error {
        IdentityError::RootUser { .. } => exchange.problem(ProblemCode::RootRefused),
        IdentityError::UnsupportedPrincipal { kind } => {
            exchange.problem(ProblemCode::PrincipalNotSupported).with("kind", *kind)
        }
        _ => exchange.problem(ProblemCode::NameNotUsable).with("reason", error.code()),
    };
    let problem = problem.with("arn", principal.to_string()).with("account", principal.account().to_string());
    match principal {
        Principal::User { name, .. } => problem.with("name", name),
        _ => problem,
    }
}
