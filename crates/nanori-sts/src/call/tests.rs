use http::Response;
use insta::assert_snapshot;
use nanori_identity::{Credentials, Region};

use super::*;
use crate::{AssumeRole, GetCallerIdentity, GetSessionToken};

fn signer(session_token: Option<&str>) -> Signer {
    Signer::new(Credentials {
        access_key_id: "AKIDEXAMPLEEXAMPLE".parse().unwrap(),
        secret_access_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".parse().unwrap(),
        session_token: session_token.map(|token| token.parse().unwrap()),
        expiration: None,
    })
}

fn endpoint() -> Endpoint {
    Endpoint::regional("eu-west-1".parse::<Region>().unwrap())
}

fn now() -> Timestamp {
    "20260102T030405Z".parse().unwrap()
}

fn audience(origin: &str) -> Audience {
    origin.parse().unwrap()
}

fn switch() -> AssumeRole {
    AssumeRole::new("arn:aws:iam::222222222222:role/admin_role".parse().unwrap(), "work_api".parse().unwrap())
}

fn shown(request: &Request<Vec<u8>>) -> String {
    let headers: String = request
        .headers()
        .iter()
        .map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap()))
        .collect();
    let body = str::from_utf8(request.body()).unwrap();
    format!("{} {}\n{headers}\n{body}", request.method(), request.uri())
}

#[test]
fn a_whole_request() {
    assert_snapshot!(shown(&switch().request(&mut signer(None), &endpoint(), now()).unwrap()), @r"
POST https://sts.eu-west-1.amazonaws.com/
content-type: application/x-www-form-urlencoded; charset=utf-8
x-amz-date: 20260102T030405Z
authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLEEXAMPLE/20260102/eu-west-1/sts/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=1d7b0c0f3db50408ce30650872d6d94c0280286c4b4dd5db2bc487bc3b7ef6ca

Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A222222222222%3Arole%2Fadmin_role&RoleSessionName=work_api
");
}

#[test]
fn the_portal_writes_the_request_that_the_browser_signed() {
    let portal = audience("https://portal.example.com");
    let signature = switch().sign(&mut signer(Some("TOKEN/+=")), &endpoint(), &portal, now()).unwrap();
    assert_snapshot!(shown(&switch().rebuild(&endpoint(), &portal, &signature).unwrap()), @r"
POST https://sts.eu-west-1.amazonaws.com/
content-type: application/x-www-form-urlencoded; charset=utf-8
x-amz-date: 20260102T030405Z
authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLEEXAMPLE/20260102/eu-west-1/sts/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-nanori-audience, Signature=cb9590d9f8d32ccc088173327033794f4825d63ae98784b4f9aba874f00be216
x-amz-security-token: TOKEN/+=
x-nanori-audience: https://portal.example.com

Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Aiam%3A%3A222222222222%3Arole%2Fadmin_role&RoleSessionName=work_api
");
}

#[test]
fn secrets_are_not_shown_by_debug() {
    let portal = audience("https://portal.example.com");
    let signature = switch().sign(&mut signer(Some("CANARYTOKEN")), &endpoint(), &portal, now()).unwrap();
    let digits = signature.signature.expose_hex().to_owned();
    let request = switch().rebuild(&endpoint(), &portal, &signature).unwrap();
    for shown in [format!("{signature:?}"), format!("{:?}", request.headers())] {
        assert!(!shown.contains("CANARY") && !shown.contains(&digits), "{shown}");
    }
}

#[test]
fn each_part_is_under_the_signature() {
    let portal = audience("https://portal.example.com");
    let sign = |call: &AssumeRole, endpoint: &Endpoint, audience: &Audience, now: Timestamp, token| {
        call.sign(&mut signer(token), endpoint, audience, now).unwrap().signature
    };
    let original = sign(&switch(), &endpoint(), &portal, now(), None);
    let mut other_name = switch();
    other_name.session_name = "somebody".parse().unwrap();
    let other_region = Endpoint::regional("us-east-1".parse().unwrap());
    let local = Endpoint::local(&"http://127.0.0.1:4566".parse().unwrap(), "eu-west-1".parse().unwrap());
    for (what, changed) in [
        ("call", sign(&other_name, &endpoint(), &portal, now(), None)),
        ("region", sign(&switch(), &other_region, &portal, now(), None)),
        ("host", sign(&switch(), &local, &portal, now(), None)),
        ("audience", sign(&switch(), &endpoint(), &audience("https://evil.example.com"), now(), None)),
        ("time", sign(&switch(), &endpoint(), &portal, now().plus(1), None)),
        ("token", sign(&switch(), &endpoint(), &portal, now(), Some("TOKEN"))),
    ] {
        assert!(changed != original, "{what} is not signed");
    }
}

#[track_caller]
fn parse<C: Call>(status: u16, content_type: &str, body: &str) -> Result<C::Response, StsError> {
    let response =
        Response::builder().status(status).header("content-type", content_type).body(body).unwrap();
    C::parse(&response)
}

const REFUSAL: &str = "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type>\
    <Code>AccessDenied</Code><Message>no</Message></Error><RequestId>r-1</RequestId></ErrorResponse>";

#[test]
fn a_refusal_is_read_with_its_status_and_id() {
    let error = parse::<GetCallerIdentity>(403, "text/xml", REFUSAL).unwrap_err();
    let refusal = error.refusal().unwrap();
    assert_eq!(
        (refusal.status(), refusal.aws_code(), refusal.message(), refusal.request_id()),
        (403, "AccessDenied", "no", Some("r-1"))
    );
    let front_door = REFUSAL.replace(
        "https://sts.amazonaws.com/doc/2011-06-15/",
        "http://webservices.amazon.com/AWSFault/2005-15-09",
    );
    assert_eq!(parse::<GetCallerIdentity>(403, "text/xml", &front_door).unwrap_err().code(), "refused");
}

#[test]
fn what_is_not_sts_is_no_decision_of_sts() {
    let code = |status, content_type, body: &str| {
        parse::<GetSessionToken>(status, content_type, body).map(|_| ()).unwrap_err().code()
    };
    assert_eq!(code(302, "text/xml", REFUSAL), "unexpected");
    assert_eq!(code(403, "text/html", REFUSAL), "unexpected");
    assert_eq!(code(403, "text/xml", "<html>no</html>"), "unexpected");
    assert_eq!(code(403, "text/xml", &REFUSAL.replace("sts.amazonaws", "evil.example")), "unexpected");
    assert_eq!(code(403, "text/xml", &REFUSAL.replace("<Code>AccessDenied</Code>", "")), "unexpected");
    assert_eq!(code(502, "text/xml", "Bad Gateway"), "unexpected");
    assert_eq!(code(200, "text/xml", REFUSAL), "malformed");
    assert_eq!(code(200, "text/xml", ""), "malformed");
    assert_eq!(code(200, "application/json", "{}"), "unexpected");
    assert_eq!(code(200, "text/xml", &" ".repeat(65 * 1024)), "too-large");
    assert!(parse::<GetSessionToken>(503, "text/html", "").unwrap_err().is_retryable());
    assert!(!parse::<GetSessionToken>(302, "text/html", "").unwrap_err().is_retryable());
}

#[test]
fn a_caller_whose_account_disagrees_with_its_arn_is_nobody() {
    let body = |account: &str, results: usize| {
        let result = format!(
            "<GetCallerIdentityResult><Arn>arn:aws:iam::111111111111:user/work_api</Arn><UserId>AIDAEXAMPLE</UserId>\
             <Account>{account}</Account></GetCallerIdentityResult>"
        );
        format!(
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">{}\
             <ResponseMetadata><RequestId>r-2</RequestId></ResponseMetadata></GetCallerIdentityResponse>",
            result.repeat(results)
        )
    };
    let answer =
        parse::<GetCallerIdentity>(200, "text/xml; charset=utf-8", &body("111111111111", 1)).unwrap();
    assert_eq!(answer.principal.to_string(), "arn:aws:iam::111111111111:user/work_api");
    assert_eq!((answer.unique_id.as_str(), answer.request_id.as_deref()), ("AIDAEXAMPLE", Some("r-2")));
    let code = |body: &str| parse::<GetCallerIdentity>(200, "text/xml", body).unwrap_err().code();
    assert_eq!(code(&body("222222222222", 1)), "malformed");
    assert_eq!(code(&body("111111111111", 0)), "malformed");
    assert_eq!(code(&body("111111111111", 2)), "malformed");
    assert_eq!(
        parse::<AssumeRole>(200, "text/xml", &body("111111111111", 1)).unwrap_err().code(),
        "malformed",
        "the answer to another call"
    );
}
