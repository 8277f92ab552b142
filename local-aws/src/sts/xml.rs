//! Just enough XML to write STS's answers: elements, text, one namespace.

use http::{HeaderValue, Response, StatusCode};
use hyper::body::Bytes;

use crate::answer;

const NAMESPACE: &str = "https://sts.amazonaws.com/doc/2011-06-15/";

/// `<name>text</name>` with the text escaped.
pub fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>", escape(text))
}

/// `<name>` around elements that are written already.
pub fn nest(name: &str, content: &str) -> String {
    format!("<{name}>{content}</{name}>")
}

/// The root element with STS's namespace.
pub fn document(root: &str, content: &str) -> String {
    format!("<{root} xmlns=\"{NAMESPACE}\">{content}</{root}>")
}

/// `200 OK` for `action` with `content` inside `<{action}Result>`.
pub fn answer(action: &str, content: &str, request_id: &str) -> Response<Bytes> {
    let metadata = nest("ResponseMetadata", &element("RequestId", request_id));
    let body = nest(&format!("{action}Result"), content) + &metadata;
    let mut response =
        answer::text(StatusCode::OK, "text/xml", document(&format!("{action}Response"), &body));
    if let Ok(value) = HeaderValue::from_str(request_id) {
        response.headers_mut().insert("x-amzn-requestid", value);
    }
    response
}

/// Text as XML or HTML content, or as an attribute in double quotes.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
