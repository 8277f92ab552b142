//! Reads the body of a request up to a limit: what is over the limit is never held.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ReadableStream;

use crate::{runtime, task::settled};

/// Why a body is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyError {
    /// The stream broke, or does not give bytes.
    Broken,
    /// More than the limit.
    TooLarge,
}

/// The whole body, at most `max` bytes of it; empty if there is no stream.
pub(crate) async fn read(stream: Option<ReadableStream>, max: u32) -> Result<Vec<u8>, BodyError> {
    match settled(runtime::read(stream, max)).await.map(JsValue::dyn_into::<Uint8Array>) {
        Ok(Ok(bytes)) => Ok(bytes.to_vec()),
        Ok(Err(_)) => Err(BodyError::TooLarge),
        Err(_) => Err(BodyError::Broken),
    }
}
