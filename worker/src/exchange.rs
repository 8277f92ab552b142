//! What belongs to one request while it is answered: the deployment, the time, who asks from where.

use std::rc::Rc;

use nanori_api::{FieldRefusal, Problem, ProblemCode};
use nanori_identity::Timestamp;
use wasm_bindgen::JsValue;
use web_sys::Request;

use crate::{
    address, clock, cookie, incoming,
    rate_limit::{self, Scope},
    session::{NoSession, PortalSession},
    settings::Settings,
};

/// One request being answered.
pub(crate) struct Exchange {
    pub(crate) settings: Rc<Settings>,
    /// The deployment's bindings.
    pub(crate) env: JsValue,
    /// Fixed when the request came in.
    pub(crate) now: Timestamp,
    /// Stands in the answer's problem and in the log line.
    pub(crate) request_id: String,
    /// The client's address, as the edge reports it.
    pub(crate) address: String,
}

impl Exchange {
    /// A problem of this request.
    pub(crate) fn problem(&self, code: ProblemCode) -> Problem {
        Problem::new(code, self.request_id.as_str())
    }

    /// The problem of a refused field.
    pub(crate) fn field_problem(&self, refusal: FieldRefusal) -> Problem {
        Problem::of_field(refusal, self.request_id.as_str())
    }

    /// The portal session of the request's cookie.
    pub(crate) fn session(&self, request: &Request) -> Result<PortalSession, Problem> {
        let header = incoming::header(&request.headers(), "cookie").unwrap_or_default();
        let value = cookie::value(&header).ok_or_else(|| self.problem(ProblemCode::SessionMissing))?;
        PortalSession::open(value, &self.settings.keys, self.now).map_err(|reason| match reason {
            NoSession::Missing => self.problem(ProblemCode::SessionMissing),
            NoSession::Idle => self.problem(ProblemCode::SessionExpired).with("reason", "idle"),
            NoSession::Aged => self.problem(ProblemCode::SessionExpired).with("reason", "age"),
        })
    }

    /// `Set-Cookie` for `session`.
    pub(crate) fn set_cookie(&self, session: &PortalSession) -> Result<String, Problem> {
        let value = session.seal(&self.settings.keys).ok_or_else(|| self.problem(ProblemCode::Internal))?;
        Ok(cookie::keep(&value, session.remaining(self.now)))
    }

    /// `Set-Cookie` that records this use of `session`, when the last recorded one is old enough.
    pub(crate) fn touch_cookie(&self, session: &PortalSession) -> Result<Option<String>, Problem> {
        session.refreshed(self.now).map(|session| self.set_cookie(&session)).transpose()
    }

    /// Counts this request against the address's limit: in the isolate, and across isolates where the platform can.
    pub(crate) async fn limit_address(&self) -> Result<(), Problem> {
        let counted = address::counted(&self.address);
        self.take(Scope::Address, &counted, self.settings.limits.address_per_minute)?;
        if rate_limit::admits(&self.env, &counted).await {
            return Ok(());
        }
        Err(self.too_many(Scope::Address, 60))
    }

    /// Counts this request against the principal's limit.
    pub(crate) fn limit_principal(&self, session: &PortalSession) -> Result<(), Problem> {
        // Account and unique id: two accounts can hold users of the same name.
        let key = format!("{}/{}", session.principal.account(), session.unique_id);
        self.take(Scope::Principal, &key, self.settings.limits.principal_per_minute)
    }

    fn take(&self, scope: Scope, key: &str, per_minute: u32) -> Result<(), Problem> {
        rate_limit::take(scope, key, per_minute, clock::millis())
            .map_err(|seconds| self.too_many(scope, seconds))
    }

    fn too_many(&self, scope: Scope, seconds: u32) -> Problem {
        let mut problem = self.problem(ProblemCode::RateLimited).with("scope", scope.as_str());
        problem.retry_after = Some(seconds);
        problem
    }
}
