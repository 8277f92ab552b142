//! CloudTrail: a record in the real format for every call, in every account it concerns.
//!
//! A call into another account leaves two records with one `sharedEventID`, as AWS does. Secrets never enter a
//! record, and a session token appears only as `HIDDEN_DUE_TO_SECURITY_REASONS`.

use serde_json::{Map, Value, json};

use crate::caller::{Caller, Principal};
use crate::clock::iso8601;
use crate::directory::Role;
use crate::secret;
use crate::state::State;

mod parameters;
mod user_identity;

pub use parameters::request_parameters;

/// Most records that are kept; the oldest go first.
const KEPT: usize = 10_000;

/// What all records of one call share.
#[derive(Debug)]
pub struct Event<'a> {
    /// `sts.amazonaws.com` or `signin.amazonaws.com`.
    pub source: &'static str,
    /// `AssumeRole`, `ConsoleLogin`, …
    pub name: &'a str,
    /// `AwsApiCall` or `AwsConsoleSignIn`.
    pub kind: &'static str,
    /// Whether the call changes nothing.
    pub read_only: bool,
    /// When.
    pub time: chrono::DateTime<chrono::Utc>,
    /// The region of the endpoint.
    pub region: &'a str,
    /// The peer's address.
    pub source_ip: std::net::IpAddr,
    /// The `User-Agent` header.
    pub user_agent: &'a str,
    /// The `Host` header.
    pub host: &'a str,
    /// The id that the answer carries.
    pub request_id: &'a str,
    /// Parameters without secrets.
    pub request_parameters: Value,
    /// What came of it.
    pub outcome: Outcome<'a>,
    /// `additionalEventData`, for sign-ins.
    pub additional: Value,
}

/// What came of a call.
#[derive(Debug)]
pub enum Outcome<'a> {
    /// It was done; `responseElements` (null for reads).
    Done(Value),
    /// It was refused with this code and text.
    Refused(&'a str, &'a str),
}

/// Records `event` in the caller's account and, if `role` is in another one, there too.
pub fn record(state: &mut State, event: &Event<'_>, caller: &Caller, role: Option<&Role>) {
    let foreign = role.filter(|role| role.account != caller.account());
    let shared = foreign.map(|_| secret::uuid());
    let resources = role.map(resource);
    push(
        state,
        entry(event, user_identity::of(caller), caller.account(), shared.as_deref(), resources.clone()),
    );
    if let (Some(role), Outcome::Done(_)) = (foreign, &event.outcome) {
        let from_outside = user_identity::from_outside(caller);
        push(state, entry(event, from_outside, &role.account, shared.as_deref(), resources));
    }
}

fn entry(
    event: &Event<'_>,
    user_identity: Value,
    recipient: &str,
    shared: Option<&str>,
    resources: Option<Value>,
) -> Value {
    let mut record = Map::new();
    let mut put = |key: &str, value: Value| record.insert(key.to_owned(), value);
    put("eventVersion", json!("1.11"));
    put("userIdentity", user_identity);
    put("eventTime", json!(iso8601(event.time)));
    put("eventSource", json!(event.source));
    put("eventName", json!(event.name));
    put("awsRegion", json!(event.region));
    put("sourceIPAddress", json!(event.source_ip.to_string()));
    put("userAgent", json!(event.user_agent));
    if let Outcome::Refused(code, message) = event.outcome {
        put("errorCode", json!(code));
        put("errorMessage", json!(message));
    }
    put("requestParameters", event.request_parameters.clone());
    match &event.outcome {
        Outcome::Done(elements) => put("responseElements", elements.clone()),
        Outcome::Refused(..) if event.name == "ConsoleLogin" => {
            put("responseElements", json!({ "ConsoleLogin": "Failure" }))
        }
        Outcome::Refused(..) => put("responseElements", Value::Null),
    };
    if !event.additional.is_null() {
        put("additionalEventData", event.additional.clone());
    }
    put("requestID", json!(event.request_id));
    put("eventID", json!(secret::uuid()));
    put("readOnly", json!(event.read_only));
    if let Some(resources) = resources {
        put("resources", resources);
    }
    put("eventType", json!(event.kind));
    put("managementEvent", json!(true));
    put("recipientAccountId", json!(recipient));
    if let Some(shared) = shared {
        put("sharedEventID", json!(shared));
    }
    put("eventCategory", json!("Management"));
    put("tlsDetails", json!({ "clientProvidedHostHeader": event.host }));
    Value::Object(record)
}

fn resource(role: &Role) -> Value {
    json!([{ "accountId": role.account, "type": "AWS::IAM::Role", "ARN": role.arn() }])
}

fn push(state: &mut State, record: Value) {
    if state.trail.len() >= KEPT {
        state.trail.drain(..KEPT / 10);
    }
    state.trail.push(record);
}

/// Whether `caller` is worth an event of its own kind: the console records whether MFA was used.
pub fn mfa_used(caller: &Caller) -> &'static str {
    let proved = caller.session.as_ref().is_some_and(|session| session.mfa_at.is_some());
    if proved { "Yes" } else { "No" }
}

/// The name CloudTrail would be searched for: the session name or the user name.
pub fn name_of(caller: &Caller) -> &str {
    match &caller.principal {
        Principal::Root { .. } => "root",
        Principal::User(user) => &user.name,
        Principal::RoleSession { session_name, .. } => session_name,
        Principal::FederatedUser { name, .. } => name,
    }
}
