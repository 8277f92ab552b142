//! Sends a request to AWS and reads the answer: no redirect is followed, time and size are bounded.

use core::time::Duration;

use futures_util::StreamExt;
use http::{Request, Response, header::CONTENT_TYPE};
use worker::{AbortSignal, Fetch, Headers, Method, RequestInit, RequestRedirect, js_sys::Uint8Array};

use crate::timers;

/// How long AWS may take, from the first byte sent to the last one read.
const TIMEOUT: Duration = Duration::from_secs(8);
/// No answer of STS or of sign-in comes near this.
const MAX_ANSWER_BYTES: usize = 64 * 1024;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FetchError {
    /// No connection, or it broke.
    Unreachable,
    /// Not within [`TIMEOUT`].
    Timeout,
    /// More than [`MAX_ANSWER_BYTES`].
    TooLarge,
}

/// Sends `request` and reads the whole answer, whatever its status.
pub(crate) async fn send(request: &Request<Vec<u8>>) -> Result<Response<Vec<u8>>, FetchError> {
    let signal = timers::abort_after(TIMEOUT);
    exchange(request, &signal).await.map_err(|error| match error {
        FetchError::Unreachable if signal.aborted() => FetchError::Timeout,
        other => other,
    })
}

async fn exchange(request: &Request<Vec<u8>>, signal: &AbortSignal) -> Result<Response<Vec<u8>>, FetchError> {
    let outgoing = outgoing(request).map_err(|_| FetchError::Unreachable)?;
    let mut incoming =
        Fetch::Request(outgoing).send_with_signal(signal).await.map_err(|_| FetchError::Unreachable)?;
    let mut response = Response::builder().status(incoming.status_code());
    if let Ok(Some(value)) = incoming.headers().get(CONTENT_TYPE.as_str()) {
        response = response.header(CONTENT_TYPE, value);
    }
    let mut body = Vec::with_capacity(4_096);
    // An answer without a body has no stream.
    if let Ok(mut chunks) = incoming.stream() {
        while let Some(chunk) = chunks.next().await {
            let chunk = chunk.map_err(|_| FetchError::Unreachable)?;
            if body.len() + chunk.len() > MAX_ANSWER_BYTES {
                return Err(FetchError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
    }
    response.body(body).map_err(|_| FetchError::Unreachable)
}

fn outgoing(request: &Request<Vec<u8>>) -> worker::Result<worker::Request> {
    let headers = Headers::new();
    for (name, value) in request.headers() {
        headers.set(
            name.as_str(),
            value.to_str().map_err(|error| worker::Error::RustError(error.to_string()))?,
        )?;
    }
    let mut init = RequestInit::new();
    init.with_method(Method::from(request.method().as_str().to_owned()))
        .with_headers(headers)
        .with_redirect(RequestRedirect::Manual)
        .with_body(Some(Uint8Array::from(request.body().as_slice()).into()));
    worker::Request::new_with_init(&request.uri().to_string(), &init)
}
