//! What the sign-in host answers when it refuses: a status and a page with one sentence.

use http::{Response, StatusCode};
use hyper::body::Bytes;

use crate::answer;
use crate::html;

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status; nearly always 400.
    pub status: StatusCode,
    /// A stable word, for CloudTrail and tests.
    pub code: &'static str,
    /// The sentence.
    pub message: String,
}

impl Refusal {
    /// `400 Bad Request`.
    pub fn bad_request(code: &'static str, message: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, code, message: message.into() }
    }

    /// The page.
    pub fn answer(&self) -> Response<Bytes> {
        let body = format!(
            "<h1>{}</h1><p id=\"reason\" data-code=\"{}\">{}</p>",
            html::escape(self.status.canonical_reason().unwrap_or("Error")),
            html::escape(self.code),
            html::escape(&self.message)
        );
        answer::page(self.status, html::page("Amazon Web Services Sign-In", &body))
    }
}
