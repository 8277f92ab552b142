//! Our requests beside those of awsconsurl, another client of sign-in federation.
//!
//! awsconsurl sends by GET what is sent by POST here: the same parameters in the query instead of the body.
//! `cargo xtask test oracle` provides the program and runs this; `cargo test` passes it over.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the functions beside the tests are tests too"
)]

use std::{
    env,
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use http::Response;
use nanori_federation::{DeepLink, Destination, Issuer, Login, SigninEndpoint, SigninTokenRequest};
use nanori_identity::{Credentials, SessionDuration};
use serde_json::{Value, json};
use url::{Url, form_urlencoded};

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfi\"\\KEY";
const SESSION_TOKEN: &str = "IQoJb3JpZ2luX2VjE/+=\"&%20";
const TOKEN: &str = "VCQgs5qZZt3Q6fn8Tr5EXAMPLE/+=&";

fn awsconsurl(asked: &Value) -> Value {
    let python = env::var_os("NANORI_PYTHON")
        .expect("NANORI_PYTHON names no interpreter; run cargo xtask test oracle");
    let mut child = Command::new(python)
        .arg("tests/sts/federation_awsconsurl.py")
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    writeln!(child.stdin.take().unwrap(), "{asked}").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Parameters in their order; the session, which is JSON, in one way of writing.
fn parameters(form: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(form.as_bytes())
        .map(|(name, value)| match name.as_ref() {
            "Session" => {
                let session: Value = serde_json::from_str(&value).unwrap();
                (name.into_owned(), session.to_string())
            }
            _ => (name.into_owned(), value.into_owned()),
        })
        .collect()
}

#[test]
#[ignore = "asks awsconsurl: cargo xtask test oracle"]
fn token_and_login_are_those_of_awsconsurl() {
    let endpoint = SigninEndpoint::global("us-east-1".parse().unwrap()).unwrap();
    let credentials = Credentials {
        access_key_id: "ASIAEXAMPLEEXAMPLE".parse().unwrap(),
        secret_access_key: SECRET.parse().unwrap(),
        session_token: Some(SESSION_TOKEN.parse().unwrap()),
        expiration: None,
    };
    let link = DeepLink::to("arn:aws:iam::222222222222:role/admin_role".parse().unwrap());
    let issuer = Issuer::new(&"https://portal.example.com".parse().unwrap(), &link);
    let theirs = awsconsurl(&json!({
        "session": {"sessionId": "ASIAEXAMPLEEXAMPLE", "sessionKey": SECRET, "sessionToken": SESSION_TOKEN},
        "duration": 43_200,
        "issuer": issuer.as_str(),
        "token": TOKEN,
    }));
    let their = |what: &str| Url::parse(theirs[what].as_str().unwrap()).unwrap();

    let ask = SigninTokenRequest { credentials: &credentials, session_duration: Some(SessionDuration::MAX) };
    let request = ask.request(&endpoint).unwrap();
    let their_ask = their("get_signin_token");
    assert_eq!(parameters(str::from_utf8(request.body()).unwrap()), parameters(their_ask.query().unwrap()),);
    assert_eq!(request.uri().to_string(), their_ask.as_str().split('?').next().unwrap());

    let answer = Response::new(json!({"SigninToken": TOKEN}).to_string());
    let token = SigninTokenRequest::parse(&answer).unwrap();
    let destination = Destination::read(&endpoint, "https://console.aws.amazon.com/").unwrap();
    let login = Login::new(&endpoint, token, destination, issuer);
    let their_login = their("login");
    assert_eq!(
        parameters(Url::parse(&login.expose_link()).unwrap().query().unwrap()),
        parameters(their_login.query().unwrap())
    );
    let fields: Vec<_> =
        login.expose_fields().iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    assert_eq!(fields, parameters(their_login.query().unwrap()));
    assert_eq!(login.action(), their_login.as_str().split('?').next().unwrap());
}
