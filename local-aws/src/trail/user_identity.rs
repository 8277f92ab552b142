//! `userIdentity` of a record: who called, in the shape that CloudTrail gives each kind of principal.
//!
//! See the CloudTrail user guide, "CloudTrail userIdentity element".

use serde_json::{Map, Value, json};

use crate::caller::{Caller, Principal, Session};
use crate::clock::iso8601;

/// The caller as its own account sees it.
pub fn of(caller: &Caller) -> Value {
    let kind = match &caller.principal {
        Principal::Root { .. } => "Root",
        Principal::User(_) => "IAMUser",
        Principal::RoleSession { .. } => "AssumedRole",
        Principal::FederatedUser { .. } => "FederatedUser",
    };
    let mut identity = Map::new();
    identity.insert("type".to_owned(), json!(kind));
    identity.insert("principalId".to_owned(), json!(caller.user_id()));
    identity.insert("arn".to_owned(), json!(caller.arn()));
    identity.insert("accountId".to_owned(), json!(caller.account()));
    identity.insert("accessKeyId".to_owned(), json!(caller.access_key_id));
    if let Principal::User(user) = &caller.principal {
        identity.insert("userName".to_owned(), json!(user.name));
    }
    if let Some(session) = &caller.session {
        identity.insert("sessionContext".to_owned(), context(caller, session));
    }
    Value::Object(identity)
}

/// The caller as another account sees it: the account and the unique id, no name.
pub fn from_outside(caller: &Caller) -> Value {
    match caller.principal {
        // A role session keeps its ARN across accounts; its name is the point of it.
        Principal::RoleSession { .. } => of(caller),
        _ => json!({
            "type": "AWSAccount",
            "principalId": caller.user_id(),
            "accountId": caller.account(),
        }),
    }
}

fn context(caller: &Caller, session: &Session) -> Value {
    let mut context = Map::new();
    let issuer = match &caller.principal {
        Principal::RoleSession { role, .. } => Some(json!({
            "type": "Role",
            "principalId": role.unique_id,
            "arn": role.arn(),
            "accountId": role.account,
            "userName": role.name,
        })),
        Principal::FederatedUser { parent, .. } => Some(json!({
            "type": "IAMUser",
            "principalId": parent.unique_id,
            "arn": parent.arn(),
            "accountId": parent.account,
            "userName": parent.name,
        })),
        Principal::User(_) | Principal::Root { .. } => None,
    };
    context.extend(issuer.map(|issuer| ("sessionIssuer".to_owned(), issuer)));
    if let Some(name) = &session.source_identity {
        context.insert("sourceIdentity".to_owned(), json!(name));
    }
    let mfa = if session.mfa_at.is_some() { "true" } else { "false" };
    let attributes = json!({ "creationDate": iso8601(session.issued_at), "mfaAuthenticated": mfa });
    context.insert("attributes".to_owned(), attributes);
    Value::Object(context)
}
