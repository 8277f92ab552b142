//! Who is named in a trust policy's `Principal` or `NotPrincipal`.
//!
//! Source: IAM user guide, "AWS JSON policy elements: Principal". Whether a caller is meant is decided in
//! `evaluate/principal.rs`; here stands only what was written.

use core::fmt;

use nanori_identity::AccountId;

use crate::place::Place;
use crate::template::is_arn;
use crate::{Error, Mistake};

/// One principal as written, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PrincipalPattern {
    /// The key it stands under; [`PrincipalKind::Aws`] for a bare `"*"`.
    pub kind: PrincipalKind,
    /// Whom it names.
    pub name: PrincipalName,
    /// Where it stands.
    pub place: Place,
}

/// The key inside `Principal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PrincipalKind {
    /// `AWS`: accounts, users, roles, sessions.
    Aws,
    /// `Federated`: identity providers.
    Federated,
    /// `Service`: services of AWS.
    Service,
    /// `CanonicalUser`: S3's own; no trust policy takes effect through it.
    CanonicalUser,
}

impl PrincipalKind {
    /// All of them.
    pub const ALL: [PrincipalKind; 4] =
        [PrincipalKind::Aws, PrincipalKind::Federated, PrincipalKind::Service, PrincipalKind::CanonicalUser];

    /// As written in a policy.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            PrincipalKind::Aws => "AWS",
            PrincipalKind::Federated => "Federated",
            PrincipalKind::Service => "Service",
            PrincipalKind::CanonicalUser => "CanonicalUser",
        }
    }
}

/// Whom a principal names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrincipalName {
    /// `*`: everybody.
    Everyone,
    /// A whole account, written as its number or as `arn:…:iam::…:root`.
    Account {
        /// The account.
        account: AccountId,
        /// The partition, if written as an ARN.
        partition: Option<String>,
    },
    /// `arn:…:iam::…:user/…`
    User(String),
    /// `arn:…:iam::…:role/…`: every session of the role.
    Role(String),
    /// `arn:…:sts::…:assumed-role/role/session`: one session of the role.
    RoleSession(String),
    /// `arn:…:sts::…:federated-user/name`
    FederatedUser(String),
    /// `AIDA…` or `AROA…`: what IAM shows in place of the ARN once the user or role has been deleted.
    UniqueId(String),
    /// An identity provider: its ARN or, for the built-in ones, its domain.
    Provider(String),
    /// A service, such as `ec2.amazonaws.com`.
    Service(String),
    /// A canonical user id of S3.
    CanonicalUser(String),
}

impl fmt::Display for PrincipalName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PrincipalName::Everyone => f.write_str("*"),
            PrincipalName::Account { account, partition: None } => write!(f, "{account}"),
            PrincipalName::Account { account, partition: Some(partition) } => {
                write!(f, "arn:{partition}:iam::{account}:root")
            }
            PrincipalName::User(text)
            | PrincipalName::Role(text)
            | PrincipalName::RoleSession(text)
            | PrincipalName::FederatedUser(text)
            | PrincipalName::UniqueId(text)
            | PrincipalName::Provider(text)
            | PrincipalName::Service(text)
            | PrincipalName::CanonicalUser(text) => f.write_str(text),
        }
    }
}

impl PrincipalPattern {
    pub(super) fn parse(kind: PrincipalKind, text: &str, place: Place) -> Result<Self, Mistake> {
        let mistake = |error| Err(Mistake { error, place });
        if text == "*" {
            return Ok(PrincipalPattern { kind, name: PrincipalName::Everyone, place });
        }
        if text.contains(['*', '?']) {
            return mistake(Error::WildcardPrincipal { found: text.to_owned() });
        }
        let name = match kind {
            PrincipalKind::Aws => aws(text),
            PrincipalKind::Federated => provider(text),
            PrincipalKind::Service => is_domain(text).then(|| PrincipalName::Service(text.to_owned())),
            PrincipalKind::CanonicalUser => Some(PrincipalName::CanonicalUser(text.to_owned())),
        };
        match name {
            Some(name) => Ok(PrincipalPattern { kind, name, place }),
            None => mistake(Error::BadPrincipal { found: text.to_owned() }),
        }
    }
}

fn aws(text: &str) -> Option<PrincipalName> {
    if let Ok(account) = text.parse::<AccountId>() {
        return Some(PrincipalName::Account { account, partition: None });
    }
    if !is_arn(text) {
        let id = (16..=128).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        return (id && (text.starts_with("AIDA") || text.starts_with("AROA")))
            .then(|| PrincipalName::UniqueId(text.to_owned()));
    }
    let mut parts = text.splitn(6, ':').skip(1);
    let (partition, service, region) = (parts.next()?, parts.next()?, parts.next()?);
    let account = parts.next()?.parse::<AccountId>().ok()?;
    let resource = parts.next()?;
    let named = |prefix: &str| resource.strip_prefix(prefix).is_some_and(|rest| !rest.is_empty());
    let text = text.to_owned();
    match service {
        _ if !region.is_empty() || partition.is_empty() => None,
        "iam" if resource == "root" => {
            Some(PrincipalName::Account { account, partition: Some(partition.to_owned()) })
        }
        "iam" if named("user/") => Some(PrincipalName::User(text)),
        "iam" if named("role/") => Some(PrincipalName::Role(text)),
        "sts" if named("assumed-role/") && resource.split('/').count() == 3 && !resource.ends_with('/') => {
            Some(PrincipalName::RoleSession(text))
        }
        "sts" if named("federated-user/") => Some(PrincipalName::FederatedUser(text)),
        _ => None,
    }
}

fn provider(text: &str) -> Option<PrincipalName> {
    let known = if is_arn(text) {
        let resource = text.splitn(6, ':').nth(5).unwrap_or_default();
        text.split(':').nth(2) == Some("iam")
            && (resource.starts_with("oidc-provider/") || resource.starts_with("saml-provider/"))
    } else {
        is_domain(text)
    };
    known.then(|| PrincipalName::Provider(text.to_owned()))
}

fn is_domain(text: &str) -> bool {
    text.contains('.')
        && text.split('.').all(|label| {
            !label.is_empty()
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        })
}
