//! Saving text as a file, and reading a chosen file.

use js_sys::{Array, Reflect, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// The largest credentials file that is read.
const MAX_FILE_BYTES: f64 = 1024.0 * 1024.0;

/// Offers `text` as the file `name`; false where the browser refuses.
pub fn download(name: &str, text: &str) -> bool {
    try_download(name, text).is_ok()
}

/// The text of `file`; `None` where it is too large or unreadable.
pub async fn read_file(file: &File) -> Option<String> {
    if file.size() > MAX_FILE_BYTES {
        return None;
    }
    JsFuture::from(file.text()).await.ok()?.as_string()
}

/// The bytes of `file`; `None` where it has more than `most` or is unreadable.
pub async fn read_bytes(file: &File, most: f64) -> Option<Vec<u8>> {
    if file.size() > most {
        return None;
    }
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

fn try_download(name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("application/octet-stream");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    anchor.set_href(&address);
    anchor.set_download(name);
    // Inside an open dialog only its own subtree can be clicked; a detached anchor works everywhere.
    let _ = Reflect::set(&anchor, &"rel".into(), &"noopener".into());
    anchor.click();
    Url::revoke_object_url(&address)
}
