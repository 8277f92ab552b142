//! Asking the worker: JSON by same-origin requests, problems told apart from a line that is down.

use gloo_net::http::{Request, RequestBuilder, Response};
use nanori_api::{Problem, REQUEST_HEADER};
use serde::{Serialize, de::DeserializeOwned};
use web_sys::AbortSignal;

use crate::browser::document;

/// The longest wait for an answer. The worker gives up on AWS sooner and says so.
const TIMEOUT_MS: u32 = 40_000;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The browser is offline.
    Offline,
    /// The worker could not be reached.
    Unreachable,
    /// The worker did not answer in time.
    Timeout,
    /// Something answered that is not our worker, or not of our version.
    NotUnderstood,
    /// The worker refuses.
    Problem(Box<Problem>),
}

/// Gets `path`.
///
/// # Errors
/// [`Failure`].
pub async fn read<A: DeserializeOwned>(path: &str) -> Result<A, Failure> {
    let request = prepare(Request::get(path)).build().map_err(|_| Failure::NotUnderstood)?;
    answer(request.send().await).await
}

/// Posts `body` to `path`.
///
/// # Errors
/// [`Failure`].
pub async fn send<A: DeserializeOwned>(path: &str, body: &impl Serialize) -> Result<A, Failure> {
    let request = prepare(Request::post(path))
        .header(REQUEST_HEADER, "1")
        .json(body)
        .map_err(|_| Failure::NotUnderstood)?;
    answer(request.send().await).await
}

fn prepare(request: RequestBuilder) -> RequestBuilder {
    request
        .abort_signal(Some(&AbortSignal::timeout_with_u32(TIMEOUT_MS)))
        .cache(web_sys::RequestCache::NoStore)
        .credentials(web_sys::RequestCredentials::SameOrigin)
        .redirect(web_sys::RequestRedirect::Error)
}

async fn answer<A: DeserializeOwned>(sent: Result<Response, gloo_net::Error>) -> Result<A, Failure> {
    let response = sent.map_err(|error| failure_of(&error))?;
    if response.ok() {
        return response.json().await.map_err(|_| Failure::NotUnderstood);
    }
    response
        .json::<Problem>()
        .await
        .map_or(Err(Failure::NotUnderstood), |problem| Err(Failure::Problem(Box::new(problem))))
}

fn failure_of(error: &gloo_net::Error) -> Failure {
    let gloo_net::Error::JsError(error) = error else { return Failure::NotUnderstood };
    match error.name.as_str() {
        "TimeoutError" | "AbortError" => Failure::Timeout,
        _ if !document::online() => Failure::Offline,
        _ => Failure::Unreachable,
    }
}
