//! GetFederationToken: temporary credentials for a federated user, bounded by the calling user's permissions.

use super::authorise;
use super::call::{Call, Done};
use super::constraint::{Constraints, NAME};
use super::issue::{after, issue};
use super::refusal::Refusal;
use super::{packed_policy, tags, xml};
use crate::caller::{Origin, Principal, Session};
use crate::state::State;

/// Does the call.
pub fn answer(call: &Call<'_>, state: &mut State) -> Result<Done, Refusal> {
    let mut constraints = Constraints::new(call.parameters);
    let name = constraints.required("Name");
    constraints.length("Name", 2, 32);
    constraints.charset("Name", NAME);
    constraints.length("Policy", 1, 2048);
    let duration = constraints.number("DurationSeconds", 900, 129_600);
    let requested = tags::read(call.parameters, &mut constraints);
    constraints.finish()?;
    if call.caller.session.is_some() {
        return Err(Refusal::access_denied("Cannot call GetFederationToken with session credentials"));
    }
    let Principal::User(parent) = &call.caller.principal else {
        // Root users may call it in AWS, which advises against it; nothing here needs it.
        return Err(Refusal::access_denied("GetFederationToken is not offered to root users here"));
    };
    let principal = Principal::FederatedUser { parent: parent.clone(), name: name.to_owned() };
    let arn = format!("arn:{}:sts::{}:federated-user/{name}", parent.partition, parent.account);
    let tags = requested.resolve(call.caller)?;
    authorise::by_identity(call, "sts:GetFederationToken", &arn)?;
    if !requested.is_empty() {
        authorise::by_identity(call, "sts:TagSession", &arn)?;
    }
    let policies = packed_policy::read(call.parameters, &parent.account, &tags)?;
    let session = Session {
        origin: Origin::FederationToken,
        issued_at: call.now,
        expires_at: after(call.now, duration.unwrap_or(43_200)),
        mfa_at: None,
        source_identity: None,
        tags,
        policies: policies.inline.into_iter().collect(),
        policy_arns: policies.arns,
        console_duration_allowed: false,
    };
    let credentials = issue(state, principal, session)?;
    let user_id = credentials.caller.user_id();
    let federated = xml::element("FederatedUserId", &user_id) + &xml::element("Arn", &arn);
    let mut content = credentials.xml() + &xml::nest("FederatedUser", &federated);
    if let Some(percent) = policies.packed_size {
        content += &xml::element("PackedPolicySize", &percent.to_string());
    }
    Ok(Done {
        xml: content,
        response_elements: serde_json::json!({
            "credentials": credentials.record(),
            "federatedUser": { "federatedUserId": user_id, "arn": arn },
            "packedPolicySize": policies.packed_size,
        }),
        role: None,
    })
}
