//! Sends a request to AWS and reads the answer: no redirect is followed, time and size are bounded.

use core::time::Duration;

use http::{Request, Response, header::CONTENT_TYPE};
use worker::{
    AbortSignal,
    js_sys::{self, Uint8Array, futures::JsFuture},
    wasm_bindgen::{JsCast, JsValue},
    web_sys::{self, Headers, RequestInit, RequestRedirect, WorkerGlobalScope},
};

use crate::{
    body::{self, BodyError},
    timers,
};

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
    let incoming = fetch(request, signal).await.map_err(|_| FetchError::Unreachable)?;
    let mut response = Response::builder().status(incoming.status());
    if let Ok(Some(value)) = incoming.headers().get(CONTENT_TYPE.as_str()) {
        response = response.header(CONTENT_TYPE, value);
    }
    let body = body::read(incoming.body(), MAX_ANSWER_BYTES).await.map_err(|error| match error {
        BodyError::Broken => FetchError::Unreachable,
        BodyError::TooLarge => FetchError::TooLarge,
    })?;
    response.body(body).map_err(|_| FetchError::Unreachable)
}

/// The runtime's `fetch`. Called by itself, since the wrapper brings along every option that the edge has.
async fn fetch(request: &Request<Vec<u8>>, signal: &AbortSignal) -> Result<web_sys::Response, JsValue> {
    let headers = Headers::new()?;
    for (name, value) in request.headers() {
        headers.set(name.as_str(), value.to_str().unwrap_or_default())?;
    }
    let init = RequestInit::new();
    init.set_method(request.method().as_str());
    init.set_headers(headers.as_ref());
    init.set_redirect(RequestRedirect::Manual);
    init.set_body(&Uint8Array::from(request.body().as_slice()));
    init.set_signal(Some(signal));
    let runtime: WorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = JsFuture::from(runtime.fetch_with_str_and_init(&request.uri().to_string(), &init)).await?;
    answer.dyn_into()
}
