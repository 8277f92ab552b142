//! The whole of the local AWS behind one function: a request in, an answer out.
//!
//! Finds the part that a path belongs to and lets faults happen first. It knows nothing of sockets.

use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::header::{DATE, HOST, USER_AGENT};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use hyper::body::Bytes;

use crate::clock::Clock;
use crate::config::Config;
use crate::console;
use crate::control::{self, Control};
use crate::directory::Directory;
use crate::error::Error;
use crate::fault::{Befallen, Fault};
use crate::signin::{cookie, login, logout};
use crate::state::State;
use crate::sts::cross_origin;
use crate::sts::parameters::Parameters;
use crate::{answer, secret};

mod signin_calls;
mod sts_calls;

/// The local AWS.
#[derive(Debug)]
pub struct LocalAws {
    directory: Directory,
    clock: Clock,
    state: Mutex<State>,
}

/// What a request gets.
#[derive(Debug)]
pub enum Reply {
    /// An answer.
    Answer(Response<Bytes>),
    /// No answer: the connection is to be closed.
    Drop,
}

/// A request that has been read, with what every part needs to know of it.
#[derive(Debug)]
struct Received {
    method: Method,
    path: String,
    headers: HeaderMap,
    /// The form of a POST, else the query.
    parameters: Parameters,
    /// For the signature, untouched.
    request: Request<Bytes>,
    source: IpAddr,
    request_id: String,
}

impl LocalAws {
    /// Checks the configuration and starts with no session.
    pub fn new(config: Config) -> Result<Self, Error> {
        let directory = Directory::new(config)?;
        Ok(Self { directory, clock: Clock::default(), state: Mutex::default() })
    }

    /// Its accounts, users and roles.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// Its clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Answers `request`, which came from `source`.
    pub async fn handle(&self, request: Request<Bytes>, source: IpAddr) -> Reply {
        let received = Received::new(request, source);
        let mut other_name = None;
        if let Some(fault) = received.operation().and_then(|operation| self.take_fault(&operation)) {
            tokio::time::sleep(Duration::from_millis(fault.delay_ms)).await;
            match fault.effect.map(|effect| effect.befall(&received.request_id)) {
                None => {}
                Some(Befallen::Drop) => return Reply::Drop,
                Some(Befallen::Answer(response)) => {
                    return Reply::Answer(self.finish(&received.headers, response));
                }
                Some(Befallen::OtherName(name)) => other_name = Some(name),
            }
        }
        let headers = received.headers.clone();
        let response = self.route(received, other_name).await;
        Reply::Answer(self.finish(&headers, response))
    }

    async fn route(&self, received: Received, other_name: Option<String>) -> Response<Bytes> {
        if received.path == "/" {
            return match received.method {
                Method::OPTIONS => cross_origin::preflight(&received.headers),
                Method::GET | Method::POST => self.sts(received, other_name).await,
                _ => answer::text(StatusCode::METHOD_NOT_ALLOWED, "text/plain", "GET or POST"),
            };
        }
        // A page of another site that makes its name point here must not get further.
        if !is_loopback_name(received.host()) {
            return answer::text(
                StatusCode::MISDIRECTED_REQUEST,
                "text/plain",
                "this server is 127.0.0.1 or localhost",
            );
        }
        if let Some(name) = received.path.strip_prefix("/_local/") {
            let control = Control {
                method: &received.method,
                name,
                query: &Parameters::parse(received.request.uri().query().unwrap_or("").as_bytes()),
                headers: &received.headers,
                body: received.request.body(),
            };
            return control::answer(&control, &self.directory, &self.clock, &mut self.state());
        }
        if !matches!(received.method, Method::GET | Method::POST) {
            return answer::text(StatusCode::METHOD_NOT_ALLOWED, "text/plain", "GET or POST");
        }
        let browser = cookie::read(&received.headers);
        let browser = browser.as_deref();
        let now = self.clock.now();
        match received.path.as_str() {
            "/federation" => self.federation(&received),
            "/oauth" => logout::logout(&received.parameters, browser, &mut self.state(), received.host()),
            login::ARRIVAL_PATH => login::arrive(&received.parameters, browser, &mut self.state(), now)
                .unwrap_or_else(|refusal| refusal.answer()),
            console::MULTI_SESSION_PATH => {
                console::multi_session(&received.parameters, browser, &mut self.state())
            }
            path if path == "/console" || path.starts_with("/console/") => {
                console::show(path, &received.parameters, browser, &self.directory, &mut self.state(), now)
            }
            _ => answer::text(StatusCode::NOT_FOUND, "text/plain", "there is nothing here"),
        }
    }

    /// Headers that every answer has. The date is the local AWS's, so that a client can measure its skew.
    fn finish(&self, request: &HeaderMap, mut response: Response<Bytes>) -> Response<Bytes> {
        let date = self.clock.now().format("%a, %d %b %Y %H:%M:%S GMT").to_string();
        if let Ok(value) = HeaderValue::from_str(&date) {
            response.headers_mut().insert(DATE, value);
        }
        if response.headers().contains_key("x-amzn-requestid") {
            cross_origin::allow(request, &mut response);
        }
        response
    }

    fn take_fault(&self, operation: &str) -> Option<Fault> {
        let mut state = self.state();
        let index = state.faults.iter().position(|fault| fault.befalls(operation))?;
        let fault = state.faults.get_mut(index)?;
        fault.times -= 1;
        let taken = fault.clone();
        state.faults.retain(|fault| fault.times > 0);
        Some(taken)
    }

    /// A panic elsewhere leaves the state usable: every change is a single step.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Received {
    fn new(request: Request<Bytes>, source: IpAddr) -> Self {
        let is_form = request
            .headers()
            .get(http::header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.trim_start().starts_with("application/x-www-form-urlencoded"));
        let parameters = match *request.method() {
            Method::POST if is_form => Parameters::parse(request.body()),
            Method::POST => Parameters::default(),
            _ => Parameters::parse(request.uri().query().unwrap_or("").as_bytes()),
        };
        Self {
            method: request.method().clone(),
            path: request.uri().path().to_owned(),
            headers: request.headers().clone(),
            parameters,
            request,
            source,
            request_id: secret::uuid(),
        }
    }

    /// The name by which faults know this request; nothing for the control part and preflights.
    fn operation(&self) -> Option<String> {
        let action = || self.parameters.text("Action").unwrap_or("").to_owned();
        match self.path.as_str() {
            "/" if self.method == Method::OPTIONS => None,
            "/" | "/federation" => Some(action()),
            "/oauth" => Some("logout".to_owned()),
            path if path.starts_with("/console") => Some("console".to_owned()),
            _ => None,
        }
    }

    fn host(&self) -> &str {
        self.headers.get(HOST).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    fn user_agent(&self) -> &str {
        self.headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("")
    }
}

fn is_loopback_name(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(""),
        None => host.split(':').next().unwrap_or(""),
    };
    matches!(name, "127.0.0.1" | "localhost" | "::1")
}

#[cfg(test)]
mod tests;
