//! `/_local/…`: what tests and the demo need and AWS does not have: the trail, faults, the clock, MFA codes, a reset.
//!
//! Changes take POST with `content-type: application/json`, which a page of another origin cannot send without being
//! asked first, and nobody answers that question here.

use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method, Response, StatusCode};
use hyper::body::Bytes;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::answer;
use crate::clock::{Clock, iso8601};
use crate::directory::Directory;
use crate::fault::Fault;
use crate::state::State;
use crate::sts::parameters::Parameters;
use crate::totp;

const LONGEST_DELAY_MS: u64 = 60_000;
const MOST_FAULTS: usize = 1000;

/// A request to the control part.
#[derive(Debug)]
pub struct Control<'a> {
    /// GET or POST.
    pub method: &'a Method,
    /// What follows `/_local/`.
    pub name: &'a str,
    /// The query.
    pub query: &'a Parameters,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The body.
    pub body: &'a [u8],
}

#[derive(Deserialize)]
struct ClockSetting {
    offset_seconds: i64,
}

/// Answers it.
pub fn answer(
    control: &Control<'_>,
    directory: &Directory,
    clock: &Clock,
    state: &mut State,
) -> Response<Bytes> {
    match (control.method, control.name) {
        (&Method::GET, "cloudtrail") => trail(control.query, state),
        (&Method::GET, "faults") => answer::json(StatusCode::OK, &json!({ "faults": state.faults })),
        (&Method::GET, "clock") => clock_now(clock),
        (&Method::GET, "totp") => code(control.query, directory, clock),
        (&Method::GET, "health") => answer::json(StatusCode::OK, &json!({ "status": "ok" })),
        (&Method::POST, name) if !is_json(control.headers) => refuse(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            &format!("{name} takes content-type: application/json"),
        ),
        (&Method::POST, "faults") => add_fault(control.body, state),
        (&Method::POST, "clock") => match serde_json::from_slice::<ClockSetting>(control.body) {
            Ok(setting) => {
                clock.offset_by(setting.offset_seconds);
                clock_now(clock)
            }
            Err(error) => refuse(StatusCode::BAD_REQUEST, &error.to_string()),
        },
        (&Method::POST, "reset") => {
            *state = State::default();
            clock.offset_by(0);
            answer::json(StatusCode::OK, &json!({ "reset": true }))
        }
        _ => refuse(StatusCode::NOT_FOUND, "there is cloudtrail, faults, clock, totp, health and reset"),
    }
}

/// Records newest last; `account=` picks those of one account, `name=` those of one event name.
fn trail(query: &Parameters, state: &State) -> Response<Bytes> {
    let fits = |record: &&Value, parameter: &str, key: &str| {
        query.text(parameter).is_none_or(|wanted| record.get(key).and_then(Value::as_str) == Some(wanted))
    };
    let records: Vec<&Value> = state
        .trail
        .iter()
        .filter(|record| fits(record, "account", "recipientAccountId") && fits(record, "name", "eventName"))
        .collect();
    answer::json(StatusCode::OK, &json!({ "Records": records }))
}

/// One fault, a list of them, or an empty list that clears all.
fn add_fault(body: &[u8], state: &mut State) -> Response<Bytes> {
    let posted: Value = match serde_json::from_slice(body) {
        Ok(value) => value,
        Err(error) => return refuse(StatusCode::BAD_REQUEST, &error.to_string()),
    };
    let list = match posted {
        Value::Array(list) => list,
        one => vec![one],
    };
    if list.is_empty() {
        state.faults.clear();
    }
    let mut faults = Vec::new();
    for value in list {
        // A flattened optional effect would swallow a misspelt one.
        let names_effect = value.get("fault").is_some();
        match serde_json::from_value::<Fault>(value) {
            Ok(fault) if names_effect && fault.effect.is_none() => {
                return refuse(
                    StatusCode::BAD_REQUEST,
                    "fault is not one of those that exist, or lacks a field",
                );
            }
            Ok(mut fault) => {
                fault.delay_ms = fault.delay_ms.min(LONGEST_DELAY_MS);
                faults.push(fault);
            }
            Err(error) => return refuse(StatusCode::BAD_REQUEST, &error.to_string()),
        }
    }
    if state.faults.len() + faults.len() > MOST_FAULTS {
        return refuse(StatusCode::BAD_REQUEST, "there are too many faults already");
    }
    state.faults.extend(faults);
    answer::json(StatusCode::OK, &json!({ "faults": state.faults }))
}

/// The current code of the device `serial` and how long it lasts.
fn code(query: &Parameters, directory: &Directory, clock: &Clock) -> Response<Bytes> {
    let device = query.text("serial").and_then(|serial| directory.device(serial));
    let now = clock.now();
    // `step=1` asks for the next code, for a test that needs a second one at once.
    let ahead = query.text("step").and_then(|text| text.parse::<i64>().ok()).unwrap_or(0).clamp(-10, 10);
    match device.and_then(|device| totp::code(&device.seed, totp::step_at(now) + ahead)) {
        Some(code) => {
            let left = 30 - now.timestamp().rem_euclid(30);
            answer::json(StatusCode::OK, &json!({ "code": code, "seconds_left": left }))
        }
        None => refuse(StatusCode::NOT_FOUND, "there is no MFA device with this serial"),
    }
}

fn clock_now(clock: &Clock) -> Response<Bytes> {
    let now = json!({ "now": iso8601(clock.now()), "offset_seconds": clock.offset_seconds() });
    answer::json(StatusCode::OK, &now)
}

fn is_json(headers: &HeaderMap) -> bool {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    value.split(';').next().unwrap_or("").trim().eq_ignore_ascii_case("application/json")
}

fn refuse(status: StatusCode, message: &str) -> Response<Bytes> {
    answer::json(status, &json!({ "error": message }))
}
