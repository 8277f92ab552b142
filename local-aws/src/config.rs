//! The TOML file that describes accounts, users, keys, MFA devices, roles and policies.
//!
//! This is the file's shape only; [`crate::directory::Directory`] checks it and makes it searchable.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::error::Error;
use crate::secret::Secret;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// `[[accounts]]`
    pub accounts: Vec<AccountConfig>,
}

/// One `[[accounts]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountConfig {
    /// Twelve digits.
    pub id: String,
    /// `aws`, `aws-us-gov`, `aws-cn` or `aws-eusc`.
    #[serde(default = "default_partition")]
    pub partition: String,
    /// A readable name, shown in the demo table and on the console page.
    #[serde(default)]
    pub alias: String,
    /// `[accounts.root_key]`: a key of the account's root user.
    pub root_key: Option<KeyConfig>,
    /// `[[accounts.users]]`
    #[serde(default)]
    pub users: Vec<UserConfig>,
    /// `[[accounts.roles]]`
    #[serde(default)]
    pub roles: Vec<RoleConfig>,
}

/// An access key.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyConfig {
    /// `AKIA` and sixteen letters or digits.
    pub id: String,
    /// Forty characters.
    pub secret: Secret,
}

/// One `[[accounts.users]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserConfig {
    /// The IAM user name.
    pub name: String,
    /// The path, `/` unless said otherwise.
    #[serde(default = "default_path")]
    pub path: String,
    /// One sentence for the demo table: what this user may do.
    #[serde(default)]
    pub may: String,
    /// `[[accounts.users.keys]]`
    #[serde(default)]
    pub keys: Vec<KeyConfig>,
    /// `[[accounts.users.mfa]]`
    #[serde(default)]
    pub mfa: Vec<MfaConfig>,
    /// Identity policies, each a JSON document.
    #[serde(default)]
    pub policies: Vec<String>,
    /// Principal tags.
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

/// One `[[accounts.users.mfa]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MfaConfig {
    /// The device's name; its serial is `arn:{partition}:iam::{account}:mfa/{name}`. The user's name if absent.
    pub name: Option<String>,
    /// The TOTP seed in base32.
    pub seed: Secret,
}

/// One `[[accounts.roles]]`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleConfig {
    /// The role name.
    pub name: String,
    /// The path, `/` unless said otherwise.
    #[serde(default = "default_path")]
    pub path: String,
    /// One sentence for the demo table: what this role demands.
    #[serde(default)]
    pub demands: String,
    /// Seconds, 3600 to 43200.
    #[serde(default = "default_max_session_duration")]
    pub max_session_duration: u32,
    /// The trust policy, a JSON document.
    pub trust: String,
    /// Identity policies, each a JSON document.
    #[serde(default)]
    pub policies: Vec<String>,
    /// Principal tags.
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl Config {
    /// Reads and parses the file at `path`.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| Error::UnreadableConfig { path: path.to_owned(), source })?;
        Self::parse(&text)
    }

    /// Parses the file's text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        // The parser's message quotes the offending line, which may hold a secret: keep the place only.
        toml::from_str(text).map_err(|error| {
            let line =
                error.span().map(|span| text.bytes().take(span.start).filter(|b| *b == b'\n').count() + 1);
            Error::MalformedConfig { line: line.unwrap_or(0), reason: error.message().to_owned() }
        })
    }
}

fn default_partition() -> String {
    "aws".to_owned()
}

fn default_path() -> String {
    "/".to_owned()
}

fn default_max_session_duration() -> u32 {
    3600
}
