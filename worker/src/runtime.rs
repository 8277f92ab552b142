//! The functions of `runtime.js`.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::ReadableStream;

#[wasm_bindgen(module = "/src/runtime.js")]
extern "C" {
    pub(crate) fn read(stream: Option<ReadableStream>, max: u32) -> Promise;

    pub(crate) fn send(
        url: &str,
        method: &str,
        head: &str,
        body: &Uint8Array,
        milliseconds: u32,
        max: u32,
    ) -> Promise;

    /// What `send` gives.
    pub(crate) type Sent;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn failure(this: &Sent) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn status(this: &Sent) -> u16;

    #[wasm_bindgen(method, getter, js_name = type)]
    pub(crate) fn media_type(this: &Sent) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn body(this: &Sent) -> Uint8Array;
}
