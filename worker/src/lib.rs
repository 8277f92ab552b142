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
mod runtime;
mod seal;
mod session;
mod settings;
mod signin;
mod task;
mod timers;
mod upstream;

pub use task::Task;

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::Response;

/// The answer to a request whose [`Task`] broke. `what` is for the log.
///
/// # Errors
/// Only if the runtime itself cannot make a response.
#[wasm_bindgen]
pub fn fault(what: &str) -> Result<Response, JsValue> {
    route::fault(what)
}
