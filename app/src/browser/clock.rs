//! The browser's wall clock, and pauses in which the page can breathe.

use js_sys::Promise;
use leptos::prelude::window;
use nanori_identity::Timestamp;
use wasm_bindgen_futures::JsFuture;

/// Milliseconds since the epoch.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// Whole seconds since the epoch.
pub fn now() -> Timestamp {
    #[expect(clippy::cast_possible_truncation, reason = "seconds since 1970 fit i64 by far")]
    let seconds = (now_ms() / 1000.0) as i64;
    Timestamp::from_unix(seconds).unwrap_or(Timestamp::EPOCH)
}

/// Lets everything that waits have its turn before going on: what was typed, what is to be drawn, and other timers.
pub async fn breathe() {
    // `scheduler.yield()` would come back sooner, but before all other tasks.
    let pause = Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    });
    let _ = JsFuture::from(pause).await;
}
