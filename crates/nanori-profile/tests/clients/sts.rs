//! An STS on loopback that believes everything, remembers what AssumeRole was asked for, and knows its own keys again.
//! It also is the metadata service of a container and of an instance, whose credentials a profile may name as its source.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// The key that every AssumeRole answers with.
pub const ASSUMED_KEY: &str = "ASIAIOSFODNN7EXAMPLE";

#[derive(Default)]
struct Memory {
    asked: HashMap<String, String>,
    arn: String,
}

/// The server; its thread ends with the test program.
pub struct Sts {
    port: u16,
    memory: Arc<Mutex<Memory>>,
}

impl Sts {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let memory = Arc::new(Mutex::new(Memory::default()));
        let shared = Arc::clone(&memory);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let memory = Arc::clone(&shared);
                std::thread::spawn(move || while serve(&stream, &memory).is_some() {});
            }
        });
        Self { port, memory }
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where a container's credentials are.
    pub fn container(&self) -> String {
        format!("{}/container", self.url())
    }

    /// The parameters of the last AssumeRole or AssumeRoleWithWebIdentity.
    pub fn asked(&self) -> HashMap<String, String> {
        self.memory.lock().unwrap().asked.clone()
    }

    /// Makes [`ASSUMED_KEY`] that session's.
    pub fn remember(&self, arn: &str) {
        self.memory.lock().unwrap().arn = arn.to_owned();
    }
}

/// Answers one request; `None` once the connection is closed.
fn serve(stream: &TcpStream, memory: &Mutex<Memory>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let (mut length, mut authorization, mut line) = (0, String::new(), String::new());
    if reader.read_line(&mut line).ok()? == 0 {
        return None;
    }
    let path = line.split(' ').nth(1)?.to_owned();
    loop {
        line.clear();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(':') else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().ok()?,
            "authorization" => authorization = value.trim().to_owned(),
            _ => {}
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let (status, kind, answer) = match metadata(&path) {
        Some((status, answer)) => (status, "application/json", answer.to_owned()),
        None => {
            let form = form(&String::from_utf8(body).ok()?);
            ("200 OK", "text/xml", answer(&form, &authorization, &mut *memory.lock().ok()?))
        }
    };
    let head =
        format!("HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n", answer.len());
    let mut stream = stream;
    stream.write_all(format!("{head}{answer}").as_bytes()).ok()
}

/// What the metadata services answer; `None` for a path of STS.
fn metadata(path: &str) -> Option<(&'static str, &'static str)> {
    const CREDENTIALS: &str = r#"{"Code":"Success","Type":"AWS-HMAC","LastUpdated":"2026-01-01T00:00:00Z",
        "AccessKeyId":"ASIAMACHINE000EXAMPLE","SecretAccessKey":"secret","Token":"token","Expiration":"2999-01-01T00:00:00Z"}"#;
    match path {
        "/container" | "/latest/meta-data/iam/security-credentials/machine" => Some(("200 OK", CREDENTIALS)),
        "/latest/api/token" => Some(("200 OK\r\nx-aws-ec2-metadata-token-ttl-seconds: 21600", "token")),
        "/latest/meta-data/iam/security-credentials/" => Some(("200 OK", "machine")),
        other if other.starts_with("/latest/") => Some(("404 Not Found", "")),
        _ => None,
    }
}

fn answer(form: &HashMap<String, String>, authorization: &str, memory: &mut Memory) -> String {
    let action = form.get("Action").cloned().unwrap_or_default();
    let result = if action.starts_with("AssumeRole") {
        let role = form["RoleArn"].rsplit('/').next().unwrap_or_default();
        memory.arn = format!("arn:aws:sts::222222222222:assumed-role/{role}/{}", form["RoleSessionName"]);
        memory.asked = form.clone();
        format!(
            "<Credentials><AccessKeyId>{ASSUMED_KEY}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey>\
             <SessionToken>token</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>\
             <AssumedRoleUser><Arn>{}</Arn><AssumedRoleId>AROA:x</AssumedRoleId></AssumedRoleUser>",
            memory.arn
        )
    } else {
        let assumed = authorization.contains(&format!("Credential={ASSUMED_KEY}/"));
        let arn = if assumed { memory.arn.as_str() } else { "arn:aws:iam::111111111111:user/work_api" };
        format!("<Arn>{arn}</Arn><UserId>x</UserId><Account>222222222222</Account>")
    };
    format!(
        "<{action}Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><{action}Result>{result}</{action}Result>\
         <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{action}Response>"
    )
}

fn form(body: &str) -> HashMap<String, String> {
    let decoded = |text: &str| {
        let mut out = Vec::new();
        let mut bytes = text.bytes();
        while let Some(byte) = bytes.next() {
            out.push(match byte {
                b'+' => b' ',
                b'%' => {
                    let hex: String = bytes.by_ref().take(2).map(char::from).collect();
                    u8::from_str_radix(&hex, 16).unwrap()
                }
                other => other,
            });
        }
        String::from_utf8(out).unwrap()
    };
    body.split('&').filter_map(|pair| pair.split_once('=')).map(|(k, v)| (decoded(k), decoded(v))).collect()
}
