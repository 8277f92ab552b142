//! Sends a request to AWS and reads the answer: no redirect is followed, time and size are bounded.

use core::fmt::Write;

use http::{Request, Response, header::CONTENT_TYPE};
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;

use crate::{
    runtime::{self, Sent},
    task::settled,
};

/// How long AWS may take, from the first byte sent to the last one read.
const TIMEOUT_MILLIS: u32 = 8_000;
/// No answer of STS or of sign-in comes near this.
const MAX_ANSWER_BYTES: u32 = 64 * 1024;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FetchError {
    /// No connection, or it broke.
    Unreachable,
    /// Not within [`TIMEOUT_MILLIS`].
    Timeout,
    /// More than [`MAX_ANSWER_BYTES`].
    TooLarge,
}

/// Sends `request` and reads the whole answer, whatever its status.
pub(crate) async fn send(request: &Request<Vec<u8>>) -> Result<Response<Vec<u8>>, FetchError> {
    let sending = runtime::send(
        &request.uri().to_string(),
        request.method().as_str(),
        &head(request),
        &Uint8Array::from(request.body().as_slice()),
        TIMEOUT_MILLIS,
        MAX_ANSWER_BYTES,
    );
    let answer: Sent = settled(sending).await.map_err(|_| FetchError::Unreachable)?.unchecked_into();
    if let Some(failure) = answer.failure() {
        return Err(match failure.as_str() {
            "timeout" => FetchError::Timeout,
            "too-large" => FetchError::TooLarge,
            _ => FetchError::Unreachable,
        });
    }
    let mut response = Response::builder().status(answer.status());
    if let Some(media_type) = answer.media_type() {
        response = response.header(CONTENT_TYPE, media_type);
    }
    response.body(answer.body().to_vec()).map_err(|_| FetchError::Unreachable)
}

/// A line for each header. A line end cannot be smuggled in: no `HeaderValue` holds one.
fn head(request: &Request<Vec<u8>>) -> String {
    let mut lines = String::new();
    for (name, value) in request.headers() {
        let end = if lines.is_empty() { "" } else { "\n" };
        // Writing to a `String` cannot fail.
        let _ = write!(lines, "{end}{name}: {}", value.to_str().unwrap_or_default());
    }
    lines
}
