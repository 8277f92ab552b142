//! The log: one structured line for each grant and each refusal. Nothing secret can be put into it.

use nanori_api::Problem;
use nanori_identity::{AccessKeyId, Principal, RoleArn, SessionName};
use serde::Serialize;
use web_sys::console;

use crate::{exchange::Exchange, response::Outcome, session::PortalSession};

/// What a handler learns on its way. Fields take domain types, so that a body, a token or a signature cannot slip in.
#[derive(Default, Serialize)]
pub(crate) struct Record {
    #[serde(skip_serializing_if = "Option::is_none")]
    principal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    access_key_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sts_request_id: Option<String>,
}

impl Record {
    pub(crate) fn principal(&mut self, principal: &Principal) {
        self.principal = Some(principal.to_string());
    }

    pub(crate) fn session(&mut self, session: &PortalSession) {
        self.principal(&session.principal);
        self.name(&session.name);
        self.access_key(&session.access_key_id);
    }

    pub(crate) fn name(&mut self, name: &SessionName) {
        self.session_name = Some(name.to_string());
    }

    pub(crate) fn access_key(&mut self, id: &AccessKeyId) {
        self.access_key_id = Some(id.to_string());
    }

    pub(crate) fn role(&mut self, role: &RoleArn) {
        self.role = Some(role.to_string());
    }

    /// `credentials` or `console`.
    pub(crate) const fn purpose(&mut self, purpose: &'static str) {
        self.purpose = Some(purpose);
    }

    pub(crate) fn sts_request(&mut self, id: Option<&str>) {
        self.sts_request_id = id.map(str::to_owned);
    }
}

#[derive(Serialize)]
struct Line<'a> {
    event: &'static str,
    outcome: &'static str,
    request_id: &'a str,
    time: String,
    address: &'a str,
    #[serde(flatten)]
    record: &'a Record,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    upstream_code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    upstream_request_id: Option<&'a str>,
}

/// Writes the line of an answered `event`.
pub(crate) fn log(event: &'static str, exchange: &Exchange, record: &Record, outcome: &Outcome) {
    let problem = outcome.as_ref().err();
    let upstream = problem.and_then(|problem| problem.upstream.as_ref());
    write(&Line {
        event,
        outcome: if problem.is_none() { "granted" } else { "refused" },
        request_id: &exchange.request_id,
        time: exchange.now.to_string(),
        address: &exchange.address,
        record,
        code: problem.map(|Problem { code, .. }| code.as_str()),
        upstream_code: upstream.and_then(|upstream| upstream.code.as_deref()),
        upstream_request_id: upstream.and_then(|upstream| upstream.request_id.as_deref()),
    });
}

/// Writes why the deployment cannot work.
pub(crate) fn log_misconfigured(reason: &'static str) {
    #[derive(Serialize)]
    struct Misconfiguration {
        event: &'static str,
        reason: &'static str,
    }
    write(&Misconfiguration { event: "misconfigured", reason });
}

/// Writes that a request came to nothing by a fault of our own.
pub(crate) fn log_fault(request_id: &str, what: &str) {
    #[derive(Serialize)]
    struct Fault<'a> {
        event: &'static str,
        request_id: &'a str,
        what: &'a str,
    }
    write(&Fault { event: "fault", request_id, what });
}

fn write(line: &impl Serialize) {
    if let Ok(line) = serde_json::to_string(line) {
        console::log_1(&line.into());
    }
}
