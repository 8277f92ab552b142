//! The front end's files: from the assets binding, with our headers instead of the platform's.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Request, Response};

use crate::{headers, response, task::settled};

#[wasm_bindgen]
extern "C" {
    type Assets;

    #[wasm_bindgen(method, catch)]
    fn fetch(this: &Assets, request: &Request) -> Result<Promise, JsValue>;
}

/// The file for `path`, or the page itself, since the front end routes by path. `None` if there are no files here.
pub(crate) async fn serve(
    request: &Request,
    env: &JsValue,
    path: &str,
    policy: &str,
) -> Option<Result<Response, JsValue>> {
    let assets = Reflect::get(env, &JsValue::from_str("ASSETS")).ok().filter(JsValue::is_object)?;
    Some(dress(assets.unchecked_ref(), request, path, policy).await)
}

async fn dress(assets: &Assets, request: &Request, path: &str, policy: &str) -> Result<Response, JsValue> {
    let found: Response = settled(assets.fetch(request)?).await?.dyn_into()?;
    let headers = headers::secure(policy)?;
    for name in ["content-type", "etag", "content-encoding", "location"] {
        if let Some(value) = found.headers().get(name)? {
            headers.set(name, &value)?;
        }
    }
    headers.set("cache-control", cache_control(path))?;
    Response::new_with_opt_readable_stream_and_init(
        found.body().as_ref(),
        &response::init(found.status(), &headers),
    )
}

/// The build puts a hash of the content, in up to sixteen hexadecimal digits, into the names of styles and of the folder
/// that the program lies in: such a file never changes.
fn cache_control(path: &str) -> &'static str {
    let hashed = path.split('/').any(|name| {
        let stem = name.split('.').next().unwrap_or_default();
        stem.rsplit_once('-').is_some_and(|(_, hash)| {
            (8..=16).contains(&hash.len()) && hash.bytes().all(|b| b.is_ascii_hexdigit())
        })
    });
    if hashed { "public, max-age=31536000, immutable" } else { "no-cache" }
}

#[cfg(test)]
mod tests;
