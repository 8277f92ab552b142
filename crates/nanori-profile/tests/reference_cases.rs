//! The test cases that AWS publishes with its Rust SDK: 65 of the profile parser, 9 of the file locations.
//!
//! They are read from the source of the published crate, which `cargo metadata` finds; nothing of it is compiled.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use nanori_profile::reader::{Profile, Profiles, reference};
use nanori_profile::{Document, Environment, Location, Platform};
use serde_json::Value;

fn cases(file: &str) -> Vec<Value> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/profile/reference/Cargo.toml");
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--manifest-path", manifest])
        .env_remove("CARGO_TARGET_DIR")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let runtime = packages.iter().find(|package| package["name"] == "aws-runtime").unwrap();
    let path =
        PathBuf::from(runtime["manifest_path"].as_str().unwrap()).with_file_name("test-data").join(file);
    let mut data: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    match data["tests"].take() {
        Value::Array(cases) => cases,
        other => panic!("no cases: {other}"),
    }
}

fn shown<'a>(profiles: impl Iterator<Item = &'a Profile<'a>>) -> Value {
    let shown = profiles.map(|profile| {
        let settings =
            profile.settings.iter().map(|setting| (setting.entry.key.to_string(), setting.value()));
        (profile.name.clone(), settings.collect::<BTreeMap<_, _>>())
    });
    serde_json::json!(shown.collect::<BTreeMap<_, _>>())
}

#[test]
fn every_parser_case() {
    let cases = cases("profile-parser-tests.json");
    for case in &cases {
        let name = &case["name"];
        let file = |key: &str| case["input"][key].as_str().map(Document::new);
        let (config, credentials) = (file("configFile"), file("credentialsFile"));
        match reference::read(config.as_ref(), credentials.as_ref()) {
            Ok(profiles) => check(name, &profiles, &case["output"]["config"]),
            Err((_, error)) => {
                let wanted =
                    case["output"]["errorContaining"].as_str().unwrap_or_else(|| panic!("{name}: {error:?}"));
                assert!(error.kind.reference_text().contains(wanted), "{name}: {error:?}, not {wanted}");
            }
        }
    }
    assert_eq!(cases.len(), 65);
}

#[track_caller]
fn check(name: &Value, profiles: &Profiles<'_>, wanted: &Value) {
    assert_eq!(shown(profiles.iter()), wanted["profiles"], "{name}");
    if let Some(sessions) = wanted.get("sso_sessions") {
        assert_eq!(&shown(profiles.sessions()), sessions, "{name}");
    }
}

#[test]
fn every_location_case() {
    let cases = cases("file-location-tests.json");
    for case in &cases {
        let variables = case["environment"].as_object().unwrap();
        let environment: Environment =
            variables.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect();
        let platform = if case["platform"] == "windows" { Platform::Windows } else { Platform::Unix };
        let location = Location::of(&environment, platform);
        assert_eq!(location.config, case["configLocation"], "{}", case["name"]);
        assert_eq!(location.credentials, case["credentialsLocation"], "{}", case["name"]);
        if let Some(profile) = case.get("profile") {
            assert_eq!(location.profile, *profile, "{}", case["name"]);
        }
    }
    assert_eq!(cases.len(), 9);
}
