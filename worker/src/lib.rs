//! The edge worker: receives signed requests in parts, checks whose they are and under which name, and sends them on.
//!
//! It holds no long-term secret of any person. What it decides is in the handlers; what AWS's protocols are is in the
//! domain crates; this crate is the I/O between them. It must never panic: one panic aborts every request of the isolate.

mod address;
mod assets;
mod body;
mod clock;
mod cookie;
mod exchange;
mod fetch;
mod gate;
mod handlers;
mod headers;
mod incoming;
mod random;
mod rate_limit;
mod record;
mod response;
mod route;
mod seal;
mod session;
mod settings;
mod signin;
mod timers;
mod upstream;

use worker::{
    Env,
    wasm_bindgen::{JsValue, prelude::wasm_bindgen},
    web_sys::{Request, Response},
};

/// Every request, pages and API alike, comes in here; the runtime's entry point calls it.
///
/// # Errors
/// Only if the runtime itself cannot make a response; everything else is answered as a problem.
#[wasm_bindgen(wasm_bindgen = worker::wasm_bindgen, wasm_bindgen_futures = worker::wasm_bindgen_futures, js_sys = worker::js_sys)]
pub async fn fetch(request: Request, env: Env, _context: JsValue) -> Result<Response, JsValue> {
    route::answer(request, env).await
}
