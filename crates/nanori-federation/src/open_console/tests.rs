use http::Method;

use super::*;
use crate::ConsolePage;

fn console(session_duration: Option<SessionDuration>) -> OpenConsole {
    let endpoint = SigninEndpoint::regional("eu-west-1".parse().unwrap());
    OpenConsole {
        destination: Destination::page(&endpoint, ConsolePage::HOME),
        issuer: Issuer::portal(&"https://portal.example.com".parse().unwrap()),
        endpoint,
        credentials: Credentials {
            access_key_id: "ASIAEXAMPLEEXAMPLE".parse().unwrap(),
            secret_access_key: "CANARY0123456789".parse().unwrap(),
            session_token: Some("CANARYTOKEN".parse().unwrap()),
            expiration: None,
        },
        session_duration,
    }
}

/// Plays the answers of AWS; what happened, in order: `asks`, `asks with duration`, and the end.
fn play(session_duration: Option<SessionDuration>, answers: &[(u16, &str)]) -> Vec<String> {
    let (mut flow, mut step) = console(session_duration).start().unwrap();
    let mut log = Vec::new();
    let mut answers = answers.iter();
    loop {
        match step {
            Step::Done(login) => {
                log.push(if login.was_shortened() { "done, shortened" } else { "done" }.to_owned());
                return log;
            }
            Step::Send(request) => {
                assert_eq!((request.method(), request.uri().query()), (&Method::POST, None));
                let has_duration = str::from_utf8(request.body()).unwrap().contains("SessionDuration=");
                log.push(if has_duration { "asks with duration" } else { "asks" }.to_owned());
                let (status, body) = answers.next().expect("one request too many");
                let response = Response::builder().status(*status).body(*body).unwrap();
                match flow.receive(&response) {
                    Ok(next) => step = next,
                    Err(error) => {
                        log.push(error.code().to_owned());
                        return log;
                    }
                }
            }
        }
    }
}

const TOKEN: (u16, &str) = (200, r#"{"SigninToken":"CANARY"}"#);

#[test]
fn a_token_ends_the_flow() {
    assert_eq!(play(None, &[TOKEN]), ["asks", "done"]);
    assert_eq!(play(Some(SessionDuration::MAX), &[TOKEN]), ["asks with duration", "done"]);
}

#[test]
fn a_refused_duration_is_left_out_once() {
    let duration = Some(SessionDuration::MAX);
    assert_eq!(play(duration, &[(400, ""), TOKEN]), ["asks with duration", "asks", "done, shortened"]);
    assert_eq!(play(duration, &[(400, ""), (400, "")]), ["asks with duration", "asks", "refused"]);
    assert_eq!(play(None, &[(400, "")]), ["asks", "refused"]);
    assert_eq!(play(duration, &[(403, "")]), ["asks with duration", "refused"]);
    assert_eq!(play(duration, &[(503, "")]), ["asks with duration", "unexpected"]);
}

#[test]
fn no_step_shows_what_it_holds() {
    let (mut flow, send) = console(None).start().unwrap();
    let done = flow.receive(&Response::new(TOKEN.1)).unwrap();
    let shown = format!("{flow:?} {send:?} {done:?}");
    assert!(!shown.contains("CANARY"), "{shown}");
    assert!(shown.contains("Send(https://eu-west-1.signin.aws.amazon.com/federation, redacted)"), "{shown}");
}
