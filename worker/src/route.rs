//! From path and method to handler; from whatever happens to an answer.

use base64ct::{Base64UrlUnpadded, Encoding};
use nanori_api::{Problem, ProblemCode, path};
use wasm_bindgen::JsValue;
use web_sys::{Request, Response};

use crate::{
    address::client_address,
    assets, clock,
    exchange::Exchange,
    gate::GateHeaders,
    handlers, headers,
    incoming::{self, header},
    random,
    record::{self, Record},
    response::{Outcome, respond},
    settings::Settings,
};

/// The paths of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Route {
    Health,
    Config,
    Session,
    Identity,
    Switch,
    Console,
    SignOut,
}

impl Route {
    fn of(path: &str) -> Option<Self> {
        Some(match path {
            path::HEALTH => Self::Health,
            path::CONFIG => Self::Config,
            path::SESSION => Self::Session,
            path::IDENTITY => Self::Identity,
            path::SWITCH => Self::Switch,
            path::CONSOLE => Self::Console,
            path::SIGN_OUT => Self::SignOut,
            _ => return None,
        })
    }

    /// The event's name in the log, for what changes something; reading is not logged.
    const fn event(self) -> Option<&'static str> {
        match self {
            Self::Health | Self::Config | Self::Session => None,
            Self::Identity => Some("sign-in"),
            Self::Switch => Some("switch"),
            Self::Console => Some("console"),
            Self::SignOut => Some("sign-out"),
        }
    }
}

/// Answers one request.
pub(crate) async fn answer(request: Request, env: JsValue) -> Result<Response, JsValue> {
    let path = incoming::path(&request);
    let Some(request_id) = new_request_id() else { return fault("no random bytes") };
    let settings = match Settings::of(&env) {
        Ok(settings) => settings,
        Err(reason) => {
            record::log_misconfigured(reason.0);
            let policy = headers::content_security_policy(None);
            return respond(&Err(Problem::new(ProblemCode::Misconfigured, request_id)), &policy);
        }
    };
    let policy = settings.policy.clone();
    let address = client_address(&request.headers());
    let exchange = Exchange { settings, env, now: clock::now(), request_id, address };

    let is_api = path == "/api" || path.starts_with("/api/");
    let is_file = !is_api || path == path::OPENAPI;
    if is_file && incoming::is_read(&request.method()) {
        if let Some(response) = assets::serve(&request, &exchange.env, &path, &policy).await {
            return response;
        }
        return respond(&Err(exchange.problem(ProblemCode::NotFound)), &policy);
    }
    let Some(route) = Route::of(&path) else {
        let code = if is_file { ProblemCode::MethodNotAllowed } else { ProblemCode::NotFound };
        return respond(&Err(exchange.problem(code)), &policy);
    };
    let mut record = Record::default();
    let outcome = handle(route, &request, &exchange, &mut record).await;
    if let Some(event) = route.event() {
        record::log(event, &exchange, &record, &outcome);
    }
    respond(&outcome, &policy)
}

/// The answer to a request that came to nothing by a fault of our own; `what` is for the log.
pub(crate) fn fault(what: &str) -> Result<Response, JsValue> {
    let request_id = new_request_id().unwrap_or_else(|| "-".to_owned());
    record::log_fault(&request_id, what);
    let problem = Problem::new(ProblemCode::Internal, request_id);
    respond(&Err(problem), &headers::content_security_policy(None))
}

fn new_request_id() -> Option<String> {
    random::bytes::<12>().map(|bytes| Base64UrlUnpadded::encode_string(&bytes))
}

async fn handle(route: Route, request: &Request, exchange: &Exchange, record: &mut Record) -> Outcome {
    let reads = route.event().is_none();
    let method = request.method();
    if reads != incoming::is_read(&method) || !(reads || method == "POST") {
        let allow = if reads { "GET, HEAD" } else { "POST" };
        return Err(exchange.problem(ProblemCode::MethodNotAllowed).with("allow", allow));
    }
    if !reads {
        let gate = GateHeaders::read(|name| header(&request.headers(), name));
        gate.check(&exchange.settings.origin).map_err(|code| exchange.problem(code))?;
        exchange.limit_address().await?;
    }
    match route {
        Route::Health => handlers::health::health(),
        Route::Config => handlers::config::config(exchange),
        Route::Session => handlers::session::session(exchange, request),
        Route::Identity => handlers::identity::identity(exchange, request, record).await,
        Route::Switch => handlers::switch::switch(exchange, request, record).await,
        Route::Console => handlers::console::console(exchange, request, record).await,
        Route::SignOut => handlers::sign_out::sign_out(),
    }
}
