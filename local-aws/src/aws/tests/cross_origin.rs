//! CORS: a page of any origin may call STS, no page may call the rest.

use http::Request;
use hyper::body::Bytes;

use super::client::*;

fn preflight(client: &Client, path: &str) -> Answer {
    let request = Request::options(path)
        .header("host", HOST)
        .header("origin", "http://127.0.0.1:8787")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "authorization,x-amz-date,x-nanori-audience")
        .body(Bytes::new());
    client.send(request.unwrap()).unwrap()
}

#[test]
fn sts_answers_a_preflight_and_lets_the_page_read() {
    let client = Client::new();
    let answer = preflight(&client, "/");
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["access-control-allow-origin"], "*");
    assert_eq!(answer.headers["access-control-allow-headers"], "authorization,x-amz-date,x-nanori-audience");
    let mut request = client.signed(&WORK_API, "GetCallerIdentity", &[], &[]);
    request.headers_mut().insert("origin", "http://127.0.0.1:8787".parse().unwrap());
    assert_eq!(client.send(request).unwrap().headers["access-control-allow-origin"], "*");
}

#[test]
fn sign_in_and_control_have_no_cors() {
    let client = Client::new();
    for path in ["/federation", "/_local/faults", "/console/"] {
        let answer = preflight(&client, path);
        assert!(answer.status >= 400, "{path}");
        assert!(!answer.headers.contains_key("access-control-allow-origin"), "{path}");
    }
}

#[test]
fn the_control_part_takes_no_form_and_no_foreign_host() {
    let client = Client::new();
    assert_eq!(client.post("/_local/reset", &[]).status, 415);
    let request = Request::get("/_local/totp?serial=arn:aws:iam::111111111111:mfa/alice")
        .header("host", "rebound.example:4566")
        .body(Bytes::new());
    assert_eq!(client.send(request.unwrap()).unwrap().status, 421);
}
