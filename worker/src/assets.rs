//! The front end's files: from the assets binding, with our headers instead of the platform's.

use worker::{Env, Headers, Request, Response, Result};

use crate::headers;

/// The file for `path`, or the page itself, since the front end routes by path. `None` if there are no files here.
pub(crate) async fn serve(request: Request, env: &Env, path: &str, policy: &str) -> Option<Result<Response>> {
    let assets = env.assets("ASSETS").ok()?;
    Some(match assets.fetch_request(request).await {
        Ok(found) => dress(found, path, policy),
        Err(error) => Err(error),
    })
}

fn dress(found: Response, path: &str, policy: &str) -> Result<Response> {
    // What the binding answers has headers that cannot be changed; a copy can.
    let headers = Headers::new();
    for name in ["content-type", "etag", "content-encoding", "location"] {
        if let Some(value) = found.headers().get(name)? {
            headers.set(name, &value)?;
        }
    }
    headers::secure(&headers, policy)?;
    headers.set("cache-control", cache_control(path))?;
    Ok(found.with_headers(headers))
}

/// The build puts a hash of the content, in up to sixteen hexadecimal digits, into the names of programs and styles: such
/// a file never changes.
fn cache_control(path: &str) -> &'static str {
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hashed = stem.rsplit_once('-').is_some_and(|(_, hash)| {
        (8..=16).contains(&hash.len()) && hash.bytes().all(|b| b.is_ascii_hexdigit())
    });
    if hashed { "public, max-age=31536000, immutable" } else { "no-cache" }
}

#[cfg(test)]
mod tests;
