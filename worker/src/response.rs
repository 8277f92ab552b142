//! Answers of the API: JSON or a problem, with the security headers that every answer bears.

use nanori_api::Problem;
use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::{Headers, Response, ResponseInit};

use crate::headers;

/// An answer that went well.
pub(crate) struct Answer {
    body: String,
    cookie: Option<String>,
}

impl Answer {
    /// `value` as JSON.
    pub(crate) fn json<Value: Serialize>(value: &Value) -> Self {
        // Writing one of our own types to memory cannot fail; if it ever did, the answer would be an empty object.
        Self { body: serde_json::to_string(value).unwrap_or_else(|_| "{}".to_owned()), cookie: None }
    }

    /// The same with a `Set-Cookie`.
    pub(crate) fn with_cookie(self, cookie: impl Into<Option<String>>) -> Self {
        Self { cookie: cookie.into(), ..self }
    }
}

/// What a handler comes to.
pub(crate) type Outcome = Result<Answer, Problem>;

/// The response for an outcome. `policy` is the content security policy.
pub(crate) fn respond(outcome: &Outcome, policy: &str) -> Result<Response, JsValue> {
    let headers = headers::secure(policy)?;
    headers.set("cache-control", "no-store")?;
    match outcome {
        Ok(Answer { body, cookie }) => {
            headers.set("content-type", "application/json")?;
            if let Some(cookie) = cookie {
                headers.set("set-cookie", cookie)?;
            }
            Response::new_with_opt_str_and_init(Some(body), &init(200, &headers))
        }
        Err(problem) => {
            headers.set("content-type", Problem::CONTENT_TYPE)?;
            if let Some(seconds) = problem.retry_after {
                headers.set("retry-after", &seconds.to_string())?;
            }
            let body = Answer::json(problem).body;
            Response::new_with_opt_str_and_init(Some(&body), &init(problem.status, &headers))
        }
    }
}

/// Status and headers of a response.
pub(crate) fn init(status: u16, headers: &Headers) -> ResponseInit {
    let init = ResponseInit::new();
    init.set_status(status);
    init.set_headers(headers.as_ref());
    init
}
