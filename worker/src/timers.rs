//! Waiting: the runtime's own `scheduler.wait`.

use core::time::Duration;

use js_sys::Promise;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::task::settled;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = scheduler, catch)]
    fn wait(milliseconds: u32) -> Result<Promise, JsValue>;
}

/// Waits for `pause`; goes on at once if the runtime cannot.
pub(crate) async fn sleep(pause: Duration) {
    let milliseconds = u32::try_from(pause.as_millis()).unwrap_or(u32::MAX);
    if let Ok(waiting) = wait(milliseconds) {
        // The promise of a pause has no value, and is rejected only when the request is over anyway.
        let _ = settled(waiting).await;
    }
}
