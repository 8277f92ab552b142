//! Whether the policies allow a call. The deciding is nanori-trust's; this says who asks for what.
//!
//! A role's trust policy and the caller's identity policies are weighed together, and session policies of the caller
//! must allow as well.

use chrono::{DateTime, Utc};
use nanori_identity::{AccountId, Partition, RoleArn, Timestamp};
use nanori_trust::{Caller as PolicyCaller, Decision, Request, authorize, evaluate_together};

use super::call::Call;
use super::refusal::Refusal;
use super::tags::Requested;
use crate::caller::{Caller, Origin, Principal};
use crate::directory::Role;

/// An AssumeRole to decide on.
#[derive(Debug)]
pub struct Attempt<'a> {
    /// The call.
    pub call: &'a Call<'a>,
    /// The role.
    pub role: &'a Role,
    /// The session name asked for.
    pub session_name: &'a str,
    /// The external id given.
    pub external_id: Option<&'a str>,
    /// The source identity that the new session would have.
    pub source_identity: Option<&'a str>,
    /// The tags asked for.
    pub requested: &'a Requested<'a>,
    /// When MFA was proved, if it was.
    pub mfa_at: Option<DateTime<Utc>>,
}

/// Decides on `sts:AssumeRole` and, if the attempt needs them, `sts:SetSourceIdentity` and `sts:TagSession`.
pub fn assume_role(attempt: &Attempt<'_>) -> Result<(), Refusal> {
    let Attempt { call, role, .. } = attempt;
    let role_arn = role.arn();
    let denied = |action: &str| Refusal::not_authorized(&call.caller.arn(), action, &role_arn);
    // The directory holds only names that AWS allows, so these cannot fail.
    let target: RoleArn = role_arn.parse().map_err(|_| denied("sts:AssumeRole"))?;
    let caller = policy_caller(call.caller, call.now).ok_or_else(|| denied("sts:AssumeRole"))?;

    let mut request = Request::assume_role(caller, target).session_name(attempt.session_name);
    if let Some(id) = attempt.external_id {
        request = request.external_id(id);
    }
    if let Some(name) = attempt.source_identity {
        request = request.source_identity(name);
    }
    for (key, value) in attempt.requested.tags() {
        request = request.tag(key, value);
    }
    for key in attempt.requested.transitive_keys() {
        request = request.transitive_tag(key);
    }
    if attempt.mfa_at == Some(call.now) {
        request = request.mfa();
    }
    let request = circumstances(request, call);

    let access = authorize(&request, &role.trust, Some(call.caller.identity_policies()));
    for action in &access.actions {
        if action.decision != Decision::Allowed || !session_allows(call.caller, &request, &action.action) {
            return Err(denied(&action.action));
        }
    }
    Ok(())
}

/// Decides on `action` by the caller's own policies.
pub fn by_identity(call: &Call<'_>, action: &str, resource: &str) -> Result<(), Refusal> {
    let denied = || Refusal::not_authorized(&call.caller.arn(), action, resource);
    let caller = policy_caller(call.caller, call.now).ok_or_else(denied)?;
    let mut request = Request::new(caller, action, resource);
    for (key, value) in call.parameters.pairs("Tags", "Key", "Value") {
        request = request.tag(key, value);
    }
    let request = circumstances(request, call);
    let verdict = evaluate_together(call.caller.identity_policies(), &request, action);
    if verdict.decision == Decision::Allowed && session_allows(call.caller, &request, action) {
        Ok(())
    } else {
        Err(denied())
    }
}

/// Without a session policy everything is allowed; with one, only what it allows.
fn session_allows(caller: &Caller, request: &Request, action: &str) -> bool {
    let policies = caller.session.as_ref().map_or(&[][..], |session| &session.policies);
    policies.is_empty() || evaluate_together(policies, request, action).decision == Decision::Allowed
}

fn circumstances(request: Request, call: &Call<'_>) -> Request {
    let request = request.source_ip(&call.source.to_string()).set("aws:RequestedRegion", [call.region]);
    match Timestamp::from_unix(call.now.timestamp()) {
        Ok(now) => request.at(now),
        Err(_) => request,
    }
}

/// The caller as nanori-trust describes it.
fn policy_caller(caller: &Caller, now: DateTime<Utc>) -> Option<PolicyCaller> {
    let partition: Partition = caller.partition().parse().ok()?;
    let account: AccountId = caller.account().parse().ok()?;
    let mut described = match &caller.principal {
        Principal::Root { .. } => PolicyCaller::root(partition, account),
        Principal::User(user) => {
            PolicyCaller::user(partition, account, &user.path, &user.name).unique_id(&user.unique_id)
        }
        Principal::RoleSession { role, session_name } => {
            PolicyCaller::role_session(role.arn().parse().ok()?, session_name).unique_id(&role.unique_id)
        }
        Principal::FederatedUser { name, .. } => PolicyCaller::federated_user(partition, account, name),
    };
    for (key, value) in caller.tags() {
        described = described.tag(&key, &value);
    }
    let Some(session) = &caller.session else { return Some(described) };
    described = described.issued(Timestamp::from_unix(session.issued_at.timestamp()).ok()?);
    for tag in session.tags.iter().filter(|tag| tag.transitive) {
        described = described.transitive_tag(&tag.key);
    }
    if let Some(name) = &session.source_identity {
        described = described.source_identity(name);
    }
    if let (Some(proved_at), Origin::SessionToken) = (session.mfa_at, session.origin) {
        let age = now.signed_duration_since(proved_at).num_seconds();
        described = described.mfa_session(u64::try_from(age).unwrap_or(0));
    }
    Some(described)
}
