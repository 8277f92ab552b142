//! Problems: RFC 9457 `application/problem+json` with a stable code, parameters and ranked causes.

use serde::{Deserialize, Serialize};

use crate::{FieldRefusal, Params};

/// Declares the codes once: the variant, its name on the wire, its HTTP status and the title of RFC 9457.
macro_rules! problem_codes {
    ($($(#[$doc:meta])+ $variant:ident = $code:literal, $status:literal, $title:literal;)+) => {
        /// Every problem that the worker can answer. A code once published keeps its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum ProblemCode { $($(#[$doc])+ #[serde(rename = $code)] $variant,)+ }

        impl ProblemCode {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code on the wire.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The HTTP status that it is answered with.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status,)+ }
            }

            /// A short English title for machines' logs; people read the front end's own sentence.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)+ }
            }
        }
    };
}

problem_codes! {
    /// No such path.
    NotFound = "not-found", 404, "No such resource";
    /// The path does not take this method.
    MethodNotAllowed = "method-not-allowed", 405, "Method not allowed";
    /// The body is not `application/json`.
    UnsupportedMediaType = "unsupported-media-type", 415, "The body must be application/json";
    /// The body is over [`crate::MAX_BODY_BYTES`].
    BodyTooLarge = "body-too-large", 413, "The body is too large";
    /// The body is not the JSON that the path takes: syntax, unknown, missing or doubled fields.
    MalformedBody = "malformed-body", 400, "The body is not understood";
    /// A field's value is refused; params `field`, `reason` and what the reason needs.
    InvalidField = "invalid-field", 422, "A field is not valid";
    /// The request does not come from the portal's own pages.
    CrossSiteRequest = "cross-site-request", 403, "Not a request of this portal";
    /// Too many requests; `retry_after` says when to come back, param `scope` is `address` or `principal`.
    RateLimited = "rate-limited", 429, "Too many requests";

    /// Nobody is signed in.
    SessionMissing = "session-missing", 401, "Not signed in";
    /// The portal session has ended; param `reason` is `idle` or `age`.
    SessionExpired = "session-expired", 401, "The session has ended";
    /// The request was signed with a key other than the one that the session is bound to.
    KeyNotBound = "key-not-bound", 403, "Signed with another key";
    /// The signed request is for another session name than the bound one; params `bound`, `asked`.
    NameNotBound = "name-not-bound", 403, "Not your session name";

    /// The caller is the root user of an account.
    RootRefused = "root-refused", 403, "The root user cannot switch roles";
    /// The caller's name cannot be a session name; params `name`, `reason`.
    NameNotUsable = "name-not-usable", 403, "The name cannot be a session name";
    /// The caller is of a kind that cannot assume roles; param `kind`.
    PrincipalNotSupported = "principal-not-supported", 403, "This kind of caller cannot switch roles";

    /// The signature's time is too far from now; params `server_time`, `signed_at`.
    ClockSkew = "clock-skew", 400, "The clock is wrong";
    /// STS does not know the access key.
    KeyUnknown = "key-unknown", 401, "The access key is not known";
    /// The signature does not verify: the secret is wrong, or the request was made for another portal.
    SignatureMismatch = "signature-mismatch", 401, "The signature does not match";
    /// The temporary credentials that signed have ended.
    CredentialsExpired = "credentials-expired", 401, "The credentials have expired";
    /// STS refuses; `causes` ranks why.
    AccessDenied = "access-denied", 403, "AWS refuses the switch";
    /// Longer than the role's `MaxSessionDuration`; param `asked`.
    DurationOverRoleMaximum = "duration-over-role-maximum", 422, "Longer than the role allows";
    /// Longer than the hour that a chained role may last; param `asked`.
    DurationOverChainingCap = "duration-over-chaining-cap", 422, "Longer than a chained role may last";
    /// The session policy is not accepted.
    MalformedPolicy = "malformed-policy", 422, "The session policy is not valid";
    /// Session policies and tags are too large together.
    PackedPolicyTooLarge = "packed-policy-too-large", 422, "Session policies and tags are too large";
    /// STS is not enabled in that region for the account.
    RegionDisabled = "region-disabled", 403, "The region is not enabled";
    /// STS finds a parameter wrong; its message is in `upstream`.
    StsValidation = "sts-validation", 422, "AWS finds a parameter wrong";
    /// STS throttles; `retry_after` says when to come back.
    StsThrottled = "sts-throttled", 503, "AWS is throttling";
    /// STS refuses for a reason that is not told apart; its code and message are in `upstream`.
    StsRefused = "sts-refused", 502, "AWS refuses";

    /// The destination is not a console page of the role's partition; param `destination`.
    DestinationNotAllowed = "destination-not-allowed", 422, "Not a console page";
    /// The sign-in service refuses the credentials.
    SigninRefused = "signin-refused", 502, "Console sign-in is refused";

    /// AWS cannot be reached; param `service`.
    UpstreamUnreachable = "upstream-unreachable", 502, "AWS cannot be reached";
    /// AWS does not answer in time; param `service`.
    UpstreamTimeout = "upstream-timeout", 504, "AWS does not answer";
    /// AWS answers something that is not understood; param `service`.
    UpstreamMalformed = "upstream-malformed", 502, "AWS's answer is not understood";
    /// AWS grants another session than was asked for; it is thrown away.
    AnswerMismatch = "answer-mismatch", 502, "AWS's answer is for another session";

    /// The deployment's settings are not complete; its log says which.
    Misconfigured = "misconfigured", 503, "The portal is not configured";
    /// A fault of the portal; the request id leads to the log line.
    Internal = "internal", 500, "Something went wrong";
}

/// One likely cause of a refusal, most likely first. `code` is translated by the front end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cause {
    /// A stable code, e.g. `mfa-required`.
    pub code: String,
    /// What the sentence needs.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    pub params: Params,
}

/// What AWS itself said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Upstream {
    /// `sts` or `signin`.
    pub service: String,
    /// AWS's HTTP status.
    pub status: u16,
    /// AWS's error code, e.g. `AccessDenied`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// AWS's message; ARNs may stand in it, secrets do not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// AWS's request id, for its support and for CloudTrail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

/// An RFC 9457 problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Problem {
    /// `urn:nanori:problem:{code}`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The code's title.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The code.
    pub code: ProblemCode,
    /// The portal's id of this request; the log line bears it too.
    pub request_id: String,
    /// What the front end's sentence needs.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    pub params: Params,
    /// Likely causes, most likely first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<Cause>,
    /// What AWS said, if AWS was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upstream: Option<Upstream>,
    /// Seconds after which to try again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u32>,
}

impl Problem {
    /// The media type of RFC 9457.
    pub const CONTENT_TYPE: &'static str = "application/problem+json";

    /// A problem of `code` with nothing but its request id.
    #[must_use]
    pub fn new(code: ProblemCode, request_id: impl Into<String>) -> Self {
        Self {
            kind: format!("urn:nanori:problem:{}", code.as_str()),
            title: code.title().to_owned(),
            status: code.status(),
            code,
            request_id: request_id.into(),
            params: Params::new(),
            causes: Vec::new(),
            upstream: None,
            retry_after: None,
        }
    }

    /// The problem of a refused field: [`ProblemCode::InvalidField`] with `field`, `reason` and what the reason needs.
    #[must_use]
    pub fn of_field(refusal: FieldRefusal, request_id: impl Into<String>) -> Self {
        let FieldRefusal { field, reason, params } = refusal;
        let mut problem = Self::new(ProblemCode::InvalidField, request_id);
        problem.params = params;
        problem.with("field", field).with("reason", reason)
    }

    /// The same with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }
}

#[cfg(test)]
mod tests;
