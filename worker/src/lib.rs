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
    Context as WorkerContext, Env, Result, event,
    web_sys::{Request, Response},
};

/// Every request, pages and API alike, comes in here.
///
/// # Errors
/// Only if the runtime itself cannot make a response; everything else is answered as a problem.
#[event(fetch)]
pub async fn fetch(request: Request, env: Env, _context: WorkerContext) -> Result<Response> {
    Ok(route::answer(request, env).await?)
}
