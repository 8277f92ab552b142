//! Signatures: what holds, what does not, and AWS's words for it.

use http::HeaderValue;
use insta::assert_snapshot;

use super::client::*;

#[test]
fn other_headers_are_part_of_the_signature() {
    let client = Client::new();
    let signed = || {
        client.signed(&WORK_API, "GetCallerIdentity", &[], &[("x-nanori-audience", "https://portal.example")])
    };
    assert_eq!(client.send(signed()).unwrap().gist(), "arn:aws:iam::111111111111:user/work_api");
    let mut other = signed();
    other.headers_mut().insert("x-nanori-audience", HeaderValue::from_static("https://other.example"));
    assert_eq!(client.send(other).unwrap().text("Code").as_deref(), Some("SignatureDoesNotMatch"));
    let mut without = signed();
    without.headers_mut().remove("x-nanori-audience");
    assert_eq!(client.send(without).unwrap().text("Code").as_deref(), Some("SignatureDoesNotMatch"));
}

#[test]
fn a_changed_body_is_refused() {
    let client = Client::new();
    let mut request = client.signed(&WORK_API, "GetCallerIdentity", &[], &[]);
    *request.body_mut() = hyper::body::Bytes::from_static(b"Action=GetSessionToken&Version=2011-06-15");
    assert_snapshot!(client.send(request).unwrap().gist(), @"403 SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
}

#[test]
fn unknown_keys_wrong_tokens_and_missing_signatures() {
    let client = Client::new();
    let unknown = Keys::long("AKIANANORIDEMONOBODY", "NotARealSecret/Alice/DemoOnly/0000000000");
    assert_snapshot!(client.call(&unknown, "GetCallerIdentity", &[]).gist(), @"403 InvalidClientTokenId: The security token included in the request is invalid.");
    let mut session = client.call(&WORK_API, "GetSessionToken", &[]).keys();
    assert_eq!(client.call(&session, "GetCallerIdentity", &[]).status, 200);
    session.token = Some("IQoJb3JpZ2luX2Vjother".to_owned());
    assert_eq!(
        client.call(&session, "GetCallerIdentity", &[]).text("Code").as_deref(),
        Some("InvalidClientTokenId")
    );
    session.token = None;
    assert_eq!(
        client.call(&session, "GetCallerIdentity", &[]).text("Code").as_deref(),
        Some("InvalidClientTokenId")
    );
    assert_snapshot!(client.post("/", &[("Action", "GetCallerIdentity"), ("Version", "2011-06-15")]).gist(), @"403 MissingAuthenticationToken: Request is missing Authentication Token");
}

#[test]
fn the_time_may_differ_by_five_minutes() {
    let client = Client::new();
    let at = |offset: i64| {
        client.aws.clock().offset_by(offset);
        client.call(&WORK_API, "GetCallerIdentity", &[])
    };
    assert_eq!((at(290).status, at(-290).status), (200, 200));
    let expired = at(3600);
    assert_eq!(expired.text("Code").as_deref(), Some("SignatureDoesNotMatch"));
    let message = expired.text("Message").unwrap();
    assert!(message.starts_with("Signature expired: ") && message.ends_with(" - 5 min.)"), "{message}");
    let early = at(-3600).text("Message").unwrap();
    assert!(early.starts_with("Signature not yet current: ") && early.ends_with(" + 5 min.)"), "{early}");
}

#[test]
fn the_date_header_is_the_local_aws_s() {
    let client = Client::new();
    client.aws.clock().offset_by(86_400 * 365);
    let answer = client.call(&WORK_API, "GetCallerIdentity", &[]);
    let date = answer.headers.get("date").unwrap().to_str().unwrap();
    let date = chrono::DateTime::parse_from_rfc2822(date).unwrap();
    let ahead =
        date.signed_duration_since(chrono::DateTime::<chrono::Utc>::from(std::time::SystemTime::now()));
    assert!((364..=365).contains(&ahead.num_days()), "{ahead}");
}

#[test]
fn temporary_credentials_end() {
    let client = Client::new();
    let keys = client.assume(&WORK_API, "admin_role", "work_api", &[("DurationSeconds", "900")]).keys();
    assert_eq!(client.call(&keys, "GetCallerIdentity", &[]).status, 200);
    // Moving the clock would make the signature old, too.
    let mut state = client.aws.state();
    let session = state.issued.get_mut(keys.id.as_ref()).unwrap().caller.session.as_mut().unwrap();
    session.expires_at -= chrono::TimeDelta::seconds(901);
    drop(state);
    assert_snapshot!(client.call(&keys, "GetCallerIdentity", &[]).gist(), @"403 ExpiredToken: The security token included in the request is expired");
}

#[test]
fn any_region_is_taken_but_only_sts() {
    let client = Client::new();
    let from = |region: &str| {
        client.send(client.signed_for(region, &WORK_API, "GetCallerIdentity", &[], &[])).unwrap()
    };
    assert_eq!((from("ap-northeast-1").status, from("us-gov-west-1").status), (200, 200));
    assert_snapshot!(from("nowhere").gist(), @"403 SignatureDoesNotMatch: Credential should be scoped to a valid region, not 'nowhere'.");
}
