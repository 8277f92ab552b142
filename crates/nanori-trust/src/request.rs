//! A request to decide on: who calls which action, for which role, with which parameters.
//!
//! The builder's methods set the condition keys that AWS derives from the parameters; [`Request::set`] sets any other.
//! Nothing is validated here: what-if questions may be about names that STS would refuse.

#[cfg(test)]
mod tests;

use nanori_identity::{RoleArn, Timestamp};

use crate::caller::{Caller, CallerKind};
use crate::context::Context;

/// A request as the policies see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    caller: Caller,
    action: String,
    /// The role to assume, if the action has one.
    role: Option<RoleArn>,
    resource: String,
    context: Context,
}

/// `sts:AssumeRole`
pub const ASSUME_ROLE: &str = "sts:AssumeRole";
/// `sts:AssumeRoleWithWebIdentity`
pub const ASSUME_ROLE_WITH_WEB_IDENTITY: &str = "sts:AssumeRoleWithWebIdentity";
/// `sts:AssumeRoleWithSAML`
pub const ASSUME_ROLE_WITH_SAML: &str = "sts:AssumeRoleWithSAML";
/// `sts:SetSourceIdentity`
pub const SET_SOURCE_IDENTITY: &str = "sts:SetSourceIdentity";
/// `sts:TagSession`
pub const TAG_SESSION: &str = "sts:TagSession";

impl Request {
    /// `caller` wants to assume `role`: by `AssumeRoleWithWebIdentity` or `AssumeRoleWithSAML` if it is somebody whom only
    /// an identity provider knows, else by `AssumeRole`.
    #[must_use]
    pub fn assume_role(caller: Caller, role: RoleArn) -> Self {
        let action = match caller.kind() {
            CallerKind::WebIdentity { .. } => ASSUME_ROLE_WITH_WEB_IDENTITY,
            CallerKind::Saml { .. } => ASSUME_ROLE_WITH_SAML,
            _ => ASSUME_ROLE,
        };
        let mut request = Self::new(caller, action, role.as_str());
        request.context.set("aws:ResourceAccount", [role.account().as_str()]);
        request.role = Some(role);
        request
    }

    /// `caller` calls any `action` (`sts:GetFederationToken`, …) on `resource` (an ARN, or `*` if the action knows none).
    #[must_use]
    pub fn new(caller: Caller, action: &str, resource: &str) -> Self {
        let mut context = caller.context();
        context.set("aws:SecureTransport", ["true"]);
        Request { caller, action: action.to_owned(), role: None, resource: resource.to_owned(), context }
    }

    /// Sets `sts:RoleSessionName`. `AssumeRole` always has one: a person who gives none gets one made up by the tool.
    #[must_use]
    pub fn session_name(self, name: &str) -> Self {
        self.set("sts:RoleSessionName", [name])
    }

    /// Sets `sts:ExternalId`.
    #[must_use]
    pub fn external_id(self, id: &str) -> Self {
        self.set("sts:ExternalId", [id])
    }

    /// Sets `sts:SourceIdentity`; the request then needs `sts:SetSourceIdentity`, too.
    #[must_use]
    pub fn source_identity(self, source_identity: &str) -> Self {
        self.set("sts:SourceIdentity", [source_identity])
    }

    /// Adds a session tag: `aws:RequestTag/{key}` and `aws:TagKeys`; the request then needs `sts:TagSession`, too.
    #[must_use]
    pub fn tag(mut self, key: &str, value: &str) -> Self {
        self.append("aws:TagKeys", key);
        self.set(&format!("aws:RequestTag/{key}"), [value])
    }

    /// Says that the session tag `key` shall go on to the next role: `sts:TransitiveTagKeys`.
    #[must_use]
    pub fn transitive_tag(mut self, key: &str) -> Self {
        self.append("sts:TransitiveTagKeys", key);
        self
    }

    /// Says that a valid MFA code comes with the call itself (`SerialNumber` and `TokenCode`).
    #[must_use]
    pub fn mfa(self) -> Self {
        self.set("aws:MultiFactorAuthPresent", ["true"]).set("aws:MultiFactorAuthAge", ["0"])
    }

    /// Sets the time of the call: `aws:CurrentTime` and `aws:EpochTime`.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Self {
        self.set("aws:CurrentTime", [now.to_string()]).set("aws:EpochTime", [now.unix().to_string()])
    }

    /// Sets `aws:SourceIp`.
    #[must_use]
    pub fn source_ip(self, address: &str) -> Self {
        self.set("aws:SourceIp", [address])
    }

    /// Sets any condition key, in place of what it held; no values at all take it away.
    #[must_use]
    pub fn set<V: Into<String>>(mut self, key: &str, values: impl IntoIterator<Item = V>) -> Self {
        self.context.set(key, values);
        self
    }

    /// Takes a condition key away.
    #[must_use]
    pub fn without(mut self, key: &str) -> Self {
        self.context.remove(key);
        self
    }

    /// Who calls.
    #[must_use]
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The main action, such as `sts:AssumeRole`.
    #[must_use]
    pub fn action(&self) -> &str {
        &self.action
    }

    /// The role to assume, if the action has one.
    #[must_use]
    pub fn role(&self) -> Option<&RoleArn> {
        self.role.as_ref()
    }

    /// The ARN that identity policies match their `Resource` with.
    #[must_use]
    pub fn resource(&self) -> &str {
        &self.resource
    }

    /// All condition keys of the request.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Every action that must be allowed for the request to pass: the main one, `sts:SetSourceIdentity` if a source
    /// identity is set or inherited, `sts:TagSession` if tags are given or inherited.
    /// Source: IAM user guide, "Monitor and control actions taken with assumed roles", "Pass session tags in AWS STS".
    #[must_use]
    pub fn needed_actions(&self) -> Vec<&str> {
        let mut actions = vec![self.action.as_str()];
        if self.role.is_some() {
            let has = |key| self.context.values(key).is_some();
            if has("sts:SourceIdentity") || self.caller.carries_source_identity() {
                actions.push(SET_SOURCE_IDENTITY);
            }
            if has("aws:TagKeys") || self.caller.carries_transitive_tags() {
                actions.push(TAG_SESSION);
            }
        }
        actions
    }

    fn append(&mut self, key: &str, value: &str) {
        let mut values = self.context.values(key).unwrap_or_default().to_vec();
        values.push(value.to_owned());
        self.context.set(key, values);
    }
}
