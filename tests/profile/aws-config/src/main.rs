//! What the Rust SDK makes of profile files: its `ProfileFileCredentialsProvider`, with a network of its own.
//!
//! Reads one JSON object a line: {"config", "credentials", "profile"}; answers one a line: {"hops", "origin"} with the
//! requests to STS, the profile's own first, and the key that the first credentials have; or {"error"} with its text.
//! Every address is answered from memory. Sign-ins are files below HOME, which must be a folder for this program alone:
//! one for each name that is given as an argument.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};

use aws_config::profile::ProfileFileCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_credential_types::provider::ProvideCredentials;
use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::display::DisplayErrorContext;
use serde_json::{Value, json};
use sha2::Digest;

const NEVER: &str = "2999-01-01T00:00:00Z";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    sign_in(&std::env::args().skip(1).collect::<Vec<_>>());
    for line in std::io::stdin().lock().lines() {
        let case: Value = serde_json::from_str(&line.expect("a line")).expect("an object");
        let mut out = std::io::stdout().lock();
        writeln!(out, "{}", answer(&case).await).and_then(|()| out.flush()).expect("somebody reads");
    }
}

async fn answer(case: &Value) -> Value {
    let text = |key: &str| case[key].as_str().expect("a text").to_owned();
    let files = EnvConfigFiles::builder()
        .with_contents(EnvConfigFileKind::Config, text("config"))
        .with_contents(EnvConfigFileKind::Credentials, text("credentials"))
        .build();
    let network = Network::default();
    let region = aws_config::Region::new("eu-west-1");
    let config = ProviderConfig::default().with_region(Some(region)).with_http_client(network.clone());
    let provider = ProfileFileCredentialsProvider::builder()
        .configure(&config)
        .profile_files(files)
        .profile_name(text("profile"))
        .build();
    match provider.provide_credentials().await {
        Err(error) => json!({"error": format!("{}", DisplayErrorContext(&error))}),
        Ok(found) => {
            let mut hops = network.asked.lock().expect("nobody else").clone();
            let origin = hops.first().map_or(found.access_key_id().into(), |hop| hop["signer"].clone());
            hops.reverse();
            json!({"hops": hops, "origin": origin})
        }
    }
}

/// What a person who has signed in everywhere has on disk.
fn sign_in(names: &[String]) {
    let home = std::env::var("HOME").expect("HOME is a folder");
    let write = |folder: &str, hash: String, token: Value| {
        let folder = Path::new(&home).join(folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join(format!("{hash}.json")), token.to_string()).expect("a file");
    };
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    for name in names {
        let portal = json!({"accessToken": "t", "expiresAt": NEVER});
        write(".aws/sso/cache", hex(&sha1::Sha1::digest(name)), portal);
        let console = json!({
            "accessToken": {"accessKeyId": "LOGIN", "secretAccessKey": "s", "sessionToken": "t",
                "accountId": "111111111111", "expiresAt": NEVER},
            "tokenType": "aws_sigv4", "clientId": "c", "refreshToken": "r", "dpopKey": "k",
        });
        write(".aws/login/cache", hex(&sha2::Sha256::digest(name)), console);
    }
}

/// Answers every address, and notes what STS is asked for.
#[derive(Debug, Clone, Default)]
struct Network {
    asked: Arc<Mutex<Vec<Value>>>,
}

impl HttpClient for Network {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Network {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let uri = request.uri().to_owned();
        let body = request.body().bytes().map(form).unwrap_or_default();
        let answer = if let Some(action) = body.get("Action") {
            let mut hop = json!(body);
            hop["signer"] = signer(&request).into();
            self.asked.lock().expect("nobody else").push(hop);
            sts(action)
        } else if uri.contains("/federation/credentials") {
            let query = form(uri.split_once('?').map_or("", |(_, query)| query).as_bytes());
            let key = format!("SSO {} {}", query["account_id"], query["role_name"]);
            json!({"roleCredentials": {"accessKeyId": key, "secretAccessKey": "s", "sessionToken": "t",
                "expiration": 32_472_144_000_000_u64}})
            .to_string()
        } else if uri.contains("/latest/api/token") {
            "token".to_owned()
        } else if uri.contains("/latest/meta-data/") {
            let named = uri.ends_with("/role") || uri.ends_with("/role/");
            if named { keys("INSTANCE") } else { "role".to_owned() }
        } else {
            keys("CONTAINER")
        };
        let mut response = HttpResponse::new(200.try_into().expect("a status"), SdkBody::from(answer));
        response.headers_mut().insert("x-aws-ec2-metadata-token-ttl-seconds", "21600");
        HttpConnectorFuture::ready(Ok(response))
    }
}

/// The access key id in the signature; empty for a request without one.
fn signer(request: &HttpRequest) -> String {
    let signature = request.headers().get("authorization").unwrap_or_default();
    let (_, scope) = signature.split_once("Credential=").unwrap_or_default();
    scope.split('/').next().unwrap_or_default().to_owned()
}

fn keys(id: &str) -> String {
    json!({"Code": "Success", "Type": "AWS-HMAC", "AccessKeyId": id, "SecretAccessKey": "s", "Token": "t",
        "Expiration": NEVER, "LastUpdated": "2026-01-01T00:00:00Z", "AccountId": "111111111111"})
    .to_string()
}

fn sts(action: &str) -> String {
    format!(
        "<{action}Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><{action}Result><Credentials>\
         <AccessKeyId>{action}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>\
         <Expiration>{NEVER}</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>A:s</AssumedRoleId>\
         <Arn>arn:aws:sts::111111111111:assumed-role/r/s</Arn></AssumedRoleUser></{action}Result></{action}Response>"
    )
}

/// The pairs of a form or a query.
fn form(text: &[u8]) -> BTreeMap<String, String> {
    let text = String::from_utf8_lossy(text);
    let plain = |part: &str| {
        let part = part.replace('+', " ");
        percent_encoding::percent_decode_str(&part).decode_utf8_lossy().into_owned()
    };
    text.split('&').filter_map(|pair| pair.split_once('=')).map(|(k, v)| (plain(k), plain(v))).collect()
}
