//! Thousands of random profile sets, resolved by the crate's rules for each SDK and by that SDK itself: the same.
//!
//! `NANORI_NODE_MODULES` names a folder `node_modules` that holds `@aws-sdk/credential-providers`; the Rust SDK is compiled
//! by the `cargo` that runs the tests. Neither sees a network.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

#[path = "sets/random.rs"]
mod random;
#[path = "clients/rust_sdk.rs"]
mod rust_sdk;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use nanori_profile::reader::reference;
use nanori_profile::{Chain, CredentialSource, Document, Hop, Origin, Sdk, SdkRefusal};
use random::Random;
use serde_json::{Map, Value, json};

/// What the crate expects of the SDK: hops and the first credentials, or the refusals that the SDK has one text for.
fn ours(sdk: Sdk, case: &Value) -> Result<Value, Option<SdkRefusal>> {
    let (config, credentials) = (
        Document::new(case["config"].as_str().unwrap()),
        Document::new(case["credentials"].as_str().unwrap()),
    );
    let profiles = sdk.read(Some(&config), Some(&credentials)).map_err(|_| None)?;
    let chain = sdk.resolve(&profiles, case["profile"].as_str().unwrap())?;
    let has_duration =
        |hop: &Hop| profiles.profile(&hop.profile).is_some_and(|profile| profile.has("duration_seconds"));
    let mut hops: Vec<Value> = chain
        .hops
        .iter()
        .map(|hop| {
            let duration = match (sdk, hop.duration_seconds) {
                (Sdk::JavaScript, None) if !has_duration(hop) => Some(json!(3600)),
                (Sdk::JavaScript, None) => Some(Value::Null),
                (_, seconds) => seconds.map(Value::from),
            };
            asked(&hop.role_arn, hop.session_name.as_deref(), |set| {
                set("ExternalId", hop.external_id.clone().map(Value::from));
                set("SerialNumber", hop.mfa_serial.clone().map(Value::from));
                set("DurationSeconds", duration);
            })
        })
        .collect();
    if let Origin::WebIdentity { role_arn, session_name, .. } = &chain.origin {
        hops.push(asked(role_arn, session_name.as_deref(), |_| {}));
    }
    Ok(json!({"hops": hops, "origin": key_of(&chain)}))
}

fn asked(
    role_arn: &str,
    session: Option<&str>,
    more: impl FnOnce(&mut dyn FnMut(&str, Option<Value>)),
) -> Value {
    let mut shown = Map::from_iter([("RoleArn".to_owned(), role_arn.into())]);
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            shown.insert(key.to_owned(), value);
        }
    };
    set("RoleSessionName", session.map(Value::from));
    more(&mut set);
    shown.into()
}

/// The key that the oracles' first credentials have.
fn key_of(chain: &Chain) -> String {
    match &chain.origin {
        Origin::Static { access_key_id, .. } => access_key_id.clone(),
        Origin::Source { source: CredentialSource::Environment, .. } => "ENVIRONMENT".to_owned(),
        Origin::Source { source: CredentialSource::EcsContainer, .. } => "CONTAINER".to_owned(),
        Origin::Source { source: CredentialSource::Ec2InstanceMetadata, .. } => "INSTANCE".to_owned(),
        Origin::Process { .. } => "PROCESS".to_owned(),
        Origin::Login { .. } => "LOGIN".to_owned(),
        Origin::Sso { account_id, role_name, .. } => format!("SSO {account_id} {role_name}"),
        Origin::WebIdentity { .. } => String::new(),
        other => panic!("{other:?}"),
    }
}

/// The SDK's answer without what no file says: invented names, codes, tokens.
fn comparable(mut theirs: Value) -> Value {
    for hop in theirs.get_mut("hops").and_then(Value::as_array_mut).into_iter().flatten() {
        let hop = hop.as_object_mut().unwrap();
        let invented = ["aws-sdk-js-", "assume-role-from-profile-", "web-identity-token-profile-"];
        if invented.iter().any(|start| hop["RoleSessionName"].as_str().unwrap().starts_with(start)) {
            hop.remove("RoleSessionName");
        }
        for key in ["signer", "TokenCode", "WebIdentityToken", "Action", "Version"] {
            hop.remove(key);
        }
    }
    theirs
}

/// The refusals that the SDK tells with such a text; `None` stands for a file that it cannot read.
fn refusals(text: &str) -> &'static [Option<SdkRefusal>] {
    use SdkRefusal as R;
    let known: [(&str, &[Option<R>]); 17] = [
        // JavaScript.
        (
            "Could not resolve credentials using profile",
            &[
                Some(R::ProfileNotFound),
                Some(R::NoCredentials),
                Some(R::BothSources),
                Some(R::NoSource),
                Some(R::UnknownSourceProfile),
                Some(R::SourceWithoutCredentials),
            ],
        ),
        ("Detected a cycle", &[Some(R::Loop)]),
        ("Unsupported credential source", &[Some(R::UnknownCredentialSource)]),
        ("Cannot read properties of undefined (reading 'sso_region')", &[Some(R::UnknownSsoSession)]),
        ("configured with invalid SSO credentials", &[Some(R::SsoIncomplete)]),
        // Rust.
        ("invalid profile: ", &[None]),
        ("profile formed an infinite loop", &[Some(R::Loop)]),
        ("could not find source profile", &[Some(R::ProfileNotFound), Some(R::UnknownSourceProfile)]),
        ("both source_profile and credential_source", &[Some(R::BothSources)]),
        ("but neither were defined", &[Some(R::NoSource)]),
        ("provider but that provider is not supported", &[Some(R::UnknownCredentialSource)]),
        ("`role_arn` was missing", &[Some(R::WebIdentityWithoutRole)]),
        ("can only be specified in the [sso-session] config", &[Some(R::SsoBesideSession)]),
        ("sso-session named", &[Some(R::UnknownSsoSession)]),
        ("profile missing aws_", &[Some(R::PartialKeys)]),
        ("did not contain credential information", &[Some(R::SourceWithoutCredentials)]),
        ("CredentialsNotLoaded { source: None }", &[Some(R::NoCredentials), Some(R::ProfileNotFound)]),
    ];
    let sso = ["`sso_region` was missing", "`sso_start_url` was missing", "must also be set", "Specify both"];
    if sso.iter().any(|part| text.contains(part)) {
        return &[Some(R::SsoIncomplete)];
    }
    if text.contains("No such file or directory") {
        return &[Some(R::NoTokenFile)];
    }
    known.iter().find(|(part, _)| text.contains(part)).unwrap_or_else(|| panic!("{text}")).1
}

/// How often each kind of outcome came out.
type Outcomes = BTreeMap<String, usize>;

/// Asks the oracle about random sets, and counts what comes out.
fn compare(
    sdk: Sdk,
    kinds: usize,
    seed: u64,
    mut oracle: Command,
    fits: impl Fn(&Value) -> bool,
) -> Outcomes {
    let cases = std::env::var("NANORI_CASES").map_or(4_000, |count| count.parse().unwrap());
    let mut oracle = oracle.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut questions = oracle.stdin.take().unwrap();
    let mut answers = BufReader::new(oracle.stdout.take().unwrap()).lines();
    let mut random = Random(seed);
    let mut outcomes = Outcomes::new();
    for number in 0..cases {
        let (config, credentials, profile) = if number % 3 == 0 {
            let (config, credentials) = random::files(&mut random);
            (config, credentials, ["a", "b", "default", "it's"][number / 3 % 4])
        } else {
            let (config, credentials) = random::chains(&mut random);
            (config, credentials, "a")
        };
        let mut case = json!({"config": config, "credentials": credentials, "profile": profile});
        if !fits(&case) {
            continue;
        }
        let token = token_file();
        for file in ["config", "credentials"] {
            case[file] = case[file].as_str().unwrap().replace("= /token", &format!("= {token}")).into();
        }
        writeln!(questions, "{case}").unwrap();
        let theirs: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        let shown = format!(
            "case {number}\n--- config\n{}\n--- credentials\n{}\n--- {}",
            case["config"].as_str().unwrap(),
            case["credentials"].as_str().unwrap(),
            case["profile"]
        );
        let outcome = match (ours(sdk, &case), theirs["error"].as_str()) {
            (Err(refusal), Some(text)) => {
                assert!(refusals(text).contains(&refusal), "{refusal:?}, but: {text}\n{shown}");
                refusal.map_or("unreadable", SdkRefusal::code).to_owned()
            }
            (Err(refusal), None) => panic!("{refusal:?}, but: {theirs}\n{shown}"),
            (Ok(ours), _) => {
                assert_eq!(ours, comparable(theirs), "{shown}");
                let hops = ours["hops"].as_array().unwrap().len();
                let origin = ours["origin"].as_str().unwrap().split(' ').next().unwrap();
                let kind = if origin.chars().all(|c| c.is_ascii_uppercase()) { origin } else { "keys" };
                format!("{kind} after {}", hops.min(2))
            }
        };
        *outcomes.entry(outcome).or_default() += 1;
    }
    drop(questions);
    assert!(oracle.wait().unwrap().success());
    // The sets must reach every kind of outcome, or the agreement says little.
    assert!(cases < 4_000 || outcomes.len() >= kinds, "{outcomes:#?}");
    outcomes
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("sdks")
}

/// A token's file that is really there.
fn token_file() -> String {
    folder().join("token").to_str().unwrap().to_owned()
}

#[test]
#[ignore = "needs the JavaScript SDK, in the folder that NANORI_NODE_MODULES names"]
fn the_javascript_sdk_goes_the_same_way() {
    let modules =
        std::env::var("NANORI_NODE_MODULES").expect("NANORI_NODE_MODULES names a folder node_modules");
    let mut oracle = Command::new(std::env::var("NANORI_NODE").unwrap_or("node".to_owned()));
    oracle.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/profile/from_ini_oracle.mjs")).arg(modules);
    oracle.env_clear().env("PATH", std::env::var_os("PATH").unwrap());
    let outcomes = compare(Sdk::JavaScript, 26, 20_260_104, oracle, |_| true);
    println!("{outcomes:#?}");
}

#[test]
#[ignore = "compiles the Rust SDK, which takes minutes"]
fn the_rust_sdk_goes_the_same_way() {
    let programs = folder().join("programs");
    std::fs::create_dir_all(&programs).unwrap();
    std::fs::write(token_file(), "a token").unwrap();
    for name in ["one", "two", "three", "x", "y", "50%"] {
        program(&programs.join(name));
    }
    let mut path = vec![programs];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap()));
    let mut oracle = Command::new(rust_sdk::oracle());
    oracle.args(["one", "two", "three = four", "x", "50%", "s", "t"]).env_clear();
    oracle.env("PATH", std::env::join_paths(path).unwrap()).env("HOME", folder());
    oracle.env("AWS_ACCESS_KEY_ID", "ENVIRONMENT").env("AWS_SECRET_ACCESS_KEY", "s");
    oracle.env("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/container");
    let fits = |case: &Value| !joins_headings(case["config"].as_str().unwrap());
    let outcomes = compare(Sdk::Rust, 34, 20_260_105, oracle, fits);
    println!("{outcomes:#?}");
}

/// A program that prints keys, as `credential_process` wants it.
fn program(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let keys = r#"{"Version":1,"AccessKeyId":"PROCESS","SecretAccessKey":"s"}"#;
    std::fs::write(path, format!("#!/bin/sh\necho '{keys}'\n")).unwrap();
    std::fs::set_permissions(path, PermissionsExt::from_mode(0o755)).unwrap();
}

/// Whether two headings that are written differently mean one profile: the SDK then takes either's values, by chance.
fn joins_headings(config: &str) -> bool {
    let config = Document::new(config);
    let Ok(sections) = reference::sections(&config) else { return false };
    let mut seen = BTreeSet::new();
    let mut words = sections.iter().map(|section| section.heading.split_whitespace().collect::<Vec<_>>());
    !words.all(|heading| seen.insert(heading.join(" ")))
}
