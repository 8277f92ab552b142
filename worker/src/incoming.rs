//! A request as the handlers see it: path, method, headers by name, and a body that is read only up to a limit.

use nanori_api::{MAX_BODY_BYTES, ProblemCode};
use serde::de::DeserializeOwned;
use web_sys::{Headers, Request};

use crate::body::{self, BodyError};

const MAX_BODY: u32 = MAX_BODY_BYTES as u32;

/// The path of the request's URL, without query. The runtime has parsed and normalised the URL; a parser of our own
/// library would cost more bytes than the rest of the worker.
pub(crate) fn path(request: &Request) -> String {
    path_of(&request.url()).to_owned()
}

fn path_of(url: &str) -> &str {
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let before_query = after_scheme.split(['?', '#']).next().unwrap_or_default();
    before_query.find('/').and_then(|at| before_query.get(at..)).unwrap_or("/")
}

/// Whether the method reads only.
pub(crate) fn is_read(method: &str) -> bool {
    matches!(method, "GET" | "HEAD")
}

/// One header's value.
pub(crate) fn header(headers: &Headers, name: &str) -> Option<String> {
    headers.get(name).ok().flatten()
}

/// Reads the body as JSON of type `Body`: whole, of one value, without fields that are unknown or given twice.
pub(crate) async fn json<Body: DeserializeOwned>(request: &Request) -> Result<Body, ProblemCode> {
    // Before a byte is read: a sender who is cut off in the middle of its body might not read the answer.
    let declared = header(&request.headers(), "content-length").and_then(|length| length.parse::<u64>().ok());
    if declared.is_some_and(|length| length > u64::from(MAX_BODY)) {
        return Err(ProblemCode::BodyTooLarge);
    }
    let body = body::read(request.body(), MAX_BODY).await.map_err(|error| match error {
        BodyError::Broken => ProblemCode::MalformedBody,
        BodyError::TooLarge => ProblemCode::BodyTooLarge,
    })?;
    // serde_json's message can quote what it read, and what it read can be a secret: it goes nowhere.
    serde_json::from_slice(&body).map_err(|_| ProblemCode::MalformedBody)
}

#[cfg(test)]
mod tests;
