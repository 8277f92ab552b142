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

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use nanori_profile::reader::{Profiles, python, reference};
use nanori_profile::{Document, Environment, Origin, ResolveError, Surroundings, resolve};
use serde_json::{Map, Value, json};

/// A small generator (SplitMix64): the same seed gives the same sets on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap()
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn of<'a>(&mut self, items: &[&'a str]) -> &'a str {
        items[self.below(items.len())]
    }
}

const NAMES: [&str; 7] = ["a", "b", "c", "d", "default", "it's", "sp ace"];

fn setting(random: &mut Random) -> String {
    let key = random.of(&[
        "role_arn",
        "role_arn",
        "source_profile",
        "source_profile",
        "source_profile",
        "credential_source",
        "aws_access_key_id",
        "aws_access_key_id",
        "aws_secret_access_key",
        "aws_secret_access_key",
        "aws_session_token",
        "role_session_name",
        "external_id",
        "mfa_serial",
        "duration_seconds",
        "web_identity_token_file",
        "credential_process",
        "login_session",
        "sso_session",
        "sso_account_id",
        "sso_role_name",
        "sso_start_url",
        "sso_region",
        "region",
        "Role_ARN",
        "source-profile",
    ]);
    let value = match key {
        "source_profile" => random.of(&NAMES),
        "credential_source" => random.of(&[
            "Environment",
            "Ec2InstanceMetadata",
            "EcsContainer",
            "EcsContainer",
            "environment",
            "Ec2",
        ]),
        "duration_seconds" => random.of(&["3600", " 900 ", "1h", "", "-5", "3_600", "_1", "1__0", "+7"]),
        "sso_session" => random.of(&["s", "s", "t", ""]),
        "sso_region" => random.of(&["eu-west-1", "us-east-1"]),
        "role_session_name" => random.of(&["work_api", "", "x y"]),
        "role_arn" => {
            random.of(&["arn:aws:iam::222222222222:role/admin", "arn:aws:iam::333333333333:role/p/q", ""])
        }
        "web_identity_token_file" => random.of(&["/token", ""]),
        _ => random.of(&["one", "two", "three = four", "x ; y", "50%"]),
    };
    format!("{key} = {value}")
}

/// A file that is mostly right, so that the way through the profiles is tried.
fn plausible(random: &mut Random, config: bool) -> String {
    let mut text = String::new();
    let mut names: Vec<&str> = NAMES.to_vec();
    for _ in 0..2 + random.below(5) {
        let name = names.remove(random.below(names.len()));
        text += &match (config, name) {
            (true, "default") => "[default]\n".to_owned(),
            (true, name) if name.contains([' ', '\'']) => format!("[profile \"{name}\"]\n"),
            (true, name) => format!("[profile {name}]\n"),
            (false, name) => format!("[{name}]\n"),
        };
        let mut keys = std::collections::HashSet::new();
        if random.chance(if config { 15 } else { 50 }) {
            text += "aws_access_key_id = one\naws_secret_access_key = two\n";
            keys.extend(["aws_access_key_id".to_owned(), "aws_secret_access_key".to_owned()]);
        }
        for _ in 0..random.below(6) {
            let line = setting(random);
            if keys.insert(line.split(' ').next().unwrap().to_lowercase()) {
                text += &format!("{line}\n");
            }
        }
    }
    if config && random.chance(50) {
        text += &format!(
            "[sso-session s]\nsso_start_url = one\nsso_region = {}\n",
            random.of(&["eu-west-1", "x"])
        );
    }
    text
}

/// A file made of odd lines, so that the reading itself is tried.
fn odd(random: &mut Random) -> String {
    let mut text = String::new();
    if random.chance(3) {
        text.push('\u{feff}');
    }
    for _ in 0..random.below(12) {
        let line = if random.chance(35) {
            setting(random)
        } else {
            random
                .of(&[
                    "[profile a]",
                    "[profile b]",
                    "[profile\ta]",
                    "[ profile c ]",
                    "[profile  d ]",
                    "[profile \"sp ace\"]",
                    "[profile 'a b' c]",
                    "[profile it's]",
                    "[profilex b]",
                    "[default]",
                    "[DEFAULT]",
                    "[a]",
                    "[a] # comment",
                    "[a]]",
                    "[]",
                    "[a",
                    "[profile a\\ b]",
                    "[sso-session s]",
                    "[services s]",
                    "s3 =",
                    "s3 = ",
                    "  max_concurrent_requests = 20",
                    "  addressing_style: path",
                    "   deeper",
                    "\tname = value",
                    " # comment",
                    "; comment",
                    "# comment",
                    "",
                    "   ",
                    "key : value",
                    "key value",
                    "= value",
                    "KEY = Value # kept",
                    "key\u{a0}= v",
                    "ÄÖ = é",
                    "  [indented]",
                    "x = a\u{b}b",
                    "y = \u{1f}z\u{85}",
                ])
                .to_owned()
        };
        text += &line;
        text += random.of(&["\n", "\n", "\n", "\n", "\r\n", "\r", "\n\n"]);
    }
    text
}

fn case(random: &mut Random) -> Value {
    let (config, credentials) = match random.below(10) {
        0..=6 => (plausible(random, true), plausible(random, false)),
        7..=8 => (odd(random), plausible(random, false)),
        _ => (odd(random), odd(random)),
    };
    let mut environment = Map::new();
    let mut set = |percent: usize, name: &str, value: &str, random: &mut Random| {
        if random.chance(percent) {
            environment.insert(name.to_owned(), value.into());
        }
    };
    set(20, "AWS_ACCESS_KEY_ID", "ENVKEY", random);
    set(20, "AWS_SECRET_ACCESS_KEY", "s", random);
    set(10, "AWS_PROFILE", "a", random);
    set(5, "AWS_DEFAULT_PROFILE", "b", random);
    set(15, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/x", random);
    set(5, "AWS_WEB_IDENTITY_TOKEN_FILE", "/env-token", random);
    set(5, "AWS_ROLE_ARN", "arn:env", random);
    let profile = random.chance(85).then(|| random.of(&["a", "a", "b", "c", "default", "it's"]));
    json!({"config": config, "credentials": credentials, "profile": profile, "environment": environment,
           "instance": random.chance(20)})
}

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
