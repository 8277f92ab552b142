//! Sending a call of STS: rebuilt from parts, retried where STS allows it, every failure a problem.

use core::time::Duration;

use crate::{
    exchange::Exchange,
    fetch::{self, FetchError},
    timers,
};
use nanori_api::{Problem, ProblemCode, SignedParts, Upstream};
use nanori_identity::{RoleArn, Timestamp};
use nanori_sts::{Audience, Call, Endpoint, Refusal, RefusalCode, RequestSignature, StsError};

/// How far, in seconds, the signed time may be from ours. STS itself allows five minutes.
const MAX_SKEW: i64 = 300;
/// Pauses before the second and the third try.
const PAUSES: [Duration; 2] = [Duration::from_millis(150), Duration::from_millis(450)];

/// A signature that is fit to be sent, and where to.
pub(crate) struct Prepared {
    endpoint: Endpoint,
    pub(crate) signature: RequestSignature,
}

impl Prepared {
    /// Reads the parts and holds the signed time against our clock, so that a wrong clock is told apart from a wrong key.
    pub(crate) fn new(exchange: &Exchange, parts: &SignedParts) -> Result<Self, Problem> {
        let signature = parts.signature().map_err(|refusal| exchange.field_problem(refusal))?;
        let endpoint = parts
            .endpoint(exchange.settings.local_aws())
            .map_err(|refusal| exchange.field_problem(refusal))?;
        if signature.signed_at.since(exchange.now).abs() > MAX_SKEW {
            return Err(clock_skew(exchange, exchange.now, signature.signed_at));
        }
        Ok(Self { endpoint, signature })
    }

    /// The problem of a request that was signed for an endpoint of another partition than `role` is in, if it was.
    pub(crate) fn within(&self, exchange: &Exchange, role: &RoleArn) -> Result<(), Problem> {
        let region = self.endpoint.signing_region().clone().within(role.partition());
        region.map(drop).map_err(|error| exchange.field_problem(error.into()))
    }

    /// Sends `call` and reads the answer. `once`: the call uses something up and must not be sent again.
    pub(crate) async fn send<C: Call>(
        &self,
        exchange: &Exchange,
        call: &C,
        once: bool,
    ) -> Result<C::Response, Failure> {
        let audience = Audience::from(exchange.settings.origin.clone());
        let request = call.rebuild(&self.endpoint, &audience, &self.signature).map_err(Failure::Sts)?;
        let mut pauses = PAUSES.iter();
        loop {
            let failure = match fetch::send(&request).await {
                Err(error) => Failure::Fetch(error),
                Ok(answer) => match C::parse(&answer) {
                    Ok(response) => return Ok(response),
                    Err(error) => Failure::Sts(error),
                },
            };
            match pauses.next().filter(|_| failure.may_retry(once)) {
                Some(pause) => timers::sleep(*pause).await,
                None => return Err(failure),
            }
        }
    }

    /// The problem that `failure` is.
    pub(crate) fn problem(&self, exchange: &Exchange, failure: &Failure) -> Problem {
        match failure {
            Failure::Fetch(error) => no_answer(exchange, "sts", *error),
            Failure::Sts(StsError::Refused(refusal)) => self.refused(exchange, refusal),
            Failure::Sts(StsError::Mismatch(mismatch)) => {
                exchange.problem(ProblemCode::AnswerMismatch).with("mismatch", mismatch.as_str())
            }
            Failure::Sts(
                error
                @ (StsError::Malformed { .. } | StsError::TooLarge { .. } | StsError::Unexpected { .. }),
            ) => exchange
                .problem(ProblemCode::UpstreamMalformed)
                .with("service", "sts")
                .with("reason", error.code()),
            // What is left are errors of a call that was never sent.
            Failure::Sts(error) => exchange.field_problem(error.clone().into()),
        }
    }

    fn refused(&self, exchange: &Exchange, refusal: &Refusal) -> Problem {
        let code = match refusal.code() {
            RefusalCode::AccessDenied | RefusalCode::MfaFailed => ProblemCode::AccessDenied,
            RefusalCode::ExpiredToken => ProblemCode::CredentialsExpired,
            RefusalCode::InvalidClientTokenId => ProblemCode::KeyUnknown,
            RefusalCode::SignatureDoesNotMatch => ProblemCode::SignatureMismatch,
            RefusalCode::SignatureExpired | RefusalCode::SignatureNotYetCurrent => ProblemCode::ClockSkew,
            RefusalCode::DurationChained => ProblemCode::DurationOverChainingCap,
            RefusalCode::DurationOverMaximum => ProblemCode::DurationOverRoleMaximum,
            RefusalCode::Validation => ProblemCode::StsValidation,
            RefusalCode::MalformedPolicyDocument => ProblemCode::MalformedPolicy,
            RefusalCode::PackedPolicyTooLarge => ProblemCode::PackedPolicyTooLarge,
            RefusalCode::RegionDisabled | RefusalCode::OptInRequired => ProblemCode::RegionDisabled,
            RefusalCode::Throttled => ProblemCode::StsThrottled,
            _ => ProblemCode::StsRefused,
        };
        let mut problem = match code {
            ProblemCode::ClockSkew => {
                let server_time = refusal.server_time().unwrap_or(exchange.now);
                clock_skew(exchange, server_time, self.signature.signed_at)
            }
            _ => exchange.problem(code),
        };
        problem.retry_after = (code == ProblemCode::StsThrottled).then_some(5);
        problem.upstream = Some(Upstream {
            service: "sts".to_owned(),
            status: refusal.status(),
            code: Some(refusal.aws_code().to_owned()),
            message: Some(refusal.message().to_owned()),
            request_id: refusal.request_id().map(str::to_owned),
        });
        problem
    }
}

/// Why a call came to nothing.
#[derive(Debug)]
pub(crate) enum Failure {
    Fetch(FetchError),
    Sts(StsError),
}

impl Failure {
    /// A call that was lost on the way, or that STS failed to process, may be sent again unless it uses something up; a
    /// throttled one always, since STS has not looked at it.
    fn may_retry(&self, once: bool) -> bool {
        match self {
            Self::Sts(error) if error.refusal_code() == Some(RefusalCode::Throttled) => true,
            Self::Sts(error) => !once && error.is_retryable(),
            Self::Fetch(FetchError::Unreachable) => !once,
            Self::Fetch(FetchError::Timeout | FetchError::TooLarge) => false,
        }
    }

    /// The refusal, if STS itself refused.
    pub(crate) fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Sts(error) => error.refusal(),
            Self::Fetch(_) => None,
        }
    }
}

/// The problem of an AWS service that gives no answer, or none that can be read.
pub(crate) fn no_answer(exchange: &Exchange, service: &str, error: FetchError) -> Problem {
    let code = match error {
        FetchError::Unreachable => ProblemCode::UpstreamUnreachable,
        FetchError::Timeout => ProblemCode::UpstreamTimeout,
        FetchError::TooLarge => ProblemCode::UpstreamMalformed,
    };
    exchange.problem(code).with("service", service)
}

/// The problem of a wrong clock; the front end signs again by `server_time`.
fn clock_skew(exchange: &Exchange, server_time: Timestamp, signed_at: Timestamp) -> Problem {
    exchange
        .problem(ProblemCode::ClockSkew)
        .with("server_time", server_time.to_string())
        .with("signed_at", signed_at.to_string())
}

#[cfg(test)]
mod tests;
