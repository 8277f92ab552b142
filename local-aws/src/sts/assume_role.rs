//! AssumeRole with every parameter it has: limits first, then who may, then how long, then the credentials.

use std::sync::Arc;

use super::authorise::{self, Attempt};
use super::call::{Call, Done};
use super::constraint::{Constraints, EXTERNAL_ID, NAME};
use super::issue::{after, issue};
use super::refusal::Refusal;
use super::{mfa, packed_policy, tags, xml};
use crate::caller::{Caller, Origin, Principal, Session};
use crate::directory::Role;
use crate::state::State;

const DEFAULT_DURATION: u32 = 3600;
/// Role chaining: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining>
const CHAINED_DURATION: u32 = 3600;

/// Does the call. `other_name` makes the answer name another session than the one asked for (a fault).
pub fn answer(call: &Call<'_>, state: &mut State, other_name: Option<&str>) -> Result<Done, Refusal> {
    let parameters = call.parameters;
    let mut constraints = Constraints::new(parameters);
    let role_arn = constraints.required("RoleArn");
    constraints.length("RoleArn", 20, 2048);
    let session_name = constraints.required("RoleSessionName");
    constraints.length("RoleSessionName", 2, 64);
    constraints.charset("RoleSessionName", NAME);
    constraints.length("ExternalId", 2, 1224);
    constraints.charset("ExternalId", EXTERNAL_ID);
    constraints.length("SourceIdentity", 2, 64);
    constraints.charset("SourceIdentity", NAME);
    constraints.length("Policy", 1, 2048);
    mfa::constrain(&mut constraints);
    let duration = constraints.number("DurationSeconds", 900, 43_200);
    let requested = tags::read(parameters, &mut constraints);
    constraints.finish()?;
    if !is_role_arn(role_arn) {
        return Err(Refusal::validation(format!("{role_arn} is invalid")));
    }
    if parameters.text("SourceIdentity").is_some_and(|name| name.starts_with("aws:")) {
        return Err(Refusal::validation("SourceIdentity must not begin with aws:"));
    }
    if let Principal::Root { .. } = call.caller.principal {
        return Err(Refusal::access_denied("Roles may not be assumed by root accounts."));
    }
    let caller_arn = call.caller.arn();
    let denied = |action| Refusal::not_authorized(&caller_arn, action, role_arn);
    if let Principal::FederatedUser { .. } = call.caller.principal {
        return Err(denied("sts:AssumeRole"));
    }
    let mfa_at = mfa::prove(parameters, call.caller, state, call.now)?;
    let tags = requested.resolve(call.caller)?;
    let role_account = role_arn.split(':').nth(4).unwrap_or("");
    let policies = packed_policy::read(parameters, role_account, &tags)?;
    let source_identity = source_identity(call)?;

    // A role that does not exist is answered like one that may not be assumed.
    let role = call.directory.role(role_arn).ok_or_else(|| denied("sts:AssumeRole"))?;
    let attempt = Attempt {
        call,
        role,
        session_name,
        external_id: parameters.text("ExternalId"),
        source_identity: source_identity.as_deref(),
        requested: &requested,
        mfa_at,
    };
    authorise::assume_role(&attempt)?;

    let duration = allowed_duration(call.caller, role, duration)?;
    let session = Session {
        origin: Origin::AssumeRole,
        issued_at: call.now,
        expires_at: after(call.now, duration),
        mfa_at,
        source_identity: source_identity.clone(),
        tags,
        policies: policies.inline.into_iter().collect(),
        policy_arns: policies.arns,
        console_duration_allowed: call.caller.session.is_none(),
    };
    let session_name = other_name.unwrap_or(session_name).to_owned();
    let principal = Principal::RoleSession { role: Arc::clone(role), session_name };
    let credentials = issue(state, principal, session)?;

    let (id, arn) = (credentials.caller.user_id(), credentials.caller.arn());
    let user = xml::element("AssumedRoleId", &id) + &xml::element("Arn", &arn);
    let mut content = xml::nest("AssumedRoleUser", &user) + &credentials.xml();
    if let Some(percent) = policies.packed_size {
        content += &xml::element("PackedPolicySize", &percent.to_string());
    }
    if let Some(name) = &source_identity {
        content += &xml::element("SourceIdentity", name);
    }
    let mut elements = serde_json::json!({
        "credentials": credentials.record(),
        "assumedRoleUser": { "assumedRoleId": id, "arn": arn },
    });
    if let Some(map) = elements.as_object_mut() {
        map.extend(policies.packed_size.map(|percent| ("packedPolicySize".to_owned(), percent.into())));
        map.extend(source_identity.map(|name| ("sourceIdentity".to_owned(), name.into())));
    }
    Ok(Done { xml: content, response_elements: elements, role: Some(Arc::clone(role)) })
}

/// The source identity of the new session. Once a session has one it stays.
fn source_identity(call: &Call<'_>) -> Result<Option<String>, Refusal> {
    let asked = call.parameters.text("SourceIdentity");
    let held = call.caller.session.as_ref().and_then(|session| session.source_identity.as_deref());
    match (held, asked) {
        (Some(held), Some(asked)) if held != asked => {
            let message = format!(
                "User: {} is not authorized to perform: sts:SetSourceIdentity because the source identity of the \
                 session cannot be changed",
                call.caller.arn()
            );
            Err(Refusal::access_denied(message))
        }
        (held, asked) => Ok(held.or(asked).map(str::to_owned)),
    }
}

fn allowed_duration(caller: &Caller, role: &Role, asked: Option<u32>) -> Result<u32, Refusal> {
    let seconds = asked.unwrap_or(DEFAULT_DURATION);
    if caller.is_role_session() && seconds > CHAINED_DURATION {
        return Err(Refusal::validation(
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
        ));
    }
    if seconds > role.max_session_duration {
        return Err(Refusal::validation(
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
        ));
    }
    Ok(seconds)
}

/// `arn:{partition}:iam::{12 digits}:role/…`
fn is_role_arn(arn: &str) -> bool {
    let fields: Vec<&str> = arn.splitn(6, ':').collect();
    matches!(fields.as_slice(), ["arn", partition, "iam", "", account, resource]
        if partition.starts_with("aws")
            && account.len() == 12
            && account.bytes().all(|byte| byte.is_ascii_digit())
            && resource.strip_prefix("role/").is_some_and(|rest| !rest.is_empty()))
}
