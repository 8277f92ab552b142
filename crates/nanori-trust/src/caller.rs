//! Who calls, and which condition keys AWS derives from that.
//!
//! A caller is described by what IAM knows of it; [`Caller::context`] turns that into keys as AWS does: `aws:username` for
//! IAM users only, MFA keys only where AWS sends them. Source: IAM user guide, "AWS global condition context keys" and
//! "Principal key values"; "Secure API access with MFA".

mod facts;
#[cfg(test)]
mod tests;

use nanori_identity::{AccountId, Partition, RoleArn, Timestamp};

use crate::context::Context;

/// Who calls.
#[derive(Clone, Debug, PartialEq)]
pub struct Caller {
    kind: CallerKind,
    partition: Partition,
    /// Worked out once, since every named principal is compared with it.
    arn: Option<String>,
    /// Tags of the user or role together with the session's tags: `aws:PrincipalTag/…`.
    tags: Vec<(String, String)>,
    /// Keys of session tags that go on to the next role.
    transitive_tags: Vec<String>,
    /// `aws:SourceIdentity` that the session carries already.
    source_identity: Option<String>,
    /// When temporary credentials were issued.
    issued: Option<Timestamp>,
    /// Whether the credentials are temporary.
    temporary: bool,
    /// Seconds since the MFA code that the temporary credentials were got with.
    mfa_age: Option<u64>,
    unique_id: Option<String>,
    organization: Option<String>,
}

/// The sorts of callers that AWS tells apart.
#[derive(Clone, Debug, PartialEq)]
pub enum CallerKind {
    /// An IAM user, with a key of its own or with credentials from `GetSessionToken`.
    User {
        /// The user's account.
        account: AccountId,
        /// The path, `/` at least.
        path: String,
        /// The user name.
        name: String,
    },
    /// A session of a role; of an Identity Center permission set, too.
    RoleSession {
        /// The role, path included.
        role: RoleArn,
        /// The session's name.
        session: String,
    },
    /// A session of `GetFederationToken`.
    FederatedUser {
        /// The account that issued it.
        account: AccountId,
        /// The name it was given.
        name: String,
    },
    /// The root user of an account.
    Root {
        /// The account.
        account: AccountId,
    },
    /// Somebody with a token of an OpenID Connect provider, and without AWS credentials yet.
    WebIdentity {
        /// The provider as a trust policy names it: `arn:…:oidc-provider/…`, or the domain of a built-in provider.
        provider: String,
        /// Claims that become `{issuer}:{claim}` keys.
        claims: Vec<(String, Vec<String>)>,
    },
    /// Somebody with a SAML assertion, and without AWS credentials yet.
    Saml {
        /// `arn:…:saml-provider/…`
        provider: String,
        /// Attributes that become `saml:{attribute}` keys, such as `aud`, `iss`, `sub`, `sub_type`.
        attributes: Vec<(String, Vec<String>)>,
    },
    /// A service of AWS.
    Service {
        /// Such as `ec2.amazonaws.com`.
        name: String,
    },
}

impl Caller {
    /// An IAM user with its long-term key.
    #[must_use]
    pub fn user(partition: Partition, account: AccountId, path: &str, name: &str) -> Self {
        Self::new(partition, CallerKind::User { account, path: path.to_owned(), name: name.to_owned() })
    }

    /// A session of `role`, named `session`.
    #[must_use]
    pub fn role_session(role: RoleArn, session: &str) -> Self {
        let partition = role.partition();
        Caller {
            temporary: true,
            ..Self::new(partition, CallerKind::RoleSession { role, session: session.to_owned() })
        }
    }

    /// A session of an Identity Center permission set. Its role is
    /// `/aws-reserved/sso.amazonaws.com/{region/}AWSReservedSSO_{permission set}_{16 hex digits}` (no region for us-east-1)
    /// and its session name is the person's user name in Identity Center. For AWS it is a role session like any other.
    #[must_use]
    pub fn identity_center(role: RoleArn, user_name: &str) -> Self {
        Self::role_session(role, user_name)
    }

    /// A session of `GetFederationToken`.
    #[must_use]
    pub fn federated_user(partition: Partition, account: AccountId, name: &str) -> Self {
        let kind = CallerKind::FederatedUser { account, name: name.to_owned() };
        Caller { temporary: true, ..Self::new(partition, kind) }
    }

    /// The root user.
    #[must_use]
    pub fn root(partition: Partition, account: AccountId) -> Self {
        Self::new(partition, CallerKind::Root { account })
    }

    /// Somebody with a token of the OpenID Connect provider `provider` (its ARN, or `accounts.google.com`,
    /// `www.amazon.com`, `graph.facebook.com`, `cognito-identity.amazonaws.com`).
    #[must_use]
    pub fn web_identity(partition: Partition, provider: &str) -> Self {
        Self::new(partition, CallerKind::WebIdentity { provider: provider.to_owned(), claims: Vec::new() })
    }

    /// Somebody with an assertion of the SAML provider `provider` (its ARN).
    #[must_use]
    pub fn saml(partition: Partition, provider: &str) -> Self {
        Self::new(partition, CallerKind::Saml { provider: provider.to_owned(), attributes: Vec::new() })
    }

    /// A service of AWS, such as `ec2.amazonaws.com`.
    #[must_use]
    pub fn service(partition: Partition, name: &str) -> Self {
        Self::new(partition, CallerKind::Service { name: name.to_owned() })
    }

    fn new(partition: Partition, kind: CallerKind) -> Self {
        let arn = facts::arn(partition, &kind);
        Caller {
            kind,
            partition,
            arn,
            tags: Vec::new(),
            transitive_tags: Vec::new(),
            source_identity: None,
            issued: None,
            temporary: false,
            mfa_age: None,
            unique_id: None,
            organization: None,
        }
    }

    /// Adds a tag of the user or role, or a session tag: `aws:PrincipalTag/{key}`.
    #[must_use]
    pub fn tag(mut self, key: &str, value: &str) -> Self {
        self.tags.retain(|(earlier, _)| !earlier.eq_ignore_ascii_case(key));
        self.tags.push((key.to_owned(), value.to_owned()));
        self
    }

    /// Says that the session tag `key` goes on to the next role.
    #[must_use]
    pub fn transitive_tag(mut self, key: &str) -> Self {
        self.transitive_tags.push(key.to_owned());
        self
    }

    /// Says which source identity the session carries already.
    #[must_use]
    pub fn source_identity(mut self, source_identity: &str) -> Self {
        self.source_identity = Some(source_identity.to_owned());
        self
    }

    /// Says that the credentials are temporary, from when on: `aws:TokenIssueTime`.
    #[must_use]
    pub fn issued(mut self, at: Timestamp) -> Self {
        self.temporary = true;
        self.issued = Some(at);
        self
    }

    /// Says that the credentials came from `GetSessionToken` with an MFA code given `age` seconds ago.
    /// (For a code given with `AssumeRole` itself see [`crate::Request::mfa`].)
    #[must_use]
    pub fn mfa_session(mut self, age: u64) -> Self {
        self.temporary = true;
        self.mfa_age = Some(age);
        self
    }

    /// Sets the unique id of the user (`AIDA…`) or role (`AROA…`), without the session's name.
    #[must_use]
    pub fn unique_id(mut self, id: &str) -> Self {
        self.unique_id = Some(id.to_owned());
        self
    }

    /// Sets the organization of the caller's account: `aws:PrincipalOrgID`.
    #[must_use]
    pub fn organization(mut self, id: &str) -> Self {
        self.organization = Some(id.to_owned());
        self
    }

    /// Adds a claim of the token (`aud`, `sub`, `amr`, …) or an attribute of the assertion. Other callers have none.
    #[must_use]
    pub fn claim<V: Into<String>>(mut self, name: &str, values: impl IntoIterator<Item = V>) -> Self {
        if let CallerKind::WebIdentity { claims, .. } | CallerKind::Saml { attributes: claims, .. } =
            &mut self.kind
        {
            claims.push((name.to_owned(), values.into_iter().map(Into::into).collect()));
        }
        self
    }

    /// What sort of caller it is.
    #[must_use]
    pub fn kind(&self) -> &CallerKind {
        &self.kind
    }

    /// The partition it belongs to.
    #[must_use]
    pub fn partition(&self) -> Partition {
        self.partition
    }

    /// The account it belongs to; `None` for services and for people known to an identity provider only.
    #[must_use]
    pub fn account(&self) -> Option<&AccountId> {
        match &self.kind {
            CallerKind::User { account, .. }
            | CallerKind::FederatedUser { account, .. }
            | CallerKind::Root { account } => Some(account),
            CallerKind::RoleSession { role, .. } => Some(role.account()),
            CallerKind::WebIdentity { .. } | CallerKind::Saml { .. } | CallerKind::Service { .. } => None,
        }
    }

    /// The ARN by which `GetCallerIdentity` calls it; `None` for services and for people without AWS credentials.
    #[must_use]
    pub fn arn(&self) -> Option<&str> {
        self.arn.as_deref()
    }

    /// `aws:PrincipalArn`: as [`Caller::arn`], but for a role session the role's ARN, path included.
    #[must_use]
    pub fn principal_arn(&self) -> Option<&str> {
        match &self.kind {
            CallerKind::RoleSession { role, .. } => Some(role.as_str()),
            _ => self.arn(),
        }
    }

    /// The name that a person would expect to find in CloudTrail: the IAM user's or the session's.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match &self.kind {
            CallerKind::User { name, .. } | CallerKind::FederatedUser { name, .. } => Some(name),
            CallerKind::RoleSession { session, .. } => Some(session),
            _ => None,
        }
    }

    /// The unique id, if it was set.
    #[must_use]
    pub fn known_unique_id(&self) -> Option<&str> {
        self.unique_id.as_deref()
    }

    /// Whether a role that it assumes inherits a source identity from it.
    #[must_use]
    pub fn carries_source_identity(&self) -> bool {
        self.source_identity.is_some()
    }

    /// Whether a role that it assumes inherits session tags from it.
    #[must_use]
    pub fn carries_transitive_tags(&self) -> bool {
        !self.transitive_tags.is_empty()
    }

    /// The condition keys that AWS derives from the caller alone.
    #[must_use]
    pub fn context(&self) -> Context {
        facts::context(self)
    }
}
