//! STS said no: its code, its message, and what kind of no it is.

use core::fmt;

use nanori_identity::Timestamp;

use crate::{skew, xml::Element};

/// The most characters of a message that are kept.
const MAX_MESSAGE: usize = 2048;

/// What kind of refusal it is, told apart by AWS's code and, where one code has several causes, by its message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RefusalCode {
    /// `AccessDenied`: some policy says no, or none says yes.
    AccessDenied,
    /// `AccessDenied` because of the MFA code or device.
    MfaFailed,
    /// `ExpiredToken`: the credentials that signed have ended.
    ExpiredToken,
    /// `InvalidClientTokenId`: no such key, not active, or of another partition; a wrong session token too.
    InvalidClientTokenId,
    /// `SignatureDoesNotMatch`: the secret is wrong, or the request is not what was signed.
    SignatureDoesNotMatch,
    /// `SignatureDoesNotMatch` "Signature expired": the signer's clock is behind, or the request is old.
    SignatureExpired,
    /// `SignatureDoesNotMatch` "Signature not yet current": the signer's clock is ahead.
    SignatureNotYetCurrent,
    /// `IncompleteSignature`, `MissingAuthenticationToken`: the request was not signed as it should be.
    NotSigned,
    /// `ValidationError`: the duration exceeds the hour that a chained role gets.
    DurationChained,
    /// `ValidationError`: the duration exceeds the role's `MaxSessionDuration`.
    DurationOverMaximum,
    /// `ValidationError` for another reason, or another complaint about a parameter.
    Validation,
    /// `MalformedPolicyDocument`: the session policy.
    MalformedPolicyDocument,
    /// `PackedPolicyTooLarge`: session policies and tags together.
    PackedPolicyTooLarge,
    /// `RegionDisabledException`: STS is not active for the account in this region.
    RegionDisabled,
    /// `OptInRequired`: the account has not opted in to the region or service.
    OptInRequired,
    /// `Throttling` and its like.
    Throttled,
    /// `ServiceUnavailable`.
    ServiceUnavailable,
    /// `InternalFailure`.
    InternalFailure,
    /// A code that is not known here.
    Other,
}

/// A refusal of STS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    code: RefusalCode,
    aws_code: String,
    message: String,
    request_id: Option<String>,
    status: u16,
}

impl Refusal {
    /// A refusal from its parts. The message is cleaned: no control characters, at most 2,048 characters, and without
    /// the canonical request that AWS appends to signature errors (it can hold a session token).
    #[must_use]
    pub fn new(status: u16, aws_code: &str, message: &str, request_id: Option<&str>) -> Self {
        let message = cleaned(message);
        let aws_code: String = aws_code.chars().filter(char::is_ascii_graphic).take(128).collect();
        let request_id =
            request_id.map(|id| id.chars().filter(char::is_ascii_graphic).take(128).collect::<String>());
        let code = RefusalCode::of(&aws_code, &message, status);
        Self { code, aws_code, message, request_id: request_id.filter(|id| !id.is_empty()), status }
    }

    /// What kind of refusal it is.
    #[must_use]
    pub const fn code(&self) -> RefusalCode {
        self.code
    }

    /// AWS's own code.
    #[must_use]
    pub fn aws_code(&self) -> &str {
        &self.aws_code
    }

    /// AWS's own words. They can name ARNs and account numbers, never secrets.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// AWS's id of the request, for its support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Whether the same request, sent again after a pause, may succeed.
    #[must_use]
    pub const fn is_retryable(&self) -> bool {
        matches!(
            self.code,
            RefusalCode::Throttled | RefusalCode::ServiceUnavailable | RefusalCode::InternalFailure
        )
    }

    /// AWS's time when it refused, where the refusal is about time.
    #[must_use]
    pub fn server_time(&self) -> Option<Timestamp> {
        matches!(self.code, RefusalCode::SignatureExpired | RefusalCode::SignatureNotYetCurrent)
            .then(|| skew::server_time(&self.message))
            .flatten()
    }

    /// How many seconds a clock that shows `now` is ahead of AWS's, negative if it is behind.
    ///
    /// `now` is the clock's reading when the answer came. Sign again at the corrected time.
    #[must_use]
    pub fn clock_skew(&self, now: Timestamp) -> Option<i64> {
        self.server_time().map(|server| now.since(server))
    }

    /// Reads an `ErrorResponse`; `None` if it has no code.
    pub(crate) fn read(root: &Element, status: u16) -> Option<Self> {
        let error = root.optional("Error").ok()??;
        let code = error.optional_text("Code").ok()?.filter(|code| !code.is_empty())?;
        let message = error.optional_text("Message").ok()?.unwrap_or_default();
        let request_id = root.optional_text("RequestId").ok()?;
        Some(Self::new(status, code, message, request_id))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.aws_code, self.message)
    }
}

impl RefusalCode {
    /// A stable code to branch on and to translate by.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AccessDenied => "access-denied",
            Self::MfaFailed => "mfa-failed",
            Self::ExpiredToken => "expired-token",
            Self::InvalidClientTokenId => "invalid-client-token-id",
            Self::SignatureDoesNotMatch => "signature-does-not-match",
            Self::SignatureExpired => "signature-expired",
            Self::SignatureNotYetCurrent => "signature-not-yet-current",
            Self::NotSigned => "not-signed",
            Self::DurationChained => "duration-chained",
            Self::DurationOverMaximum => "duration-over-maximum",
            Self::Validation => "validation",
            Self::MalformedPolicyDocument => "malformed-policy-document",
            Self::PackedPolicyTooLarge => "packed-policy-too-large",
            Self::RegionDisabled => "region-disabled",
            Self::OptInRequired => "opt-in-required",
            Self::Throttled => "throttled",
            Self::ServiceUnavailable => "service-unavailable",
            Self::InternalFailure => "internal-failure",
            Self::Other => "other",
        }
    }

    /// Source of the codes: STS API reference, "Common Errors" and each call's errors; botocore's retry list.
    fn of(aws_code: &str, message: &str, status: u16) -> Self {
        let name = aws_code.strip_suffix("Exception").unwrap_or(aws_code);
        match name {
            "AccessDenied" if message.contains("MultiFactorAuthentication failed") => Self::MfaFailed,
            "AccessDenied" | "NotAuthorized" => Self::AccessDenied,
            "ExpiredToken" => Self::ExpiredToken,
            "InvalidClientTokenId" | "UnrecognizedClient" => Self::InvalidClientTokenId,
            "SignatureDoesNotMatch" | "RequestExpired" | "InvalidSignature"
                if message.contains("not yet current") =>
            {
                Self::SignatureNotYetCurrent
            }
            "RequestExpired" => Self::SignatureExpired,
            "SignatureDoesNotMatch" | "InvalidSignature" if message.contains("Signature expired") => {
                Self::SignatureExpired
            }
            "SignatureDoesNotMatch" | "InvalidSignature" => Self::SignatureDoesNotMatch,
            "IncompleteSignature" | "MissingAuthenticationToken" => Self::NotSigned,
            "ValidationError" | "Validation" if message.contains("role chaining") => Self::DurationChained,
            "ValidationError" | "Validation" if message.contains("MaxSessionDuration") => {
                Self::DurationOverMaximum
            }
            "ValidationError"
            | "Validation"
            | "InvalidParameterValue"
            | "InvalidParameterCombination"
            | "MissingParameter" => Self::Validation,
            "MalformedPolicyDocument" => Self::MalformedPolicyDocument,
            "PackedPolicyTooLarge" => Self::PackedPolicyTooLarge,
            "RegionDisabled" => Self::RegionDisabled,
            "OptInRequired" => Self::OptInRequired,
            "Throttling"
            | "Throttled"
            | "RequestThrottled"
            | "TooManyRequests"
            | "RequestLimitExceeded"
            | "BandwidthLimitExceeded"
            | "PriorRequestNotComplete" => Self::Throttled,
            "ServiceUnavailable" => Self::ServiceUnavailable,
            "InternalFailure" | "InternalError" => Self::InternalFailure,
            _ if status == 503 => Self::ServiceUnavailable,
            _ if status >= 500 => Self::InternalFailure,
            _ if status == 429 => Self::Throttled,
            _ => Self::Other,
        }
    }
}

fn cleaned(message: &str) -> String {
    // AWS: "… Consult the service documentation for details.\n\nThe Canonical String for this request should have been…"
    let end = ["The Canonical String", "The String-to-Sign", "\n\n"]
        .iter()
        .filter_map(|mark| message.find(mark))
        .min()
        .unwrap_or(message.len());
    let kept = message.get(..end).unwrap_or_default();
    let spaced: String =
        kept.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MAX_MESSAGE).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
