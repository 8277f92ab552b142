//! A client of the local AWS for tests: signs, sends, and reads the answer's XML or JSON.

use std::net::{IpAddr, Ipv4Addr};
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;

use super::super::*;

pub const HOST: &str = "127.0.0.1:4566";
pub const WORK_API: Keys = Keys::long("AKIANANORIDEMOWORKA1", "NotARealSecret/WorkApi/First/DemoOnly/00");
pub const ALICE: Keys = Keys::long("AKIANANORIDEMOALICE1", "NotARealSecret/Alice/DemoOnly/0000000000");
pub const X: Keys = Keys::long("AKIANANORIDEMOUSERX1", "NotARealSecret/X/DemoOnly/00000000000000");
pub const VISITOR: Keys = Keys::long("AKIANANORIDEMOVISIT1", "NotARealSecret/Visitor/DemoOnly/00000000");
pub const ROOT: Keys = Keys::long("AKIANANORIDEMO1ROOT0", "NotARealSecret/Root/111111111111/DemoOnl");
pub const OTHER_WORK_API: Keys =
    Keys::long("AKIANANORIDEMO2WORK1", "NotARealSecret/WorkApi/222222222222/Demo");
pub const GOV_API: Keys = Keys::long("AKIANANORIDEMOGOVAP1", "NotARealSecret/GovApi/DemoOnly/000000000");

/// A key with or without a session token.
#[derive(Debug, Clone)]
pub struct Keys {
    pub id: std::borrow::Cow<'static, str>,
    pub secret: std::borrow::Cow<'static, str>,
    pub token: Option<String>,
}

impl Keys {
    pub const fn long(id: &'static str, secret: &'static str) -> Self {
        Self { id: std::borrow::Cow::Borrowed(id), secret: std::borrow::Cow::Borrowed(secret), token: None }
    }

    pub fn session_json(&self) -> String {
        serde_json::json!({ "sessionId": self.id, "sessionKey": self.secret, "sessionToken": self.token })
            .to_string()
    }
}

/// An answer with its body as text.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// The text of the first element with this name.
    pub fn text(&self, element: &str) -> Option<String> {
        let document = roxmltree::Document::parse(&self.body).ok()?;
        let node = document.descendants().find(|node| node.tag_name().name() == element)?;
        node.text().map(str::to_owned)
    }

    /// `403 AccessDenied: …`, or the ARN of who was assumed or asked about.
    pub fn gist(&self) -> String {
        match (self.text("Code"), self.text("Arn")) {
            (Some(code), _) => {
                format!("{} {code}: {}", self.status, self.text("Message").unwrap_or_default())
            }
            (None, Some(arn)) => arn,
            (None, None) => format!("{} {}", self.status, self.body),
        }
    }

    pub fn keys(&self) -> Keys {
        Keys {
            id: self.text("AccessKeyId").expect("an access key id").into(),
            secret: self.text("SecretAccessKey").expect("a secret").into(),
            token: Some(self.text("SessionToken").expect("a session token")),
        }
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).expect("JSON")
    }

    pub fn location(&self) -> &str {
        self.headers.get("location").expect("a location").to_str().expect("ASCII")
    }
}

/// The local AWS with the demo accounts.
#[derive(Debug)]
pub struct Client {
    pub aws: LocalAws,
    runtime: tokio::runtime::Runtime,
}

impl Client {
    pub fn new() -> Self {
        let config = Config::parse(include_str!("../../../demo.toml")).expect("the demo configuration");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Self { aws: LocalAws::new(config).expect("a consistent configuration"), runtime }
    }

    /// Sends a request as it is.
    pub fn send(&self, request: Request<Bytes>) -> Option<Answer> {
        match self.runtime.block_on(self.aws.handle(request, IpAddr::V4(Ipv4Addr::LOCALHOST))) {
            Reply::Drop => None,
            Reply::Answer(response) => {
                let (parts, body) = response.into_parts();
                let body = String::from_utf8(body.to_vec()).expect("UTF-8");
                Some(Answer { status: parts.status.as_u16(), headers: parts.headers, body })
            }
        }
    }

    /// Signs a call for now and sends it.
    pub fn call(&self, keys: &Keys, action: &str, parameters: &[(&str, &str)]) -> Answer {
        self.send(self.signed(keys, action, parameters, &[])).expect("an answer")
    }

    /// AssumeRole of a role in 222222222222.
    pub fn assume(&self, keys: &Keys, role: &str, name: &str, more: &[(&str, &str)]) -> Answer {
        let arn = format!("arn:aws:iam::222222222222:role/{role}");
        let mut parameters = vec![("RoleArn", arn.as_str()), ("RoleSessionName", name)];
        parameters.extend(more);
        self.call(keys, "AssumeRole", &parameters)
    }

    /// A signed call; `headers` are signed, too.
    pub fn signed(
        &self,
        keys: &Keys,
        action: &str,
        parameters: &[(&str, &str)],
        headers: &[(&'static str, &str)],
    ) -> Request<Bytes> {
        self.signed_for("us-east-1", keys, action, parameters, headers)
    }

    pub fn signed_for(
        &self,
        region: &str,
        keys: &Keys,
        action: &str,
        parameters: &[(&str, &str)],
        headers: &[(&'static str, &str)],
    ) -> Request<Bytes> {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("Action", action).append_pair("Version", "2011-06-15").extend_pairs(parameters);
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(format!("http://{HOST}/"))
            .header(HOST_HEADER, HOST)
            .header("content-type", "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Bytes::from(form.finish())).expect("a request");
        let identity =
            Credentials::new(keys.id.to_string(), keys.secret.to_string(), keys.token.clone(), None, "tests")
                .into();
        // Signed by the machine's clock, so that an offset of the local AWS's clock is a skew.
        let signing = v4::SigningParams::builder()
            .identity(&identity)
            .region(region)
            .name("sts")
            .time(SystemTime::now())
            .settings(SigningSettings::default())
            .build()
            .expect("signing parameters")
            .into();
        let names: Vec<(String, String)> = request
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().expect("ASCII").to_owned()))
            .collect();
        let signable = SignableRequest::new(
            "POST",
            request.uri().to_string(),
            names.iter().map(|(name, value)| (name.as_str(), value.as_str())),
            SignableBody::Bytes(request.body()),
        )
        .expect("a signable request");
        let (instructions, _) = sign(signable, &signing).expect("a signature").into_parts();
        instructions.apply_to_request_http1x(&mut request);
        *request.uri_mut() = "/".parse().expect("a path");
        request
    }

    /// A GET of this server, with a cookie if there is one.
    pub fn get(&self, path: &str, cookie: Option<&str>) -> Answer {
        let mut request = Request::builder().uri(path).header(HOST_HEADER, HOST);
        if let Some(cookie) = cookie {
            request = request.header("cookie", cookie);
        }
        self.send(request.body(Bytes::new()).expect("a request")).expect("an answer")
    }

    /// A form post.
    pub fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = Request::post(path)
            .header(HOST_HEADER, HOST)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Bytes::from(body));
        self.send(request.expect("a request")).expect("an answer")
    }

    /// A post to the control part.
    pub fn control(&self, name: &str, json: &serde_json::Value) -> Answer {
        let request = Request::post(format!("/_local/{name}"))
            .header(HOST_HEADER, HOST)
            .header("content-type", "application/json")
            .body(Bytes::from(json.to_string()));
        self.send(request.expect("a request")).expect("an answer")
    }

    pub fn totp(&self, serial: &str, step: i64) -> String {
        let answer = self.get(&format!("/_local/totp?serial={serial}&step={step}"), None);
        answer.json()["code"].as_str().expect("a code").to_owned()
    }

    pub fn records(&self, query: &str) -> Vec<serde_json::Value> {
        let answer = self.get(&format!("/_local/cloudtrail?{query}"), None);
        answer.json()["Records"].as_array().expect("records").clone()
    }

    /// Trades credentials for a sign-in token.
    pub fn signin_token(&self, keys: &Keys, more: &[(&str, &str)]) -> Answer {
        let session = keys.session_json();
        let mut form = vec![("Action", "getSigninToken"), ("Session", session.as_str())];
        form.extend(more);
        self.post("/federation", &form)
    }
}

const HOST_HEADER: &str = "host";
