//! Who signed a request: a user, a root user, a role session or a federated user, and what is known of the session.
//!
//! The caller is what authorisation, CloudTrail and the console page all speak about.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use nanori_trust::Policy;

use crate::directory::{Role, User};

/// The signer of a request, or the owner of a console session.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who it is.
    pub principal: Principal,
    /// The key that signed, `AKIA…` or `ASIA…`.
    pub access_key_id: String,
    /// What the temporary credentials carry; nothing for long-term keys.
    pub session: Option<Session>,
}

/// The four kinds of principal that can sign here.
#[derive(Debug, Clone)]
pub enum Principal {
    /// The root user of an account.
    Root {
        /// Twelve digits.
        account: String,
        /// The account's partition.
        partition: String,
    },
    /// An IAM user, by a long-term key or by credentials of GetSessionToken.
    User(Arc<User>),
    /// A session of a role.
    RoleSession {
        /// The role.
        role: Arc<Role>,
        /// Its session name.
        session_name: String,
    },
    /// A federated user (GetFederationToken).
    FederatedUser {
        /// Who made it, and whose permissions bound it.
        parent: Arc<User>,
        /// The name the parent chose.
        name: String,
    },
}

/// What temporary credentials carry.
#[derive(Debug, Clone)]
pub struct Session {
    /// Which call made them.
    pub origin: Origin,
    /// When they were issued.
    pub issued_at: DateTime<Utc>,
    /// When they end.
    pub expires_at: DateTime<Utc>,
    /// When an MFA code was accepted for them.
    pub mfa_at: Option<DateTime<Utc>>,
    /// The source identity, which stays along a chain.
    pub source_identity: Option<String>,
    /// Session tags.
    pub tags: Vec<SessionTag>,
    /// Inline session policies.
    pub policies: Vec<Policy>,
    /// Managed session policies by ARN. Their contents are not known here, so they limit nothing.
    pub policy_arns: Vec<String>,
    /// Whether the console may be given a `SessionDuration`: not for chained roles, GetSessionToken and
    /// GetFederationToken credentials.
    pub console_duration_allowed: bool,
}

/// The STS call that made temporary credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// AssumeRole.
    AssumeRole,
    /// GetSessionToken.
    SessionToken,
    /// GetFederationToken.
    FederationToken,
}

/// A session tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionTag {
    /// 1 to 128 characters.
    pub key: String,
    /// 0 to 256 characters.
    pub value: String,
    /// Whether it goes along when the session assumes another role.
    pub transitive: bool,
}

impl Caller {
    /// The account's twelve digits.
    pub fn account(&self) -> &str {
        match &self.principal {
            Principal::Root { account, .. } => account,
            Principal::User(user) | Principal::FederatedUser { parent: user, .. } => &user.account,
            Principal::RoleSession { role, .. } => &role.account,
        }
    }

    /// The account's partition.
    pub fn partition(&self) -> &str {
        match &self.principal {
            Principal::Root { partition, .. } => partition,
            Principal::User(user) | Principal::FederatedUser { parent: user, .. } => &user.partition,
            Principal::RoleSession { role, .. } => &role.partition,
        }
    }

    /// The ARN that GetCallerIdentity answers. A role's path is dropped.
    pub fn arn(&self) -> String {
        match &self.principal {
            Principal::Root { account, partition } => format!("arn:{partition}:iam::{account}:root"),
            Principal::User(user) => user.arn(),
            Principal::RoleSession { role, session_name } => {
                format!(
                    "arn:{}:sts::{}:assumed-role/{}/{session_name}",
                    role.partition, role.account, role.name
                )
            }
            Principal::FederatedUser { parent, name } => {
                format!("arn:{}:sts::{}:federated-user/{name}", parent.partition, parent.account)
            }
        }
    }

    /// The `UserId` that GetCallerIdentity answers.
    pub fn user_id(&self) -> String {
        match &self.principal {
            Principal::Root { account, .. } => account.clone(),
            Principal::User(user) => user.unique_id.clone(),
            Principal::RoleSession { role, session_name } => format!("{}:{session_name}", role.unique_id),
            Principal::FederatedUser { parent, name } => format!("{}:{name}", parent.account),
        }
    }

    /// Identity policies in force.
    pub fn identity_policies(&self) -> &[Policy] {
        match &self.principal {
            Principal::Root { .. } => &[],
            Principal::User(user) | Principal::FederatedUser { parent: user, .. } => &user.policies,
            Principal::RoleSession { role, .. } => &role.policies,
        }
    }

    /// Principal tags: the user's or role's own, overlaid by session tags.
    pub fn tags(&self) -> Vec<(String, String)> {
        let own = match &self.principal {
            Principal::Root { .. } => None,
            Principal::User(user) | Principal::FederatedUser { parent: user, .. } => Some(&user.tags),
            Principal::RoleSession { role, .. } => Some(&role.tags),
        };
        let session = self.session.iter().flat_map(|session| &session.tags);
        let mut tags: Vec<(String, String)> =
            session.map(|tag| (tag.key.clone(), tag.value.clone())).collect();
        for (key, value) in own.into_iter().flatten() {
            if !tags.iter().any(|(taken, _)| taken.eq_ignore_ascii_case(key)) {
                tags.push((key.clone(), value.clone()));
            }
        }
        tags
    }

    /// Whether these are credentials of an assumed role, so that assuming another one is role chaining.
    pub fn is_role_session(&self) -> bool {
        matches!(self.principal, Principal::RoleSession { .. })
    }
}
