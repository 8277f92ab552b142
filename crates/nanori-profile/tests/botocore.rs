//! Thousands of random profile sets, read and resolved by the crate and by botocore: the outcomes are the same.
//!
//! `NANORI_PYTHON` names a Python interpreter that has botocore; `NANORI_CASES` how many sets (3,000 if unset).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

#[path = "sets/random.rs"]
mod random;

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use nanori_profile::reader::{Profiles, python, reference};
use nanori_profile::{Document, Environment, Origin, ResolveError, Surroundings, resolve};
use random::{Random, case};
use serde_json::{Map, Value, json};

fn ours(case: &Value) -> Value {
    let (config, credentials) = (
        Document::new(case["config"].as_str().unwrap()),
        Document::new(case["credentials"].as_str().unwrap()),
    );
    let environment: Environment = case["environment"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(k, v)| (k.as_str(), v.as_str().unwrap()))
        .collect();
    let refused = |error: &ResolveError| json!({"error": error.class(), "text": error.to_string()});
    let loaded = match python::read(Some(&config), Some(&credentials)) {
        Ok(loaded) => loaded,
        Err((file, _)) => return refused(&ResolveError::Unreadable { file, path: "?".to_owned() }),
    };
    let surroundings = Surroundings {
        profile: case["profile"].as_str(),
        environment: &environment,
        instance: case["instance"].as_bool().unwrap(),
    };
    let chain = match resolve(&loaded, &surroundings) {
        Ok(chain) => chain,
        Err(error) => return refused(&error),
    };
    let mut hops: Vec<Value> = Vec::new();
    for hop in &chain.hops {
        let mut shown = json!({"role_arn": hop.role_arn});
        let mut set = |key: &str, value: Option<Value>| {
            if let Some(value) = value {
                shown[key] = value;
            }
        };
        set("RoleSessionName", hop.session_name.clone().map(Value::from));
        set("ExternalId", hop.external_id.clone().map(Value::from));
        set("SerialNumber", hop.mfa_serial.clone().map(Value::from));
        set("DurationSeconds", hop.duration_seconds.map(Value::from));
        hops.push(shown);
    }
    if let Origin::WebIdentity { role_arn, session_name, .. } = &chain.origin {
        let mut shown = json!({"role_arn": role_arn});
        if let Some(name) = session_name.as_ref().filter(|name| !name.is_empty()) {
            shown["RoleSessionName"] = name.as_str().into();
        }
        hops.push(shown);
    }
    let key = match &chain.origin {
        Origin::Static { access_key_id, .. } => Some(access_key_id.as_str()),
        _ => None,
    };
    json!({"profiles": shown(&loaded.profiles), "method": chain.method(), "origin": chain.origin.method(),
           "key": key, "hops": hops})
}

fn shown(profiles: &Profiles<'_>) -> Value {
    let mut all = Map::new();
    for profile in profiles.iter() {
        let mut settings = Map::new();
        for setting in &profile.settings {
            let value = setting.value();
            let value = if value.starts_with('\n') {
                reference::nested(value).map(|(k, v)| (k.to_owned(), v.into())).collect::<Map<_, _>>().into()
            } else {
                value.into()
            };
            settings.insert(setting.entry.key.to_string(), value);
        }
        all.insert(profile.name.clone(), settings.into());
    }
    all.into()
}

/// Botocore's answer without what the crate does not tell: paths, and the keys of anything but files.
fn comparable(mut theirs: Value) -> Value {
    if theirs["error"] == "ConfigParseError" {
        theirs["text"] = "Unable to parse config file: ?".into();
    }
    if !matches!(theirs["origin"].as_str(), Some("config-file" | "shared-credentials-file"))
        && let Some(key) = theirs.get_mut("key")
    {
        *key = Value::Null;
    }
    for hop in theirs.get_mut("hops").and_then(Value::as_array_mut).into_iter().flatten() {
        // An empty name makes botocore invent one.
        if hop.get("RoleSessionName").is_some_and(|name| name == "") {
            hop.as_object_mut().unwrap().remove("RoleSessionName");
        }
    }
    theirs
}

#[test]
#[ignore = "needs a Python with botocore, named by NANORI_PYTHON"]
fn botocore_comes_to_the_same() {
    let python =
        std::env::var("NANORI_PYTHON").expect("NANORI_PYTHON names an interpreter that has botocore");
    let cases = std::env::var("NANORI_CASES").map_or(3_000, |count| count.parse().unwrap());
    let mut oracle = Command::new(python)
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/profile/botocore_oracle.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut questions = oracle.stdin.take().unwrap();
    let mut answers = BufReader::new(oracle.stdout.take().unwrap()).lines();
    let mut random = Random(20_260_102);
    let mut outcomes = std::collections::BTreeMap::<String, usize>::new();
    for number in 0..cases {
        let case = case(&mut random);
        writeln!(questions, "{case}").unwrap();
        let theirs = comparable(serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap());
        let ours = ours(&case);
        assert_eq!(
            ours,
            theirs,
            "case {number}\n--- config\n{}\n--- credentials\n{}\n--- {}",
            case["config"].as_str().unwrap(),
            case["credentials"].as_str().unwrap(),
            json!({"profile": case["profile"], "environment": case["environment"], "instance": case["instance"]})
        );
        let outcome = theirs.get("error").or_else(|| theirs.get("origin")).unwrap();
        *outcomes.entry(outcome.as_str().unwrap().to_owned()).or_default() += 1;
    }
    drop(questions);
    assert!(oracle.wait().unwrap().success());
    println!("{outcomes:#?}");
    // The sets must reach every kind of outcome, or the agreement says little.
    assert!(cases < 3_000 || outcomes.len() >= 14, "{outcomes:#?}");
}
