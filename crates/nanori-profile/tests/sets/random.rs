//! Random profile sets: mostly right ones for the way through the profiles, odd ones for the reading itself.

use serde_json::{Map, Value, json};

/// A small generator (SplitMix64): the same seed gives the same sets on every machine.
pub struct Random(pub u64);

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

/// Profiles of every kind that lead into each other, some with a line that does not belong there.
pub fn chains(random: &mut Random) -> (String, String) {
    let (mut config, mut credentials) = (String::new(), String::new());
    for name in ["a", "b", "c", "d"] {
        let source = random.of(&["a", "b", "b", "c", "c", "d", "d", "e"]);
        let role = random.of(&["x", "y"]);
        let role = format!("role_arn = arn:aws:iam::222222222222:role/{name}/{role}\n");
        let kind = random.below(if name == "a" { 8 } else { 12 });
        let mut section = match kind {
            0..=5 => format!("{role}source_profile = {source}\n"),
            6 => format!(
                "{role}credential_source = {}\n",
                random.of(&["Environment", "EcsContainer", "environment", "Ec2InstanceMetadata"])
            ),
            7 => format!("{role}web_identity_token_file = /token\n"),
            8 => "sso_account_id = one\nsso_role_name = two\nsso_session = s\n".to_owned(),
            9 => "sso_account_id = one\nsso_role_name = two\nsso_region = us-east-1\nsso_start_url = one\n"
                .to_owned(),
            10 => format!("{} = one\n", random.of(&["credential_process", "login_session"])),
            _ => String::new(),
        };
        if random.chance(30) {
            let line = setting(random);
            let key = line.split(' ').next().unwrap();
            if !section.lines().any(|known| known.starts_with(&format!("{key} ="))) {
                section += &format!("{line}\n");
            }
        }
        if !section.is_empty() || random.chance(50) {
            config += &format!("[profile {name}]\n{section}");
        }
        if kind == 11 || random.chance(10) {
            let half = random.of(&["aws_secret_access_key = s\n", "aws_secret_access_key = s\n", ""]);
            let keys = format!("aws_access_key_id = {name}\n{half}");
            if !section.contains("aws_") {
                credentials += &format!("[{name}]\n{keys}");
            }
        }
    }
    if random.chance(80) {
        let url = random.of(&["sso_start_url = one\n", "sso_start_url = one\n", ""]);
        let session = format!("[sso-session s]\nsso_region = us-east-1\n{url}");
        *(if random.chance(90) { &mut config } else { &mut credentials }) += &session;
    }
    (config, credentials)
}

/// Both files.
pub fn files(random: &mut Random) -> (String, String) {
    match random.below(10) {
        0..=6 => (plausible(random, true), plausible(random, false)),
        7..=8 => (odd(random), plausible(random, false)),
        _ => (odd(random), odd(random)),
    }
}

/// A set: both files, the profile that is asked for, the environment, and whether an instance's role is there.
#[allow(dead_code, reason = "not every comparison needs them")]
pub fn case(random: &mut Random) -> Value {
    let (config, credentials) = if random.chance(30) { chains(random) } else { files(random) };
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
