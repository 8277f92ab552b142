//! The platform's rate limiter, which counts over all isolates of a location.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use crate::task::settled;

#[wasm_bindgen]
extern "C" {
    type RateLimiter;

    #[wasm_bindgen(method, catch)]
    fn limit(this: &RateLimiter, options: &Object) -> Result<Promise, JsValue>;
}

/// Whether the limiter lets one request of `key` through. A deployment without one, or a limiter that fails, lets
/// everything through: the isolate's own limits still hold, and nobody is locked out by a fault.
pub(crate) async fn admits(env: &JsValue, key: &str) -> bool {
    refusal(env, key).await != Some(true)
}

async fn refusal(env: &JsValue, key: &str) -> Option<bool> {
    let limiter = Reflect::get(env, &JsValue::from_str("RATE_LIMIT")).ok().filter(JsValue::is_object)?;
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("key"), &JsValue::from_str(key)).ok()?;
    let promise = limiter.unchecked_ref::<RateLimiter>().limit(&options).ok()?;
    let outcome = settled(promise).await.ok()?;
    Reflect::get(&outcome, &JsValue::from_str("success")).ok()?.as_bool().map(|admitted| !admitted)
}
