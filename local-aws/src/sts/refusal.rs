//! What STS answers when it refuses: an HTTP status, a code, a text, all in AWS's words.
//!
//! The texts come from the IAM user guide and from what users of STS have reported.

use http::{HeaderValue, Response, StatusCode};
use hyper::body::Bytes;

use super::xml;
use crate::answer;

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: StatusCode,
    /// The code, for instance `AccessDenied`.
    pub code: &'static str,
    /// The text.
    pub message: String,
}

impl Refusal {
    fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into() }
    }

    /// `AccessDenied` with `message`.
    pub fn access_denied(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "AccessDenied", message)
    }

    /// `AccessDenied` because a policy does not allow `action` on `resource`.
    pub fn not_authorized(caller_arn: &str, action: &str, resource: &str) -> Self {
        Self::access_denied(format!(
            "User: {caller_arn} is not authorized to perform: {action} on resource: {resource}"
        ))
    }

    /// `ValidationError` with `message`.
    pub fn validation(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "ValidationError", message)
    }

    /// `InvalidParameterValue` with `message`.
    pub fn invalid_parameter(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "InvalidParameterValue", message)
    }

    /// The key is unknown, or its session token is not the one issued with it.
    pub fn invalid_client_token() -> Self {
        let message = "The security token included in the request is invalid.";
        Self::new(StatusCode::FORBIDDEN, "InvalidClientTokenId", message)
    }

    /// The temporary credentials have ended.
    pub fn expired_token() -> Self {
        let message = "The security token included in the request is expired";
        Self::new(StatusCode::FORBIDDEN, "ExpiredToken", message)
    }

    /// The request carries no signature.
    pub fn missing_authentication_token() -> Self {
        let message = "Request is missing Authentication Token";
        Self::new(StatusCode::FORBIDDEN, "MissingAuthenticationToken", message)
    }

    /// The signature lacks a part or has a malformed one.
    pub fn incomplete_signature(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "IncompleteSignature", message)
    }

    /// The signature is not the one expected, or its time is not now.
    pub fn signature_does_not_match(message: impl Into<String>) -> Self {
        Self::new(StatusCode::FORBIDDEN, "SignatureDoesNotMatch", message)
    }

    /// The session policy is not a policy.
    pub fn malformed_policy() -> Self {
        let message = "The policy is not in the valid JSON format.";
        Self::new(StatusCode::BAD_REQUEST, "MalformedPolicyDocument", message)
    }

    /// Session policies and tags take more room than there is.
    pub fn packed_policy_too_large(percent: usize) -> Self {
        let message =
            format!("Packed policy consumes {percent}% of allotted space, please use smaller policy.");
        Self::new(StatusCode::BAD_REQUEST, "PackedPolicyTooLarge", message)
    }

    /// There is no such operation.
    pub fn invalid_action(action: &str, version: &str) -> Self {
        let message = format!("Could not find operation {action} for version {version}");
        Self::new(StatusCode::BAD_REQUEST, "InvalidAction", message)
    }

    /// The body or the query could not be read.
    pub fn malformed_query(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "MalformedQueryString", message)
    }

    /// Too many calls.
    pub fn throttled() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "Throttling", "Rate exceeded")
    }

    /// The service failed with this status.
    pub fn failure(status: u16) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let (code, message) = match status.as_u16() {
            503 => ("ServiceUnavailable", "Service is unable to handle request."),
            _ => ("InternalFailure", "We encountered an internal error. Please try again."),
        };
        Self::new(status, code, message)
    }

    /// The answer in XML.
    pub fn answer(&self, request_id: &str) -> Response<Bytes> {
        let kind = if self.status.is_server_error() { "Receiver" } else { "Sender" };
        let error = xml::element("Type", kind)
            + &xml::element("Code", self.code)
            + &xml::element("Message", &self.message);
        let body = xml::nest("Error", &error) + &xml::element("RequestId", request_id);
        let mut response = answer::text(self.status, "text/xml", xml::document("ErrorResponse", &body));
        if let Ok(value) = HeaderValue::from_str(request_id) {
            response.headers_mut().insert("x-amzn-requestid", value);
        }
        response
    }
}

impl From<crate::secret::NoRandomness> for Refusal {
    fn from(_: crate::secret::NoRandomness) -> Self {
        Self::failure(500)
    }
}
