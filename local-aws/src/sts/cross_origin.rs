//! The CORS headers with which STS lets pages of any origin call it.

use http::{HeaderMap, HeaderValue, Response, StatusCode};
use hyper::body::Bytes;

use crate::answer;

/// Lets the page that sent a request with an `Origin` read the answer.
pub fn allow(request: &HeaderMap, response: &mut Response<Bytes>) {
    if !request.contains_key("origin") {
        return;
    }
    let headers = response.headers_mut();
    headers.insert("access-control-allow-origin", HeaderValue::from_static("*"));
    headers.insert(
        "access-control-expose-headers",
        HeaderValue::from_static("x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date"),
    );
}

/// The answer to a preflight request: POST with whatever headers the page asks for.
pub fn preflight(request: &HeaderMap) -> Response<Bytes> {
    let mut response = answer::text(StatusCode::OK, "text/plain", Bytes::new());
    allow(request, &mut response);
    let headers = response.headers_mut();
    headers.insert("access-control-allow-methods", HeaderValue::from_static("GET, POST"));
    if let Some(wanted) = request.get("access-control-request-headers") {
        headers.insert("access-control-allow-headers", wanted.clone());
    }
    headers.insert("access-control-max-age", HeaderValue::from_static("172800"));
    response
}
