//! Waiting: the runtime's own `scheduler.wait` and `AbortSignal.timeout`.
//!
//! Not `worker::Delay`: it keeps the number that `setTimeout` gives, and since the runtime gives an object, as Node.js
//! does, a dropped delay can no longer be taken back and calls into freed memory.

use core::time::Duration;

use worker::{
    AbortSignal,
    js_sys::{Promise, futures::JsFuture},
    wasm_bindgen::{self, JsValue, prelude::wasm_bindgen},
    web_sys,
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = scheduler, catch)]
    fn wait(milliseconds: u32) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = AbortSignal, js_name = timeout)]
    fn timeout(milliseconds: u32) -> web_sys::AbortSignal;
}

/// Waits for `pause`; goes on at once if the runtime cannot.
pub(crate) async fn sleep(pause: Duration) {
    if let Ok(waiting) = wait(milliseconds(pause)) {
        // The promise of a pause has no value, and is rejected only when the request is over anyway.
        let _ = JsFuture::from(waiting).await;
    }
}

/// A signal that aborts what it is given to after `limit`.
pub(crate) fn abort_after(limit: Duration) -> AbortSignal {
    AbortSignal::from(timeout(milliseconds(limit)))
}

fn milliseconds(duration: Duration) -> u32 {
    u32::try_from(duration.as_millis()).unwrap_or(u32::MAX)
}
