//! `POST /api/switch`: an `AssumeRole` that was signed with the bound key, under the bound name and no other.

use nanori_api::{
    Cause, GrantedSession, IssuedCredentials, Params, Problem, ProblemCode, Sensitive, SwitchOutcome,
    SwitchRequest, SwitchResponse,
};
use nanori_federation::SignedBy;
use nanori_identity::{Credentials, Timestamp};
use nanori_sts::{AssumeRole, AssumeRoleResponse, likely_causes};
use web_sys::Request;

use crate::{
    exchange::Exchange,
    incoming,
    record::Record,
    response::{Answer, Outcome},
    session::PortalSession,
    signin,
    upstream::{Failure, Prepared},
};

/// Checks the name, lets STS decide, checks the name in the answer, and hands over what was asked for.
pub(crate) async fn switch(exchange: &Exchange, request: &Request, record: &mut Record) -> Outcome {
    let session = exchange.session(request)?;
    record.session(&session);
    exchange.limit_principal(&session)?;
    let body: SwitchRequest = incoming::json(request).await.map_err(|code| exchange.problem(code))?;
    record.purpose(if body.console.is_some() { "console" } else { "credentials" });

    let prepared = Prepared::new(exchange, &body.signed)?;
    bound_key(exchange, &session, &prepared)?;
    // Before the name is parsed: what is no name at all is not the bound one either.
    bound_name(exchange, &session, "RoleSessionName", &body.role.role_session_name)?;
    if let Some(identity) = &body.role.source_identity {
        bound_name(exchange, &session, "SourceIdentity", identity)?;
    }
    let call = body.role.call().map_err(|refusal| exchange.field_problem(refusal))?;
    record.role(&call.role);
    prepared.within(exchange, &call.role)?;
    // Where to is checked before AWS is asked: a mistake there must not use up an MFA code.
    let plan = match &body.console {
        Some(console) => {
            Some(signin::Plan::new(exchange, &call.role, console, signed_by(&session, &prepared))?)
        }
        None => None,
    };

    // A code of an MFA device is good for one try.
    let granted = prepared
        .send(exchange, &call, call.mfa.is_some())
        .await
        .map_err(|failure| refused(exchange, &session, &prepared, &call, &failure))?;
    record.sts_request(granted.request_id.as_deref());
    granted
        .verify(&call)
        .map_err(|error| refused(exchange, &session, &prepared, &call, &Failure::Sts(error)))?;

    let expiration =
        granted.credentials.expiration.ok_or_else(|| exchange.problem(ProblemCode::UpstreamMalformed))?;
    let session_view = granted_session(&call, &granted, expiration);
    let outcome = match plan {
        Some(plan) => {
            SwitchOutcome::Console { login: plan.sign_in(exchange, granted.credentials.clone()).await? }
        }
        None => {
            SwitchOutcome::Credentials { credentials: issued(exchange, &granted.credentials, expiration)? }
        }
    };
    let answer = Answer::json(&SwitchResponse { session: session_view, outcome });
    Ok(answer.with_cookie(exchange.touch_cookie(&session)?))
}

/// Refuses a request that was signed with any key but the session's: a stolen cookie switches nothing.
fn bound_key(exchange: &Exchange, session: &PortalSession, prepared: &Prepared) -> Result<(), Problem> {
    if prepared.signature.access_key_id == session.access_key_id {
        return Ok(());
    }
    Err(exchange
        .problem(ProblemCode::KeyNotBound)
        .with("bound", session.access_key_id.to_string())
        .with("asked", prepared.signature.access_key_id.to_string()))
}

/// Refuses any name but the session's, letter for letter.
fn bound_name(exchange: &Exchange, session: &PortalSession, field: &str, asked: &str) -> Result<(), Problem> {
    if asked == session.name.as_str() {
        return Ok(());
    }
    let shown: String = asked.chars().take(64).collect();
    Err(exchange
        .problem(ProblemCode::NameNotBound)
        .with("field", field)
        .with("bound", session.name.as_str())
        .with("asked", shown))
}

/// With what kind of key the call is signed: AWS takes a console duration only after a user's own key.
const fn signed_by(session: &PortalSession, prepared: &Prepared) -> SignedBy {
    SignedBy::of(&session.principal, prepared.signature.session_token.is_some())
}

fn refused(
    exchange: &Exchange,
    session: &PortalSession,
    prepared: &Prepared,
    call: &AssumeRole,
    failure: &Failure,
) -> Problem {
    let mut problem = prepared.problem(exchange, failure);
    if let Some(refusal) = failure.refusal() {
        problem.causes = likely_causes(refusal, call, Some(&session.principal))
            .into_iter()
            .map(|cause| Cause { code: cause.as_str().to_owned(), params: Params::new() })
            .collect();
    }
    let problem = problem.with("role", call.role.as_str()).with("session_name", call.session_name.as_str());
    match call.duration {
        Some(duration) => problem.with("asked_seconds", duration.to_string()),
        None => problem,
    }
}

fn granted_session(call: &AssumeRole, granted: &AssumeRoleResponse, expiration: Timestamp) -> GrantedSession {
    GrantedSession {
        role_arn: call.role.to_string(),
        assumed_role_arn: granted.assumed_role.to_string(),
        assumed_role_id: granted.assumed_role_id.to_string(),
        account_id: call.role.account().to_string(),
        session_name: call.session_name.to_string(),
        source_identity: granted.source_identity.as_ref().map(ToString::to_string),
        expiration: expiration.to_string(),
        packed_policy_size: granted.packed_policy_size,
        sts_request_id: granted.request_id.clone(),
    }
}

fn issued(
    exchange: &Exchange,
    credentials: &Credentials,
    expiration: Timestamp,
) -> Result<IssuedCredentials, Problem> {
    let token = credentials.session_token.as_ref();
    let token = token.ok_or_else(|| exchange.problem(ProblemCode::UpstreamMalformed))?;
    Ok(IssuedCredentials {
        access_key_id: credentials.access_key_id.to_string(),
        secret_access_key: Sensitive::new(credentials.secret_access_key.expose_secret().to_owned()),
        session_token: Sensitive::new(token.expose_token().to_owned()),
        expiration: expiration.to_string(),
    })
}
