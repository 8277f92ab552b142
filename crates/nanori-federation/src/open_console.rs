//! From temporary credentials to a login, step by step.

use core::fmt;

use http::{Request, Response};
use nanori_identity::{Credentials, SessionDuration};

use crate::{Destination, FederationError, Issuer, Login, SigninEndpoint, SigninTokenRequest};

/// What is wanted. The recipe: [`OpenConsole::start`]; send what [`Step::Send`] holds and give the answer to
/// [`OpeningConsole::receive`], until [`Step::Done`].
///
/// If AWS refuses a request with `SessionDuration` with status 400, it is sent once more without: AWS refuses the
/// parameter for chained credentials, and a console that ends early is better than none.
#[derive(Clone, Debug)]
pub struct OpenConsole {
    /// Which sign-in service.
    pub endpoint: SigninEndpoint,
    /// Temporary credentials.
    pub credentials: Credentials,
    /// The console's duration, `None` where AWS would refuse it; see [`DurationPlan`](crate::DurationPlan).
    pub session_duration: Option<SessionDuration>,
    /// Which page.
    pub destination: Destination,
    /// Where the person goes when the session has ended.
    pub issuer: Issuer,
}

/// The flow while it runs.
#[derive(Clone, Debug)]
pub struct OpeningConsole {
    wanted: OpenConsole,
    was_shortened: bool,
}

/// What to do next.
pub enum Step {
    /// Send this and give the answer to the flow. Its body holds the credentials.
    Send(Request<Vec<u8>>),
    /// The end.
    Done(Login),
}

impl OpenConsole {
    /// The flow and its first step.
    ///
    /// # Errors
    /// [`FederationError::LongTermCredentials`].
    pub fn start(self) -> Result<(OpeningConsole, Step), FederationError> {
        let flow = OpeningConsole { wanted: self, was_shortened: false };
        let step = flow.ask()?;
        Ok((flow, step))
    }
}

impl OpeningConsole {
    /// The step after an answer.
    ///
    /// # Errors
    /// As [`SigninTokenRequest::parse`].
    pub fn receive<B: AsRef<[u8]>>(&mut self, response: &Response<B>) -> Result<Step, FederationError> {
        let token = match SigninTokenRequest::parse(response) {
            Err(FederationError::Refused { status: 400 }) if self.wanted.session_duration.is_some() => {
                self.wanted.session_duration = None;
                self.was_shortened = true;
                return self.ask();
            }
            other => other?,
        };
        let OpenConsole { endpoint, destination, issuer, .. } = &self.wanted;
        let login = Login::new(endpoint, token, destination.clone(), issuer.clone());
        Ok(Step::Done(login.shortened(self.was_shortened)))
    }

    fn ask(&self) -> Result<Step, FederationError> {
        let OpenConsole { endpoint, credentials, session_duration, .. } = &self.wanted;
        let request = SigninTokenRequest { credentials, session_duration: *session_duration };
        request.request(endpoint).map(Step::Send)
    }
}

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Send(request) => write!(f, "Send({}, redacted)", request.uri()),
            Self::Done(login) => write!(f, "Done({login:?})"),
        }
    }
}

#[cfg(test)]
mod tests;
