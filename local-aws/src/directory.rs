//! Who and what exists: accounts, users, keys, MFA devices and roles, checked and searchable.
//!
//! Read from the configuration once and never changed; what comes and goes (sessions, tokens, used codes) lives
//! in [`crate::state`].

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use nanori_trust::{Policy, PolicyKind};

use crate::config::{AccountConfig, Config, KeyConfig, MfaConfig, RoleConfig, UserConfig};
use crate::error::Error;
use crate::secret::Secret;
use crate::totp;

mod unique_id;

/// Everything in the configuration.
#[derive(Debug)]
pub struct Directory {
    /// In the order of the file.
    pub accounts: Vec<Account>,
    keys: HashMap<String, LongTermKey>,
}

/// One account.
#[derive(Debug)]
pub struct Account {
    /// Twelve digits.
    pub id: String,
    /// The partition its ARNs begin with.
    pub partition: String,
    /// A readable name; empty if the file gives none.
    pub alias: String,
    /// A key of the root user.
    pub root_key: Option<AccessKey>,
    /// Its users.
    pub users: Vec<Arc<User>>,
    /// Its roles.
    pub roles: Vec<Arc<Role>>,
}

/// An access key that does not expire.
#[derive(Debug, Clone)]
pub struct AccessKey {
    /// `AKIA…`
    pub id: String,
    /// The secret access key.
    pub secret: Secret,
}

/// An IAM user.
#[derive(Debug)]
pub struct User {
    /// The account's twelve digits.
    pub account: String,
    /// The account's partition.
    pub partition: String,
    /// The user name.
    pub name: String,
    /// Begins and ends with `/`.
    pub path: String,
    /// `AIDA…`
    pub unique_id: String,
    /// The demo table's sentence.
    pub may: String,
    /// Access keys.
    pub keys: Vec<AccessKey>,
    /// MFA devices.
    pub devices: Vec<MfaDevice>,
    /// Identity policies.
    pub policies: Vec<Policy>,
    /// Principal tags.
    pub tags: BTreeMap<String, String>,
}

/// A virtual MFA device.
#[derive(Debug)]
pub struct MfaDevice {
    /// `arn:…:mfa/name`
    pub serial: String,
    /// The TOTP seed in base32.
    pub seed: Secret,
}

/// An IAM role.
#[derive(Debug)]
pub struct Role {
    /// The account's twelve digits.
    pub account: String,
    /// The account's partition.
    pub partition: String,
    /// The role name.
    pub name: String,
    /// Begins and ends with `/`.
    pub path: String,
    /// `AROA…`
    pub unique_id: String,
    /// The demo table's sentence.
    pub demands: String,
    /// Seconds.
    pub max_session_duration: u32,
    /// The trust policy.
    pub trust: Policy,
    /// Identity policies.
    pub policies: Vec<Policy>,
    /// Principal tags.
    pub tags: BTreeMap<String, String>,
}

/// Whose long-term key it is.
#[derive(Debug, Clone)]
pub enum KeyOwner {
    /// The account's root user: account id and partition.
    Root(String, String),
    /// An IAM user.
    User(Arc<User>),
}

/// A long-term key with its owner.
#[derive(Debug, Clone)]
pub struct LongTermKey {
    /// The secret access key.
    pub secret: Secret,
    /// Whose it is.
    pub owner: KeyOwner,
}

impl Directory {
    /// Checks the configuration and makes it searchable.
    pub fn new(config: Config) -> Result<Self, Error> {
        let accounts = config.accounts.into_iter().map(account).collect::<Result<Vec<_>, _>>()?;
        let mut keys = HashMap::new();
        for account in &accounts {
            let root = account
                .root_key
                .iter()
                .map(|key| (key, KeyOwner::Root(account.id.clone(), account.partition.clone())));
            let users = account
                .users
                .iter()
                .flat_map(|user| user.keys.iter().map(move |key| (key, KeyOwner::User(Arc::clone(user)))));
            for (key, owner) in root.chain(users) {
                let entry = LongTermKey { secret: key.secret.clone(), owner };
                if keys.insert(key.id.clone(), entry).is_some() {
                    return Err(Error::InvalidConfig(format!("the access key {} appears twice", key.id)));
                }
            }
        }
        Ok(Self { accounts, keys })
    }

    /// The long-term key with this id.
    pub fn key(&self, access_key_id: &str) -> Option<&LongTermKey> {
        self.keys.get(access_key_id)
    }

    /// The role with exactly this ARN, path included.
    pub fn role(&self, arn: &str) -> Option<&Arc<Role>> {
        self.accounts.iter().flat_map(|account| &account.roles).find(|role| role.arn() == arn)
    }

    /// The MFA device with this serial, whoever it belongs to.
    pub fn device(&self, serial: &str) -> Option<&MfaDevice> {
        self.users().flat_map(|user| &user.devices).find(|device| device.serial == serial)
    }

    /// The account's readable name, or its id if it has none.
    pub fn account_label(&self, id: &str) -> String {
        match self.accounts.iter().find(|account| account.id == id) {
            Some(account) if !account.alias.is_empty() => format!("{} ({id})", account.alias),
            _ => id.to_owned(),
        }
    }

    fn users(&self) -> impl Iterator<Item = &Arc<User>> {
        self.accounts.iter().flat_map(|account| &account.users)
    }
}

impl User {
    /// `arn:{partition}:iam::{account}:user{path}{name}`
    pub fn arn(&self) -> String {
        format!("arn:{}:iam::{}:user{}{}", self.partition, self.account, self.path, self.name)
    }
}

impl Role {
    /// `arn:{partition}:iam::{account}:role{path}{name}`
    pub fn arn(&self) -> String {
        format!("arn:{}:iam::{}:role{}{}", self.partition, self.account, self.path, self.name)
    }
}

/// Whether `name` could be the name of a user or role: 1 to 64 of letters, digits and `+=,.@_-`.
pub fn is_iam_name(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte))
}

fn account(config: AccountConfig) -> Result<Account, Error> {
    let AccountConfig { id, partition, alias, root_key, users, roles } = config;
    ensure(id.len() == 12 && id.bytes().all(|b| b.is_ascii_digit()), || {
        format!("the account id {id} is not twelve digits")
    })?;
    ensure(matches!(partition.as_str(), "aws" | "aws-us-gov" | "aws-cn" | "aws-eusc"), || {
        format!("the partition {partition} is unknown")
    })?;
    let root_key = root_key.map(access_key).transpose()?;
    let users =
        users.into_iter().map(|config| user(&id, &partition, config)).collect::<Result<Vec<_>, _>>()?;
    let roles =
        roles.into_iter().map(|config| role(&id, &partition, config)).collect::<Result<Vec<_>, _>>()?;
    Ok(Account { id, partition, alias, root_key, users, roles })
}

fn user(account: &str, partition: &str, config: UserConfig) -> Result<Arc<User>, Error> {
    let UserConfig { name, path, may, keys, mfa, policies, tags } = config;
    ensure(is_iam_name(&name), || format!("the user name {name} is not one IAM allows"))?;
    ensure_path(&path)?;
    let policies = identity_policies(&policies, &name)?;
    let devices =
        mfa.into_iter().map(|config| device(account, partition, &name, config)).collect::<Result<_, _>>()?;
    Ok(Arc::new(User {
        account: account.to_owned(),
        partition: partition.to_owned(),
        unique_id: unique_id::derive("AIDA", &format!("{account}:user{path}{name}")),
        name,
        path,
        may,
        keys: keys.into_iter().map(access_key).collect::<Result<_, _>>()?,
        devices,
        policies,
        tags,
    }))
}

fn device(account: &str, partition: &str, user: &str, config: MfaConfig) -> Result<MfaDevice, Error> {
    ensure(totp::is_valid_seed(&config.seed), || format!("the MFA seed of {user} is not base32"))?;
    let name = config.name.as_deref().unwrap_or(user);
    Ok(MfaDevice { serial: format!("arn:{partition}:iam::{account}:mfa/{name}"), seed: config.seed })
}

fn role(account: &str, partition: &str, config: RoleConfig) -> Result<Arc<Role>, Error> {
    let RoleConfig { name, path, demands, max_session_duration, trust, policies, tags } = config;
    ensure(is_iam_name(&name), || format!("the role name {name} is not one IAM allows"))?;
    ensure_path(&path)?;
    ensure((3600..=43_200).contains(&max_session_duration), || {
        format!("max_session_duration of {name} is not between 3600 and 43200")
    })?;
    let trust = policy(&trust, PolicyKind::Trust, &name)?;
    let policies = identity_policies(&policies, &name)?;
    Ok(Arc::new(Role {
        account: account.to_owned(),
        partition: partition.to_owned(),
        unique_id: unique_id::derive("AROA", &format!("{account}:role{path}{name}")),
        name,
        path,
        demands,
        max_session_duration,
        trust,
        policies,
        tags,
    }))
}

fn access_key(config: KeyConfig) -> Result<AccessKey, Error> {
    let KeyConfig { id, secret } = config;
    let well_formed = id.len() == 20
        && id.starts_with("AKIA")
        && id.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    ensure(well_formed, || format!("the access key id {id} is not AKIA and sixteen letters or digits"))?;
    ensure(secret.expose_secret().len() == 40, || format!("the secret of {id} is not forty characters"))?;
    Ok(AccessKey { id, secret })
}

fn ensure_path(path: &str) -> Result<(), Error> {
    let visible = path.bytes().all(|b| (0x21..=0x7e).contains(&b));
    let well_formed = visible && path.len() <= 512 && path.starts_with('/') && path.ends_with('/');
    ensure(well_formed, || format!("the path {path} does not begin and end with a slash"))
}

fn identity_policies(texts: &[String], owner: &str) -> Result<Vec<Policy>, Error> {
    texts.iter().map(|text| policy(text, PolicyKind::Identity, owner)).collect()
}

fn policy(text: &str, kind: PolicyKind, owner: &str) -> Result<Policy, Error> {
    Policy::parse(text, kind)
        .map_err(|mistakes| Error::InvalidConfig(format!("a policy of {owner} is malformed: {mistakes}")))
}

fn ensure(holds: bool, message: impl FnOnce() -> String) -> Result<(), Error> {
    if holds { Ok(()) } else { Err(Error::InvalidConfig(message())) }
}
