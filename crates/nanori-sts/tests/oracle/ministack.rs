//! Our requests at ministack, an STS that verifies signatures, clock and policies.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::{SystemTime, UNIX_EPOCH},
};

use http::{Request, Response};
use nanori_identity::{Credentials, Origin, Region, Timestamp};
use nanori_sts::{AssumeRole, Audience, Call, Endpoint, GetCallerIdentity, RefusalCode, Signer, StsError};

use super::program::Program;

struct Directory {
    origin: Origin,
    account: String,
    signer: Signer,
    now: Timestamp,
    // Ends ministack when it is dropped.
    _program: Program,
}

impl Directory {
    fn start() -> Self {
        let mut program = Program::python("tests/sts/ministack_directory.py");
        let ready = program.answer();
        let text = |name: &str| ready[name].as_str().unwrap().to_owned();
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        Self {
            origin: text("origin").parse().unwrap(),
            account: text("account"),
            signer: Signer::new(Credentials {
                access_key_id: text("access_key_id").parse().unwrap(),
                secret_access_key: text("secret_access_key").parse().unwrap(),
                session_token: None,
                expiration: None,
            }),
            now: Timestamp::from_unix(i64::try_from(seconds).unwrap()).unwrap(),
            _program: program,
        }
    }

    fn endpoint(&self) -> Endpoint {
        Endpoint::local(&self.origin, "us-east-1".parse::<Region>().unwrap())
    }

    fn switch(&self, role: &str) -> AssumeRole {
        let arn = format!("arn:aws:iam::{}:role/team/a/{role}", self.account);
        AssumeRole::new(arn.parse().unwrap(), "work_api".parse().unwrap())
    }

    /// Through the portal: signed for `signed_for`, written again and sent by `portal`.
    fn through<C: Call>(
        &mut self,
        call: &C,
        signed_for: &str,
        portal: &str,
    ) -> Result<C::Response, StsError> {
        let (endpoint, now) = (self.endpoint(), self.now);
        let signed_for: Audience = signed_for.parse().unwrap();
        let signature = call.sign(&mut self.signer, &endpoint, &signed_for, now).unwrap();
        let request = call.rebuild(&endpoint, &portal.parse().unwrap(), &signature).unwrap();
        C::parse(&self.send(&request))
    }

    fn direct<C: Call>(&mut self, call: &C, now: Timestamp) -> Result<C::Response, StsError> {
        let endpoint = self.endpoint();
        let request = call.request(&mut self.signer, &endpoint, now).unwrap();
        C::parse(&self.send(&request))
    }

    fn send(&self, request: &Request<Vec<u8>>) -> Response<Vec<u8>> {
        let mut stream = TcpStream::connect(self.origin.authority()).unwrap();
        let mut head = format!("{} / HTTP/1.1\r\nhost: {}\r\n", request.method(), self.origin.authority());
        for (name, value) in request.headers() {
            head.push_str(&format!("{name}: {}\r\n", value.to_str().unwrap()));
        }
        head.push_str(&format!("content-length: {}\r\nconnection: close\r\n\r\n", request.body().len()));
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(request.body()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        response(&String::from_utf8(answer).unwrap())
    }
}

/// A whole HTTP/1.1 answer whose body has a length.
fn response(answer: &str) -> Response<Vec<u8>> {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let status: u16 = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let mut built = Response::builder().status(status);
    for (name, value) in lines.map(|line| line.split_once(": ").unwrap()) {
        assert!(!name.eq_ignore_ascii_case("transfer-encoding"), "the body is in one piece");
        built = built.header(name, value);
    }
    built.body(body.as_bytes().to_vec()).unwrap()
}

#[track_caller]
fn refused<T: std::fmt::Debug>(answer: Result<T, StsError>) -> RefusalCode {
    answer.unwrap_err().refusal_code().expect("a refusal by STS")
}

#[test]
#[ignore = "asks ministack: cargo xtask test oracle"]
fn a_verifying_sts_takes_our_requests_and_only_ours() {
    let mut directory = Directory::start();
    let (portal, other) = ("https://portal.example.com", "https://other.example.com");

    let who = directory.through(&GetCallerIdentity, portal, portal).unwrap();
    assert_eq!(who.principal.bound_session_name().unwrap().as_str(), "work_api");

    let switch = directory.switch("admin_role");
    let session = directory.through(&switch, portal, portal).unwrap();
    assert_eq!(session.verify(&switch), Ok(()));
    let now = directory.now;
    assert_eq!(directory.direct(&switch, now).unwrap().verify(&switch), Ok(()));

    // The session's own credentials, with their token, are good for another call.
    let own = std::mem::replace(&mut directory.signer, Signer::new(session.credentials.clone()));
    let who = directory.through(&GetCallerIdentity, portal, portal).unwrap();
    assert_eq!(who.principal, session.assumed_role);
    directory.signer = own;

    assert_eq!(
        refused(directory.through(&GetCallerIdentity, portal, other)),
        RefusalCode::SignatureDoesNotMatch,
        "a proof for one portal is worth nothing at another"
    );
    let closed = directory.switch("closed_role");
    assert_eq!(refused(directory.through(&closed, portal, portal)), RefusalCode::AccessDenied);
    let late = now.plus(-3600);
    assert!(matches!(
        refused(directory.direct(&switch, late)),
        RefusalCode::SignatureExpired | RefusalCode::SignatureDoesNotMatch
    ));
}

#[test]
#[ignore = "asks ministack: cargo xtask test oracle"]
fn another_name_under_the_same_signature_is_refused() {
    let mut directory = Directory::start();
    let (endpoint, now) = (directory.endpoint(), directory.now);
    let portal: Audience = "https://portal.example.com".parse().unwrap();
    let switch = directory.switch("admin_role");
    let signature = switch.sign(&mut directory.signer, &endpoint, &portal, now).unwrap();
    let forged = AssumeRole { session_name: "somebody".parse().unwrap(), ..switch };
    let request = forged.rebuild(&endpoint, &portal, &signature).unwrap();
    let answer = AssumeRole::parse(&directory.send(&request));
    assert_eq!(refused(answer), RefusalCode::SignatureDoesNotMatch);
}
