//! Opening a tab on the person's own click, and posting a form from this document.

use js_sys::Reflect;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlFormElement, HtmlInputElement};

/// Opens `address` in a new tab that cannot reach back here; false where the browser blocked it.
///
/// Must be called within the click: afterwards browsers take it for an unwanted pop-up.
pub fn open(address: &str) -> bool {
    let opened = web_sys::window()
        .and_then(|window| window.open_with_url_and_target(address, "_blank").ok().flatten());
    let Some(tab) = opened else { return false };
    // `noopener` would give no handle, and then a blocked tab could not be told from an opened one.
    let _ = Reflect::set(&tab, &"opener".into(), &JsValue::NULL);
    true
}

/// Sends this tab to `action` by a POST of `fields`.
pub fn post(action: &str, fields: &[(String, String)]) -> bool {
    try_post(action, fields).is_ok()
}

/// Sends this tab to `address` without leaving an entry to come back to.
pub fn replace(address: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(address);
    }
}

/// Closes this tab, which browsers allow only where a page opened it.
pub fn close() {
    if let Some(window) = web_sys::window() {
        let _ = window.close();
    }
}

/// A fresh random name, 128 bits in hexadecimal.
pub fn nonce() -> Option<String> {
    let mut bytes = [0_u8; 16];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn try_post(action: &str, fields: &[(String, String)]) -> Result<(), JsValue> {
    let form: HtmlFormElement = document().create_element("form")?.dyn_into()?;
    form.set_method("post");
    form.set_action(action);
    form.set_hidden(true);
    for (name, value) in fields {
        let input: HtmlInputElement = document().create_element("input")?.dyn_into()?;
        input.set_type("hidden");
        input.set_name(name);
        input.set_value(value);
        form.append_child(&input)?;
    }
    if let Some(body) = document().body() {
        body.append_child(&form)?;
    }
    let sent = form.submit();
    form.remove();
    sent
}
