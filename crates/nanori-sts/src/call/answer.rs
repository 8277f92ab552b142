//! From an HTTP response to the root element of an answer, or to STS's refusal.

use http::{Response, header};

use crate::{
    Refusal, StsError,
    xml::{Document, Element, MAX_SIZE},
};

/// The namespace of every answer of STS.
const NAMESPACE: &str = "https://sts.amazonaws.com/doc/2011-06-15/";
/// The namespace of refusals by AWS's front door, before a request reaches STS.
const FAULT_NAMESPACE: &str = "http://webservices.amazon.com/AWSFault/2005-15-09";

pub(super) fn root<B: AsRef<[u8]>>(response: &Response<B>) -> Result<Element, StsError> {
    let status = response.status();
    let body = response.body().as_ref();
    if body.len() > MAX_SIZE {
        return Err(StsError::TooLarge { max: MAX_SIZE });
    }
    let unexpected = StsError::Unexpected { status: status.as_u16() };
    if !is_xml(response) {
        return Err(unexpected);
    }
    if status.is_success() {
        let document = Document::read(body)?;
        return if document.namespace == NAMESPACE {
            Ok(document.root)
        } else {
            Err(StsError::Malformed { what: "the answer's namespace" })
        };
    }
    // An error page that is not STS's own must not look like a decision of STS.
    let Ok(Document { namespace, root }) = Document::read(body) else { return Err(unexpected) };
    let is_refusal =
        matches!(namespace.as_str(), NAMESPACE | FAULT_NAMESPACE) && root.name() == "ErrorResponse";
    match Refusal::read(&root, status.as_u16()) {
        Some(refusal) if is_refusal && !status.is_redirection() => Err(StsError::Refused(Box::new(refusal))),
        _ => Err(unexpected),
    }
}

fn is_xml<B>(response: &Response<B>) -> bool {
    let mut values = response.headers().get_all(header::CONTENT_TYPE).iter();
    let (Some(value), None) = (values.next(), values.next()) else { return false };
    let media_type = value.to_str().unwrap_or_default().split(';').next().unwrap_or_default();
    matches!(media_type.trim().to_ascii_lowercase().as_str(), "text/xml" | "application/xml")
}
