//! getSigninToken, login and logout as they arrive at `/federation`, with their CloudTrail records.

use http::{Response, StatusCode};
use hyper::body::Bytes;
use serde_json::{Value, json};

use super::{LocalAws, Received};
use crate::answer;
use crate::caller::Caller;
use crate::signin::refusal::Refusal;
use crate::signin::{cookie, login, logout, token};
use crate::state::State;
use crate::trail::{self, Event, Outcome};

impl LocalAws {
    /// Answers a request to `/federation`.
    pub(super) fn federation(&self, received: &Received) -> Response<Bytes> {
        let parameters = &received.parameters;
        let now = self.clock.now();
        let mut state = self.state();
        let answered = match parameters.text("Action") {
            Some("getSigninToken") => token::make(parameters, &mut state, now).map(|(name, caller)| {
                let elements = json!({ "credentials": Value::Null, "GetSigninToken": "Success" });
                self.record_signin(received, &mut state, "GetSigninToken", elements, &caller);
                answer::json(StatusCode::OK, &json!({ "SigninToken": name }))
            }),
            Some("login") => {
                login::login(parameters, &mut state, received.host(), now).map(|(response, caller)| {
                    let elements = json!({ "ConsoleLogin": "Success" });
                    self.record_signin(received, &mut state, "ConsoleLogin", elements, &caller);
                    response
                })
            }
            Some("logout") => {
                let browser = cookie::read(&received.headers);
                Ok(logout::logout(parameters, browser.as_deref(), &mut state, received.host()))
            }
            _ => {
                Err(Refusal::bad_request("invalid-action", "Action must be getSigninToken, login or logout"))
            }
        };
        answered.unwrap_or_else(|refusal| refusal.answer())
    }

    fn record_signin(
        &self,
        received: &Received,
        state: &mut State,
        name: &'static str,
        elements: Value,
        caller: &Caller,
    ) {
        let mut additional = json!({ "MobileVersion": "No", "MFAUsed": trail::mfa_used(caller) });
        if let (Some(map), Some(destination)) =
            (additional.as_object_mut(), received.parameters.text("Destination"))
        {
            map.insert("LoginTo".to_owned(), json!(destination));
        }
        let event = Event {
            source: "signin.amazonaws.com",
            name,
            kind: "AwsConsoleSignIn",
            read_only: false,
            time: self.clock.now(),
            region: "us-east-1",
            source_ip: received.source,
            user_agent: received.user_agent(),
            host: received.host(),
            request_id: &received.request_id,
            request_parameters: Value::Null,
            outcome: Outcome::Done(elements),
            additional,
        };
        trail::record(state, &event, caller, None);
    }
}
