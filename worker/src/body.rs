//! Reads a body up to a limit, whoever sent it: the part of a stream that is over the limit is never held.

use worker::{
    js_sys::{Reflect, Uint8Array, futures::JsFuture},
    wasm_bindgen::{JsCast, JsValue},
    web_sys::{ReadableStream, ReadableStreamDefaultReader},
};

/// Why a body is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyError {
    /// The stream broke, or does not give bytes.
    Broken,
    /// More than the limit.
    TooLarge,
}

/// The whole body, at most `max` bytes of it; empty if there is no stream.
pub(crate) async fn read(stream: Option<ReadableStream>, max: usize) -> Result<Vec<u8>, BodyError> {
    let Some(stream) = stream else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut body = Vec::with_capacity(2_048);
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(|_| BodyError::Broken)?;
        let property =
            |name: &str| Reflect::get(&part, &JsValue::from_str(name)).map_err(|_| BodyError::Broken);
        if property("done")?.is_truthy() {
            return Ok(body);
        }
        let chunk: Uint8Array = property("value")?.dyn_into().map_err(|_| BodyError::Broken)?;
        if body.len() + chunk.length() as usize > max {
            // Tells the sender to stop; whether it hears it is nothing to wait for.
            let _ = reader.cancel();
            return Err(BodyError::TooLarge);
        }
        body.extend_from_slice(&chunk.to_vec());
    }
}
