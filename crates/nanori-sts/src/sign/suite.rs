//! The official SigV4 test suite, as it is published inside the crate aws-sigv4: all 38 cases of `v4`, and two about encoding a path.
//!
//! Each case is checked in its header form and, where the suite has one, in its query form, since both run through the
//! same canonical request.

use std::{fs, path::PathBuf, process::Command};

use nanori_identity::{SecretAccessKey, Timestamp};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::Value;

use super::{CanonicalRequest, PathEncoding, Scope, Signable, SigningKey};
use crate::encode;

/// What a client does before a request goes on the wire: `request.txt` has raw spaces and letters in places.
const NOT_ON_THE_WIRE: &AsciiSet = &CONTROLS.add(b' ');

struct Case {
    folder: PathBuf,
    name: String,
    context: Value,
}

#[test]
fn all_cases_hold() {
    let mut folders: Vec<PathBuf> = fs::read_dir(suite())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    let cases = folders.len();
    let mut query_forms = 0;
    for folder in folders {
        let case = Case::read(folder);
        case.check("header");
        if case.file("query-canonical-request.txt").is_some() {
            case.check("query");
            query_forms += 1;
        }
    }
    assert_eq!((cases, query_forms), (38 + 2, 38));
}

impl Case {
    fn read(folder: PathBuf) -> Self {
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        // The two cases about encoding twice have no context; aws-sigv4 signs them with its own example.
        let context = fs::read_to_string(folder.join("context.json")).unwrap_or_else(|_| {
            r#"{"credentials": {"access_key_id": "ANOTREAL", "secret_access_key": "notrealrnrELgWzOk3IfjzDKtFBhDby"},
                "normalize": true, "region": "us-east-1", "service": "service", "sign_body": false,
                "timestamp": "2021-05-11T15:40:45Z"}"#
                .to_owned()
        });
        Self { folder, name, context: serde_json::from_str(&context).unwrap() }
    }

    fn file(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.folder.join(name)).ok()
    }

    fn text(&self, pointer: &str) -> &str {
        self.context.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }

    fn flag(&self, pointer: &str) -> bool {
        self.context.pointer(pointer).and_then(Value::as_bool).unwrap_or_default()
    }

    #[track_caller]
    fn check(&self, form: &str) {
        let now: Timestamp = self.text("/timestamp").parse().unwrap();
        let scope = Scope::new(now, self.text("/region"), self.text("/service"));
        let canonical = self.canonical(form == "query", &scope);
        let name = &self.name;
        let expected = |file: &str| self.file(&format!("{form}-{file}.txt"));
        assert_eq!(canonical.as_str(), expected("canonical-request").unwrap(), "{name} {form}");
        if self.folder.join("context.json").exists() {
            let string_to_sign = scope.string_to_sign(&canonical);
            assert_eq!(Some(&string_to_sign), expected("string-to-sign").as_ref(), "{name} {form}");
            let secret: SecretAccessKey = self.text("/credentials/secret_access_key").parse().unwrap();
            let signature = SigningKey::derive(&secret, &scope).sign(&string_to_sign);
            assert_eq!(Some(signature.expose_hex()), expected("signature").as_deref(), "{name} {form}");
        }
    }

    fn canonical(&self, as_query: bool, scope: &Scope<'_>) -> CanonicalRequest {
        let request = self.file("request.txt").unwrap();
        let (head, body) = request.split_once("\n\n").unwrap_or((request.trim_end_matches('\n'), ""));
        let (line, header_lines) = head.split_once('\n').unwrap_or((head, ""));
        let (method, target) = line.strip_suffix(" HTTP/1.1").unwrap().split_once(' ').unwrap();
        let target = utf8_percent_encode(target, NOT_ON_THE_WIRE).to_string();
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));

        // A continuation line begins with a space and belongs to the value before it.
        let unfolded = header_lines.replace("\n ", " ");
        let mut headers: Vec<(&str, &str)> = unfolded
            .lines()
            .map(|line| line.split_once(':').unwrap())
            .filter(|(name, _)| !name.eq_ignore_ascii_case("x-amz-date"))
            .collect();
        let mut query = query.to_owned();
        let token = Some(self.text("/credentials/token"))
            .filter(|token| !token.is_empty() && !self.flag("/omit_session_token"));
        let body_hash = super::canonical::sha256_hex(body.as_bytes());
        if as_query {
            let mut names: Vec<String> = headers.iter().map(|(name, _)| name.to_ascii_lowercase()).collect();
            names.sort();
            names.dedup();
            let credential =
                format!("{}/{}", self.text("/credentials/access_key_id"), scope.credential_scope());
            let parameters = [
                ("X-Amz-Algorithm", Some(super::ALGORITHM)),
                ("X-Amz-Credential", Some(credential.as_str())),
                ("X-Amz-Date", Some(scope.amz_date())),
                ("X-Amz-Expires", Some("3600")),
                ("X-Amz-SignedHeaders", Some(&names.join(";"))),
                ("X-Amz-Security-Token", token),
            ];
            for (name, value) in parameters {
                if let Some(value) = value {
                    query.push_str(&format!("&{name}={}", encode::component(value)));
                }
            }
        } else {
            headers.push(("X-Amz-Date", scope.amz_date()));
            headers.extend(token.map(|token| ("X-Amz-Security-Token", token)));
            if self.flag("/sign_body") {
                headers.push(("x-amz-content-sha256", &body_hash));
            }
        }
        let is_double = self.name.starts_with("double-");
        CanonicalRequest::of(&Signable {
            method,
            path,
            query: &query,
            headers: &headers,
            body: body.as_bytes(),
            normalise_path: self.flag("/normalize"),
            path_encoding: if is_double { PathEncoding::Again } else { PathEncoding::AsIs },
        })
    }
}

/// The suite's folder, in the source of the very aws-sigv4 that Cargo.lock names.
fn suite() -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let package = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .find(|package| package["name"] == "aws-sigv4")
        .expect("aws-sigv4 is a dev-dependency");
    let manifest = PathBuf::from(package["manifest_path"].as_str().unwrap());
    manifest.parent().unwrap().join("aws-signing-test-suite/v4")
}
