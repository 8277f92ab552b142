//! One change to a request or to a policy, and how to carry it out in order to try it.

use nanori_identity::SessionName;

use crate::place::Place;
use crate::policy::{ConditionValue, Policy, PrincipalKind, PrincipalName, PrincipalPattern, Version};
use crate::request::Request;
use crate::template::Template;

/// One change of what is sent, or of the circumstances.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestChange {
    /// What sort of change it is, for wording and ranking.
    pub kind: RequestChangeKind,
    /// The condition key.
    pub key: String,
    /// Its new values; none means to leave it out.
    pub values: Vec<String>,
    /// Where the policy asks for it.
    pub place: Place,
}

/// What a change of the request means to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RequestChangeKind {
    /// Send this session name.
    SessionName,
    /// Give an MFA code with the call.
    Mfa,
    /// Send this external id.
    ExternalId,
    /// Send this source identity.
    SourceIdentity,
    /// Send this session tag, or leave it out.
    SessionTag,
    /// Call from this address or block.
    SourceIp,
    /// Call at another time.
    Time,
}

impl RequestChangeKind {
    /// What a condition key is to the person; `None` if nothing about a request can change it (it says who calls).
    pub(super) fn of(key: &str) -> Option<Self> {
        let key = key.to_ascii_lowercase();
        Some(match key.as_str() {
            "sts:rolesessionname" => RequestChangeKind::SessionName,
            "aws:multifactorauthpresent" | "aws:multifactorauthage" => RequestChangeKind::Mfa,
            "sts:externalid" => RequestChangeKind::ExternalId,
            "sts:sourceidentity" => RequestChangeKind::SourceIdentity,
            "aws:tagkeys" | "sts:transitivetagkeys" => RequestChangeKind::SessionTag,
            "aws:sourceip" => RequestChangeKind::SourceIp,
            "aws:currenttime" | "aws:epochtime" => RequestChangeKind::Time,
            _ if key.starts_with("aws:requesttag/") => RequestChangeKind::SessionTag,
            _ => return None,
        })
    }

    /// A stable word to find a message by.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            RequestChangeKind::SessionName => "send_session_name",
            RequestChangeKind::Mfa => "use_mfa",
            RequestChangeKind::ExternalId => "send_external_id",
            RequestChangeKind::SourceIdentity => "send_source_identity",
            RequestChangeKind::SessionTag => "send_session_tag",
            RequestChangeKind::SourceIp => "call_from_address",
            RequestChangeKind::Time => "call_at_time",
        }
    }
}

impl RequestChange {
    /// Whether STS would take the new value at all.
    pub(super) fn is_possible(&self) -> bool {
        match self.kind {
            RequestChangeKind::SessionName | RequestChangeKind::SourceIdentity => {
                self.values.iter().all(|value| value.parse::<SessionName>().is_ok())
                    && (self.kind == RequestChangeKind::SourceIdentity || !self.values.is_empty())
            }
            RequestChangeKind::ExternalId => self.values.iter().all(|value| value.len() >= 2),
            RequestChangeKind::SourceIp | RequestChangeKind::Time => !self.values.is_empty(),
            RequestChangeKind::Mfa | RequestChangeKind::SessionTag => true,
        }
    }

    /// The request with the change made.
    #[must_use]
    pub fn apply(&self, request: Request) -> Request {
        if self.kind == RequestChangeKind::Mfa && !self.values.is_empty() {
            return request.mfa();
        }
        let tag = self.key.get(.."aws:RequestTag/".len()).zip(self.key.get("aws:RequestTag/".len()..));
        match (tag, self.values.first()) {
            (Some((prefix, key)), Some(value)) if prefix.eq_ignore_ascii_case("aws:RequestTag/") => {
                let has_key = request.context().values(&self.key).is_some();
                if has_key { request.set(&self.key, [value]) } else { request.tag(key, value) }
            }
            _ => request.set(&self.key, self.values.iter().cloned()),
        }
    }
}

/// One change of the role's trust policy or of the caller's policies.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PolicyChange {
    /// Set `Version` to `2012-10-17`, so that variables work.
    Version2012 {
        /// Where `Version`, or the policy, stands.
        place: Place,
    },
    /// Add the caller to a statement's principals.
    AddPrincipal {
        /// Index of the statement.
        statement: usize,
        /// The principal to add.
        principal: String,
        /// Where the principals stand.
        place: Place,
    },
    /// Add an action to a statement.
    AddAction {
        /// Index of the statement.
        statement: usize,
        /// The action to add.
        action: String,
        /// Where the actions stand.
        place: Place,
    },
    /// Add a value to a condition.
    AddValue {
        /// Index of the statement.
        statement: usize,
        /// Index of the condition in it.
        condition: usize,
        /// The condition's key.
        key: String,
        /// The value to add.
        value: String,
        /// Where the values stand.
        place: Place,
    },
    /// Take a condition away.
    DropCondition {
        /// Index of the statement.
        statement: usize,
        /// Index of the condition in it.
        condition: usize,
        /// The condition's key.
        key: String,
        /// Where the condition stands.
        place: Place,
    },
    /// Take a refusing statement away.
    DropStatement {
        /// Index of the statement.
        statement: usize,
        /// Where it stands.
        place: Place,
    },
    /// Let the caller's own policies allow the action on the role.
    AllowInIdentityPolicy {
        /// The action.
        action: String,
        /// The role's ARN.
        resource: String,
    },
}

impl PolicyChange {
    /// A stable word to find a message by.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            PolicyChange::Version2012 { .. } => "set_version",
            PolicyChange::AddPrincipal { .. } => "add_principal",
            PolicyChange::AddAction { .. } => "add_action",
            PolicyChange::AddValue { .. } => "add_value",
            PolicyChange::DropCondition { .. } => "drop_condition",
            PolicyChange::DropStatement { .. } => "drop_statement",
            PolicyChange::AllowInIdentityPolicy { .. } => "allow_in_identity_policy",
        }
    }

    /// How much it gives away, for ranking: the less the better.
    pub(super) const fn weight(&self) -> u32 {
        match self {
            PolicyChange::Version2012 { .. } => 0,
            PolicyChange::AllowInIdentityPolicy { .. } => 1,
            PolicyChange::AddPrincipal { .. } | PolicyChange::AddAction { .. } => 2,
            PolicyChange::AddValue { .. } => 3,
            PolicyChange::DropCondition { .. } => 5,
            PolicyChange::DropStatement { .. } => 6,
        }
    }

    /// Makes the change in the trust policy; changes of the caller's policies leave it alone.
    pub(super) fn apply(&self, policy: &mut Policy) {
        match self {
            PolicyChange::Version2012 { .. } => use_variables(policy),
            PolicyChange::AddPrincipal { statement, principal, place } => {
                let name = principal_name(principal);
                if let Some(element) =
                    policy.statements.get_mut(*statement).and_then(|it| it.principals.as_mut())
                {
                    element.items.push(PrincipalPattern { kind: name.0, name: name.1, place: *place });
                }
            }
            PolicyChange::AddAction { statement, action, place } => {
                if let Some(statement) = policy.statements.get_mut(*statement) {
                    let template = Template::parse(action, false);
                    statement.actions.items.push(crate::policy::ActionPattern { template, place: *place });
                }
            }
            PolicyChange::AddValue { statement, condition, value, place, .. } => {
                let statement = policy.statements.get_mut(*statement);
                if let Some(condition) = statement.and_then(|it| it.conditions.get_mut(*condition)) {
                    condition
                        .values
                        .push(ConditionValue { template: Template::parse(value, false), place: *place });
                }
            }
            PolicyChange::DropCondition { statement, condition, .. } => {
                if let Some(statement) = policy.statements.get_mut(*statement)
                    && *condition < statement.conditions.len()
                {
                    statement.conditions.remove(*condition);
                }
            }
            PolicyChange::DropStatement { statement, .. } => {
                if *statement < policy.statements.len() {
                    policy.statements.remove(*statement);
                }
            }
            PolicyChange::AllowInIdentityPolicy { .. } => {}
        }
    }
}

fn principal_name(text: &str) -> (PrincipalKind, PrincipalName) {
    let text = text.to_owned();
    if text.contains(":oidc-provider/") || text.contains(":saml-provider/") {
        (PrincipalKind::Federated, PrincipalName::Provider(text))
    } else if text.contains(":role/") {
        (PrincipalKind::Aws, PrincipalName::Role(text))
    } else if text.contains(":user/") {
        (PrincipalKind::Aws, PrincipalName::User(text))
    } else {
        (PrincipalKind::Service, PrincipalName::Service(text))
    }
}

fn use_variables(policy: &mut Policy) {
    policy.version = Version::V2012;
    for condition in policy.statements.iter_mut().flat_map(|statement| statement.conditions.iter_mut()) {
        if condition.operator.base.has_variables() {
            for value in &mut condition.values {
                value.template = Template::parse(value.template.as_str(), true);
            }
        }
    }
}
