use insta::assert_snapshot;
use proptest::prelude::*;

use super::*;

fn credentials(token: Option<&str>) -> Credentials {
    Credentials {
        access_key_id: "ASIAEXAMPLEEXAMPLE".parse().unwrap(),
        secret_access_key: "quote\"back\\slash/+=".parse().unwrap(),
        session_token: token.map(|token| token.parse().unwrap()),
        expiration: None,
    }
}

fn endpoint() -> SigninEndpoint {
    SigninEndpoint::regional("eu-west-1".parse().unwrap())
}

#[test]
fn credentials_travel_in_the_body_of_a_post() {
    let held = credentials(Some("TOKEN+/="));
    let request = SigninTokenRequest { credentials: &held, session_duration: Some(SessionDuration::MAX) };
    let http = request.request(&endpoint()).unwrap();
    let body = str::from_utf8(http.body()).unwrap();
    assert_snapshot!(format!("{} {}\n{:?}\n{body}", http.method(), http.uri(), http.headers()), @r#"
POST https://eu-west-1.signin.aws.amazon.com/federation
{"content-type": "application/x-www-form-urlencoded"}
Action=getSigninToken&SessionDuration=43200&Session=%7B%22sessionId%22%3A%22ASIAEXAMPLEEXAMPLE%22%2C%22sessionKey%22%3A%22quote%5C%22back%5C%5Cslash%2F%2B%3D%22%2C%22sessionToken%22%3A%22TOKEN%2B%2F%3D%22%7D
"#);
    assert!(http.uri().query().is_none());

    let without = SigninTokenRequest { credentials: &held, session_duration: None };
    assert!(
        !str::from_utf8(without.request(&endpoint()).unwrap().body()).unwrap().contains("SessionDuration")
    );
}

#[test]
fn a_long_term_key_is_not_sent() {
    let held = credentials(None);
    let request = SigninTokenRequest { credentials: &held, session_duration: None };
    assert_eq!(request.request(&endpoint()).unwrap_err().code(), "long-term-credentials");
}

#[track_caller]
fn check(status: u16, body: &str, expected: Result<&str, &str>) {
    let response = Response::builder().status(status).body(body).unwrap();
    let found = SigninTokenRequest::parse(&response);
    let found = found.as_ref().map(SigninToken::expose_token).map_err(FederationError::code);
    assert_eq!(found, expected, "{status} {body}");
}

#[test]
fn only_an_object_with_one_token_is_an_answer() {
    check(200, r#"{"SigninToken":"abc-_=/+"}"#, Ok("abc-_=/+"));
    check(200, " {\"SigninToken\": \"abc\", \"AddedLater\": 1}\n", Ok("abc"));
    check(200, r#"{"SigninToken":"abc","SigninToken":"def"}"#, Err("malformed"));
    check(200, r#"{"SigninToken":""}"#, Err("malformed"));
    check(200, r#"{"SigninToken":"a b"}"#, Err("malformed"));
    check(200, r#"{"SigninToken":"a\r\nb"}"#, Err("malformed"));
    check(200, r#"{"SigninToken":1}"#, Err("malformed"));
    check(200, r#"{"signinToken":"abc"}"#, Err("malformed"));
    check(200, r#"{"SigninToken":"abc"}{}"#, Err("malformed"));
    check(200, r#"["abc"]"#, Err("malformed"));
    check(200, "<html>", Err("malformed"));
    check(200, &" ".repeat(MAX_ANSWER_SIZE + 1), Err("too-large"));
    check(400, r#"{"SigninToken":"abc"}"#, Err("refused"));
    check(403, "", Err("refused"));
    check(302, "", Err("unexpected"));
    check(204, "", Err("unexpected"));
    check(503, "", Err("unexpected"));
}

#[test]
fn a_token_is_not_shown() {
    let response = Response::new(r#"{"SigninToken":"CANARY"}"#);
    assert_eq!(format!("{:?}", SigninTokenRequest::parse(&response).unwrap()), "SigninToken(redacted)");
}

proptest! {
    #[test]
    fn never_panics(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let _ = SigninTokenRequest::parse(&Response::new(bytes));
    }

    #[test]
    fn the_session_can_be_read_back(secret in "[!-~]{16,40}", token in "[!-~]{1,60}") {
        let held = Credentials { secret_access_key: secret.parse().unwrap(), ..credentials(Some(&token)) };
        let http = SigninTokenRequest { credentials: &held, session_duration: None }.request(&endpoint()).unwrap();
        let fields = form::decode(str::from_utf8(http.body()).unwrap()).unwrap();
        let session: serde_json::Value = serde_json::from_str(&fields[1].1).unwrap();
        prop_assert_eq!(session["sessionKey"].as_str(), Some(secret.as_str()));
        prop_assert_eq!(session["sessionToken"].as_str(), Some(token.as_str()));
    }
}
