//! What a person asks for.

use nanori_identity::{AccountId, ExternalId, RoleArn, Timestamp};
use thiserror::Error;

use crate::literal::Block;

/// Who may assume a role, and what must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// The role.
    pub role: RoleArn,
    /// Who may assume it; at least one.
    pub who: Vec<Who>,
    /// What must hold for everybody named.
    pub rules: Rules,
}

/// Somebody who may assume a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Every user and role of an account whom that account's own policies allow it.
    Account(AccountId),
    /// One IAM user.
    User {
        /// The user's account.
        account: AccountId,
        /// The path, `/` at least.
        path: String,
        /// The user name.
        name: String,
    },
    /// Every session of a role: a broker, a pipeline, a permission set.
    Role(RoleArn),
    /// People who sign in at an OpenID Connect provider.
    Provider {
        /// `arn:…:oidc-provider/…`
        arn: String,
        /// The client id that tokens must be issued for.
        audience: String,
    },
}

/// What must hold. The default asks for nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rules {
    /// Under which name.
    pub name: NameDemand,
    /// Patterns of which the session name must fit one, `*` and `?` as wildcards; none means any.
    pub name_patterns: Vec<String>,
    /// The source identity must be set, to the very name that `name` demands as session name.
    pub source_identity: bool,
    /// An MFA code must have been given within so many minutes.
    pub mfa_minutes: Option<u32>,
    /// The external id that must be sent.
    pub external_id: Option<ExternalId>,
    /// Session tags that must be sent, with their values.
    pub session_tags: Vec<(String, String)>,
    /// Tags that the calling user or role must have, with their values.
    pub principal_tags: Vec<(String, String)>,
    /// Addresses or blocks of which one must be the caller's; none means any.
    pub addresses: Vec<String>,
    /// When the permission ends.
    pub until: Option<Timestamp>,
    /// The longest session that the role gives, in hours from 1 to 12.
    pub session_hours: Option<u8>,
}

/// What the session name must be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum NameDemand {
    /// Anything.
    #[default]
    Any,
    /// The caller's IAM user name.
    UserName,
    /// The value of this tag of the caller.
    PrincipalTag(String),
    /// The subject of the provider's token.
    Subject,
    /// The source identity, which must be set: what a broker asserts, or what the provider's token carries.
    SourceIdentity,
}

/// Why a form comes to no policy.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum FormError {
    /// Nobody is named.
    #[error("nobody is named")]
    Nobody,
    /// A role or a provider's user has no IAM user name.
    #[error("{who} has no IAM user name")]
    NoUserName {
        /// Who.
        who: String,
    },
    /// Only provider's tokens have a subject.
    #[error("{who} has no token with a subject")]
    NoSubject {
        /// Who.
        who: String,
    },
    /// People of a provider have no tags of an IAM user or role.
    #[error("{who} has no tags")]
    NoTags {
        /// Who.
        who: String,
    },
    /// Sessions of roles and providers carry no MFA.
    #[error("sessions of {who} carry no MFA")]
    NoMfa {
        /// Who.
        who: String,
    },
    /// Providers' people send no external id.
    #[error("{who} sends no external id")]
    NoExternalId {
        /// Who.
        who: String,
    },
    /// A demand has a value that AWS does not take.
    #[error("{field} cannot be {value:?}")]
    BadValue {
        /// The field.
        field: &'static str,
        /// The value.
        value: String,
    },
    /// The source identity shall be the name, but no name is demanded.
    #[error("no name is demanded that the source identity could be")]
    SourceIdentityWithoutName,
}

impl FormError {
    /// A stable word to find a message by.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            FormError::Nobody => "nobody",
            FormError::NoUserName { .. } => "no_user_name",
            FormError::NoSubject { .. } => "no_subject",
            FormError::NoTags { .. } => "no_tags",
            FormError::NoMfa { .. } => "no_mfa",
            FormError::NoExternalId { .. } => "no_external_id",
            FormError::BadValue { .. } => "bad_value",
            FormError::SourceIdentityWithoutName => "source_identity_without_name",
        }
    }
}

impl Form {
    pub(super) fn validate(&self) -> Result<(), FormError> {
        if self.who.is_empty() {
            return Err(FormError::Nobody);
        }
        self.validate_values()?;
        for who in &self.who {
            who.can_meet(&self.rules, self.role.partition())?;
        }
        Ok(())
    }

    fn validate_values(&self) -> Result<(), FormError> {
        let rules = &self.rules;
        let bad = |field, value: &str| Err(FormError::BadValue { field, value: value.to_owned() });
        if let Some(address) = rules.addresses.iter().find(|address| Block::parse(address).is_none()) {
            return bad("addresses", address);
        }
        // Templates cannot be part of what is typed in: it would mean something else in the policy.
        let texts = rules
            .name_patterns
            .iter()
            .chain(rules.session_tags.iter().chain(&rules.principal_tags).map(|(_, value)| value));
        if let Some(text) = texts.into_iter().find(|text| text.contains("${") || text.is_empty()) {
            return bad("text", text);
        }
        let keys = rules.session_tags.iter().chain(&rules.principal_tags).map(|(key, _)| key);
        if let Some(key) = keys
            .into_iter()
            .find(|key| key.is_empty() || key.chars().count() > 128 || key.contains(['$', '{', '}', '"']))
        {
            return bad("tag key", key);
        }
        if let NameDemand::PrincipalTag(key) = &rules.name
            && (key.is_empty() || key.contains(['$', '{', '}', ',', '"']))
        {
            return bad("tag key", key);
        }
        if let Some(hours) = rules.session_hours.filter(|hours| !(1..=12).contains(hours)) {
            return bad("session_hours", &hours.to_string());
        }
        if rules.mfa_minutes == Some(0) {
            return bad("mfa_minutes", "0");
        }
        if rules.source_identity && matches!(rules.name, NameDemand::Any) {
            return Err(FormError::SourceIdentityWithoutName);
        }
        Ok(())
    }
}

impl Who {
    fn can_meet(&self, rules: &Rules, partition: nanori_identity::Partition) -> Result<(), FormError> {
        let who = || self.principal(partition);
        let is_provider = matches!(self, Who::Provider { .. });
        let is_session = is_provider || matches!(self, Who::Role(_));
        match &rules.name {
            NameDemand::UserName if is_session => return Err(FormError::NoUserName { who: who() }),
            NameDemand::PrincipalTag(_) if is_provider => return Err(FormError::NoTags { who: who() }),
            NameDemand::Subject if !is_provider => return Err(FormError::NoSubject { who: who() }),
            _ => {}
        }
        if is_session && rules.mfa_minutes.is_some() {
            return Err(FormError::NoMfa { who: who() });
        }
        if is_provider && rules.external_id.is_some() {
            return Err(FormError::NoExternalId { who: who() });
        }
        if is_provider && !rules.principal_tags.is_empty() {
            return Err(FormError::NoTags { who: who() });
        }
        if let Who::Provider { arn, audience } = self {
            let issuer = arn
                .split_once(":oidc-provider/")
                .map(|(_, issuer)| issuer)
                .filter(|issuer| !issuer.is_empty());
            if issuer.is_none() {
                return Err(FormError::BadValue { field: "provider", value: arn.clone() });
            }
            if audience.is_empty() || audience.contains("${") {
                return Err(FormError::BadValue { field: "audience", value: audience.clone() });
            }
        }
        Ok(())
    }

    /// As written under `Principal`.
    #[must_use]
    pub fn principal(&self, partition: nanori_identity::Partition) -> String {
        match self {
            Who::Account(account) => format!("arn:{partition}:iam::{account}:root"),
            Who::User { account, path, name } => format!("arn:{partition}:iam::{account}:user{path}{name}"),
            Who::Role(role) => role.to_string(),
            Who::Provider { arn, .. } => arn.clone(),
        }
    }
}
