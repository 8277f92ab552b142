//! Faults on demand: what a test asks an operation to do wrong, and how often.
//!
//! A fault is set by `POST /_local/faults` and used up by matching requests, in the order it was set.

use http::header::{CONTENT_TYPE, LOCATION};
use http::{HeaderValue, Response, StatusCode};
use hyper::body::Bytes;
use serde::{Deserialize, Serialize};

use crate::answer;
use crate::sts::refusal::Refusal;

/// One fault, as it is posted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Fault {
    /// `AssumeRole`, `GetCallerIdentity`, `GetSessionToken`, `GetFederationToken`, `getSigninToken`, `login`,
    /// `logout`, `console`, or `*` for every one of them.
    #[serde(default = "any_operation")]
    pub operation: String,
    /// How many requests it befalls.
    #[serde(default = "once")]
    pub times: u32,
    /// Wait this many milliseconds first (60,000 at most).
    #[serde(default)]
    pub delay_ms: u64,
    /// What to answer; absent means only the delay.
    #[serde(flatten)]
    pub effect: Option<Effect>,
}

/// What goes wrong.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Effect {
    /// An HTTP status with AWS's error body.
    Status {
        /// 400 to 599.
        #[serde(default = "internal_error")]
        status: u16,
    },
    /// STS's `Throttling`, "Rate exceeded".
    Throttle,
    /// The connection closes without an answer.
    Drop,
    /// A body that is neither XML nor JSON, cut in the middle.
    Malformed,
    /// A body of this many bytes.
    Oversized {
        /// Eight mebibytes unless said otherwise, 64 MiB at most.
        #[serde(default = "eight_mebibytes")]
        bytes: usize,
    },
    /// A redirect to `location`, which a careful client does not follow.
    Redirect {
        /// Where to.
        location: String,
    },
    /// Any answer at all.
    Body {
        /// The status, 200 unless said otherwise.
        #[serde(default = "ok")]
        status: u16,
        /// The content type, `text/xml` unless said otherwise.
        #[serde(default = "text_xml")]
        content_type: String,
        /// The body.
        body: String,
    },
    /// AssumeRole really happens, but the answer names this session instead of the one that was asked for.
    OtherName {
        /// The session name to answer.
        session_name: String,
    },
}

/// What a fault makes of a request.
#[derive(Debug)]
pub enum Befallen {
    /// Answer this.
    Answer(Response<Bytes>),
    /// Close the connection.
    Drop,
    /// Carry on, but answer with this session name.
    OtherName(String),
}

impl Fault {
    /// Whether the fault befalls `operation`.
    pub fn befalls(&self, operation: &str) -> bool {
        self.times > 0 && (self.operation == "*" || self.operation == operation)
    }
}

impl Effect {
    /// What the caller sees. `request_id` goes into error bodies.
    pub fn befall(&self, request_id: &str) -> Befallen {
        match self {
            Self::Status { status } => Befallen::Answer(Refusal::failure(*status).answer(request_id)),
            Self::Throttle => Befallen::Answer(Refusal::throttled().answer(request_id)),
            Self::Drop => Befallen::Drop,
            Self::Malformed => Befallen::Answer(answer::text(
                StatusCode::OK,
                "text/xml",
                "<AssumeRoleResponse xmlns=\"https://sts",
            )),
            Self::Oversized { bytes } => {
                let size = (*bytes).min(64 << 20);
                let mut body = String::with_capacity(size + 16);
                body.push_str("<!-- ");
                body.extend(std::iter::repeat_n('x', size));
                body.push_str(" -->");
                Befallen::Answer(answer::text(StatusCode::OK, "text/xml", body))
            }
            Self::Redirect { location } => {
                let mut response = answer::text(StatusCode::FOUND, "text/plain", "");
                if let Ok(value) = HeaderValue::from_str(location) {
                    response.headers_mut().insert(LOCATION, value);
                }
                Befallen::Answer(response)
            }
            Self::Body { status, content_type, body } => {
                let status = StatusCode::from_u16(*status).unwrap_or(StatusCode::OK);
                let mut response = answer::text(status, "text/xml", body.clone());
                if let Ok(value) = HeaderValue::from_str(content_type) {
                    response.headers_mut().insert(CONTENT_TYPE, value);
                }
                Befallen::Answer(response)
            }
            Self::OtherName { session_name } => Befallen::OtherName(session_name.clone()),
        }
    }
}

fn any_operation() -> String {
    "*".to_owned()
}

fn once() -> u32 {
    1
}

fn internal_error() -> u16 {
    500
}

fn ok() -> u16 {
    200
}

fn eight_mebibytes() -> usize {
    8 << 20
}

fn text_xml() -> String {
    "text/xml".to_owned()
}
