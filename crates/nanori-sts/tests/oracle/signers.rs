//! Our signatures against those of botocore, aws4fetch and @smithy/signature-v4, byte for byte.

use http::Request;
use nanori_identity::{
    Credentials, MfaSerial, Origin, Partition, Region, RoleArn, SessionToken, Tag, Tags, Timestamp,
};
use nanori_sts::{AssumeRole, Audience, Call, Endpoint, EndpointKind, GetCallerIdentity, Mfa, Signer};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use serde_json::{Value, json};

use super::program::Program;

/// How many different calls are compared.
const CALLS: usize = 150;

#[derive(Clone, Debug)]
struct Drawn {
    call: AssumeRole,
    credentials: Credentials,
    endpoint: Endpoint,
    audience: Audience,
    now: Timestamp,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let parameters = (
        "[A-Za-z0-9_+=,.@-]{2,64}",
        "(/[!-~&&[^/]]{1,9}){0,3}/",
        prop::option::of("[A-Za-z0-9_+=,.@:/-]{2,40}"),
        prop::option::of("[0-9]{6}"),
        prop::collection::btree_map("[a-z0-9 管理é_.:/=+@-]{1,20}", "[A-Za-z 名前_.:/=+@-]{0,20}", 0..4),
        prop::option::of("[ -~]{1,200}"),
    );
    let call = parameters.prop_map(|(name, path, external_id, code, tags, policy)| {
        let account = "222222222222".parse().unwrap();
        let role = RoleArn::new(Partition::Aws, account, &path, "admin_role").unwrap();
        let serial: MfaSerial = "arn:aws:iam::111111111111:mfa/work_api".parse().unwrap();
        let tags = tags.iter().filter_map(|(key, value)| Tag::new(key, value).ok()).collect();
        AssumeRole {
            external_id: external_id.map(|id| id.parse().unwrap()),
            mfa: code.map(|code| Mfa { serial, code: code.parse().unwrap() }),
            tags: Tags::new(tags).unwrap_or_default(),
            policy: policy.map(|policy| policy.parse().unwrap()),
            ..AssumeRole::new(role, name.parse().unwrap())
        }
    });
    let credentials = ("A[A-Z0-9]{15,20}", "[!-~]{16,60}", prop::option::of("[!-~]{1,300}")).prop_map(
        |(access_key_id, secret, token)| Credentials {
            access_key_id: access_key_id.parse().unwrap(),
            secret_access_key: secret.parse().unwrap(),
            session_token: token.map(|token| token.parse().unwrap()),
            expiration: None,
        },
    );
    let endpoint = (prop::sample::select(vec!["us-east-1", "ap-northeast-1", "cn-north-1"]), 0..4_u8)
        .prop_map(|(region, kind)| {
            let region: Region = region.parse().unwrap();
            match kind {
                0 => Endpoint::regional(region),
                1 => Endpoint::new(region, EndpointKind::DualStack).unwrap(),
                2 => Endpoint::new("us-east-1".parse().unwrap(), EndpointKind::Global).unwrap(),
                _ => Endpoint::local(&"http://127.0.0.1:4566".parse::<Origin>().unwrap(), region),
            }
        });
    let audience = "https://[a-z]{1,9}\\.example(:[1-9][0-9]{3})?".prop_map(|origin| origin.parse().unwrap());
    let now = (1_000_000_000_i64..4_000_000_000).prop_map(|seconds| Timestamp::from_unix(seconds).unwrap());
    (call, credentials, endpoint, audience, now).prop_map(|(call, credentials, endpoint, audience, now)| {
        Drawn { call, credentials, endpoint, audience, now }
    })
}

fn header<'a>(request: &'a Request<Vec<u8>>, name: &str) -> Option<&'a str> {
    request.headers().get(name).map(|value| value.to_str().unwrap())
}

/// What another signer needs to know; date and token it adds by itself.
fn question(request: &Request<Vec<u8>>, drawn: &Drawn) -> Value {
    let mut headers = serde_json::Map::new();
    for name in ["content-type", Audience::HEADER] {
        headers.extend(header(request, name).map(|value| (name.to_owned(), value.into())));
    }
    json!({
        "url": request.uri().to_string(),
        "headers": headers,
        "body": str::from_utf8(request.body()).unwrap(),
        "access_key_id": drawn.credentials.access_key_id.as_str(),
        "secret_access_key": drawn.credentials.secret_access_key.expose_secret(),
        "session_token": drawn.credentials.session_token.as_ref().map(SessionToken::expose_token),
        "region": drawn.endpoint.signing_region().as_str(),
        "amz_date": drawn.now.amz_date(),
    })
}

#[test]
#[ignore = "asks botocore, aws4fetch and @smithy/signature-v4: cargo xtask test oracle"]
fn signatures_are_those_of_three_others() {
    let mut python = Program::python("tests/sts/sign_botocore.py");
    let mut node = Program::node("tests/sts/sign_javascript.mjs");
    let mut runner = TestRunner::deterministic();
    for _ in 0..CALLS {
        let drawn = drawn().new_tree(&mut runner).unwrap().current();
        let mut signer = Signer::new(drawn.credentials.clone());
        let signature = drawn.call.sign(&mut signer, &drawn.endpoint, &drawn.audience, drawn.now).unwrap();
        for request in [
            drawn.call.request(&mut signer, &drawn.endpoint, drawn.now).unwrap(),
            drawn.call.rebuild(&drawn.endpoint, &drawn.audience, &signature).unwrap(),
            GetCallerIdentity.request(&mut signer, &drawn.endpoint, drawn.now).unwrap(),
        ] {
            let question = question(&request, &drawn);
            let ours = header(&request, "authorization");
            let (botocore, javascript) = (python.ask(&question), node.ask(&question));
            assert_eq!(ours, botocore["botocore"].as_str(), "botocore: {question}");
            assert_eq!(ours, javascript["aws4fetch"].as_str(), "aws4fetch: {question}");
            assert_eq!(ours, javascript["smithy"].as_str(), "@smithy/signature-v4: {question}");
        }
    }
}
