//! Random bytes from the runtime's WebCrypto.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues, catch)]
    fn get_random_values(bytes: &mut [u8]) -> Result<JsValue, JsValue>;
}

/// `N` random bytes, or nothing if the runtime has none to give; nobody then goes on with zeroes.
pub(crate) fn bytes<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    get_random_values(&mut bytes).ok().map(|_| bytes)
}
