//! `POST /api/console`: a console for temporary credentials that the person already holds.
//!
//! The credentials must be of a session that bears the bound name: a `GetCallerIdentity` signed with them proves it.

use nanori_api::{ConsoleRequest, ConsoleResponse, Problem, ProblemCode};
use nanori_federation::SignedBy;
use nanori_identity::{Credentials, IdentityError, Principal, RoleArn};
use nanori_sts::GetCallerIdentity;
use web_sys::Request;

use crate::{
    exchange::Exchange,
    incoming,
    record::Record,
    response::{Answer, Outcome},
    session::PortalSession,
    signin,
    upstream::Prepared,
};

/// Checks whose credentials they are, then signs the browser in with them.
pub(crate) async fn console(exchange: &Exchange, request: &Request, record: &mut Record) -> Outcome {
    let session = exchange.session(request)?;
    record.session(&session);
    exchange.limit_principal(&session)?;
    let body: ConsoleRequest = incoming::json(request).await.map_err(|code| exchange.problem(code))?;
    record.purpose("console");

    let role: RoleArn =
        body.role_arn.parse().map_err(|error: IdentityError| exchange.field_problem(error.into()))?;
    record.role(&role);
    let credentials = held(&body).map_err(|error| exchange.field_problem(error.into()))?;
    let prepared = Prepared::new(exchange, &body.signed)?;
    prepared.within(exchange, &role)?;
    let signed_with = &prepared.signature;
    if signed_with.access_key_id != credentials.access_key_id
        || signed_with.session_token != credentials.session_token
    {
        let problem = exchange.problem(ProblemCode::KeyNotBound);
        return Err(problem.with("bound", credentials.access_key_id.to_string()));
    }
    // How the credentials came about is not known here, so no duration is asked for that AWS might refuse.
    let plan = signin::Plan::new(exchange, &role, &body.console, SignedBy::UserSession)?;

    let caller = prepared
        .send(exchange, &GetCallerIdentity, false)
        .await
        .map_err(|failure| prepared.problem(exchange, &failure))?;
    record.sts_request(caller.request_id.as_deref());
    bound_session(exchange, &session, &role, &caller.principal)?;

    let login = plan.sign_in(exchange, credentials).await?;
    let answer = Answer::json(&ConsoleResponse { assumed_role_arn: caller.principal.to_string(), login });
    Ok(answer.with_cookie(exchange.touch_cookie(&session)?))
}

fn held(body: &ConsoleRequest) -> Result<Credentials, IdentityError> {
    let held = &body.credentials;
    Ok(Credentials {
        access_key_id: held.access_key_id.parse()?,
        secret_access_key: held.secret_access_key.expose().parse()?,
        session_token: Some(held.session_token.expose().parse()?),
        expiration: None,
    })
}

/// Refuses credentials of another role, or of a session under another name.
fn bound_session(
    exchange: &Exchange,
    session: &PortalSession,
    role: &RoleArn,
    caller: &Principal,
) -> Result<(), Problem> {
    let Principal::RoleSession { partition, account, role_name, session_name } = caller else {
        return Err(exchange.problem(ProblemCode::PrincipalNotSupported).with("kind", "user-session"));
    };
    if *partition != role.partition() || account != role.account() || role_name != role.name() {
        return Err(exchange.problem(ProblemCode::AnswerMismatch).with("mismatch", "role"));
    }
    if session_name != &session.name {
        return Err(exchange
            .problem(ProblemCode::NameNotBound)
            .with("field", "RoleSessionName")
            .with("bound", session.name.as_str())
            .with("asked", session_name.as_str()));
    }
    Ok(())
}
