//! Answers of the API: JSON or a problem, with the security headers that every answer bears.

use nanori_api::Problem;
use serde::Serialize;
use worker::{Headers, Response, Result};

use crate::headers;

/// An answer that went well.
pub(crate) struct Answer {
    body: Vec<u8>,
    cookie: Option<String>,
}

impl Answer {
    /// `value` as JSON.
    pub(crate) fn json<Value: Serialize>(value: &Value) -> Self {
        // Writing one of our own types to memory cannot fail; if it ever did, the answer would be an empty object.
        Self { body: serde_json::to_vec(value).unwrap_or_else(|_| b"{}".to_vec()), cookie: None }
    }

    /// The same with a `Set-Cookie`.
    pub(crate) fn with_cookie(self, cookie: impl Into<Option<String>>) -> Self {
        Self { cookie: cookie.into(), ..self }
    }
}

/// What a handler comes to.
pub(crate) type Outcome = core::result::Result<Answer, Problem>;

/// The response for an outcome. `policy` is the content security policy.
pub(crate) fn respond(outcome: &Outcome, policy: &str) -> Result<Response> {
    let headers = Headers::new();
    headers::secure(&headers, policy)?;
    headers.set("cache-control", "no-store")?;
    match outcome {
        Ok(Answer { body, cookie }) => {
            headers.set("content-type", "application/json")?;
            if let Some(cookie) = cookie {
                headers.set("set-cookie", cookie)?;
            }
            Ok(Response::from_bytes(body.clone())?.with_headers(headers))
        }
        Err(problem) => {
            headers.set("content-type", Problem::CONTENT_TYPE)?;
            if let Some(seconds) = problem.retry_after {
                headers.set("retry-after", &seconds.to_string())?;
            }
            let body = Answer::json(problem).body;
            Ok(Response::from_bytes(body)?.with_status(problem.status).with_headers(headers))
        }
    }
}
