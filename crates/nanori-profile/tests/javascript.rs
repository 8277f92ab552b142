//! Random profile files, read by the crate's JavaScript reading and by the JavaScript SDK's own loader: the same.
//!
//! `NANORI_NODE_MODULES` names a folder `node_modules` that holds `@smithy/shared-ini-file-loader`.

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

use nanori_profile::Document;
use nanori_profile::reader::{Profile, javascript};
use random::{Random, case};
use serde_json::{Map, Value};

fn shown<'a>(profiles: impl Iterator<Item = &'a Profile<'a>>, prefix: &str, into: &mut Map<String, Value>) {
    for profile in profiles {
        let settings =
            profile.settings.iter().map(|setting| (setting.entry.key.to_string(), setting.value().into()));
        into.insert(format!("{prefix}{}", profile.name), Value::Object(settings.collect()));
    }
}

#[test]
#[ignore = "needs the JavaScript SDK, in the folder that NANORI_NODE_MODULES names"]
fn the_javascript_loader_comes_to_the_same() {
    let modules =
        std::env::var("NANORI_NODE_MODULES").expect("NANORI_NODE_MODULES names a folder node_modules");
    let mut oracle = Command::new("node")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/profile/javascript_oracle.mjs"))
        .arg(modules)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut questions = oracle.stdin.take().unwrap();
    let mut answers = BufReader::new(oracle.stdout.take().unwrap()).lines();
    let mut random = Random(20_260_103);
    let mut filled = 0;
    for number in 0..3_000 {
        let case = case(&mut random);
        writeln!(questions, "{case}").unwrap();
        let theirs: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        let (config, credentials) = (case["config"].as_str().unwrap(), case["credentials"].as_str().unwrap());
        let documents = (Document::new(config), Document::new(credentials));
        let read = javascript::read(Some(&documents.0), Some(&documents.1)).unwrap();
        let mut ours = Map::new();
        shown(read.iter(), "", &mut ours);
        shown(read.sessions(), "sso-session.", &mut ours);
        shown(read.all_services(), "services.", &mut ours);
        filled += usize::from(!ours.is_empty());
        let theirs = &theirs["profiles"];
        assert_eq!(
            &Value::Object(ours),
            theirs,
            "case {number}\n--- config\n{config}\n--- credentials\n{credentials}"
        );
    }
    drop(questions);
    assert!(oracle.wait().unwrap().success());
    assert!(filled > 2_000, "only {filled} sets held anything");
}
