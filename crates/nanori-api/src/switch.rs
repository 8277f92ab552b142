//! Switching: a signed `AssumeRole`, and what comes of it.

use nanori_identity::{SessionDuration, Tag, Tags};
use nanori_sts::{AssumeRole, Mfa, PolicyArns, TransitiveTagKeys};
use serde::{Deserialize, Serialize};

use crate::{ConsoleLogin, ConsoleParts, FieldRefusal, Sensitive, SignedParts};

/// One session tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TagParts {
    /// `Tags.member.N.Key`.
    pub key: String,
    /// `Tags.member.N.Value`.
    pub value: String,
}

/// The parameters of `AssumeRole`, as they were signed. Absent ones were not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AssumeRoleParts {
    /// `RoleArn`.
    pub role_arn: String,
    /// `RoleSessionName`; must be the name that the portal session is bound to.
    pub role_session_name: String,
    /// `DurationSeconds`, 900–43,200.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_seconds: Option<u32>,
    /// `ExternalId`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// `SerialNumber`: the MFA device; goes with `token_code`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial_number: Option<String>,
    /// `TokenCode`: six digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token_code: Option<Sensitive>,
    /// `SourceIdentity`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_identity: Option<String>,
    /// `Policy`: an inline session policy, JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<String>,
    /// `PolicyArns`: at most ten.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policy_arns: Vec<String>,
    /// `Tags`: at most fifty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<TagParts>,
    /// `TransitiveTagKeys`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transitive_tag_keys: Vec<String>,
}

impl AssumeRoleParts {
    /// The parameters of `call`.
    #[must_use]
    pub fn of(call: &AssumeRole) -> Self {
        Self {
            role_arn: call.role.to_string(),
            role_session_name: call.session_name.to_string(),
            duration_seconds: call.duration.map(SessionDuration::seconds),
            external_id: call.external_id.as_ref().map(ToString::to_string),
            serial_number: call.mfa.as_ref().map(|mfa| mfa.serial.to_string()),
            token_code: call.mfa.as_ref().map(|mfa| Sensitive::new(mfa.code.expose_digits().to_owned())),
            source_identity: call.source_identity.as_ref().map(ToString::to_string),
            policy: call.policy.as_ref().map(|policy| policy.as_str().to_owned()),
            policy_arns: call.policy_arns.as_slice().iter().map(ToString::to_string).collect(),
            tags: call.tags.as_slice().iter().map(TagParts::of).collect(),
            transitive_tag_keys: call
                .transitive_tag_keys
                .as_slice()
                .iter()
                .map(|key| key.as_str().to_owned())
                .collect(),
        }
    }

    /// The call with these parameters; nothing is changed to make it fit.
    ///
    /// # Errors
    /// [`FieldRefusal`] for the first parameter that STS would not take.
    pub fn call(&self) -> Result<AssumeRole, FieldRefusal> {
        let mut call = AssumeRole::new(self.role_arn.parse()?, self.role_session_name.parse()?);
        call.duration =
            self.duration_seconds.map(|seconds| SessionDuration::from_seconds(seconds.into())).transpose()?;
        call.external_id = self.external_id.as_deref().map(str::parse).transpose()?;
        call.mfa = match (&self.serial_number, &self.token_code) {
            (None, None) => None,
            (Some(serial), Some(code)) => Some(Mfa { serial: serial.parse()?, code: code.expose().parse()? }),
            (Some(_), None) => return Err(FieldRefusal::new("TokenCode", "missing")),
            (None, Some(_)) => return Err(FieldRefusal::new("SerialNumber", "missing")),
        };
        call.source_identity = self.source_identity.as_deref().map(str::parse).transpose()?;
        call.policy = self.policy.as_deref().map(str::parse).transpose()?;
        let policy_arns = self.policy_arns.iter().map(|arn| arn.parse()).collect::<Result<_, _>>()?;
        call.policy_arns = PolicyArns::new(policy_arns)?;
        call.tags =
            Tags::new(self.tags.iter().map(|tag| Tag::new(&tag.key, &tag.value)).collect::<Result<_, _>>()?)?;
        let keys = self.transitive_tag_keys.iter().map(|key| key.parse()).collect::<Result<_, _>>()?;
        call.transitive_tag_keys = TransitiveTagKeys::new(keys)?;
        Ok(call)
    }
}

impl TagParts {
    fn of(tag: &Tag) -> Self {
        Self { key: tag.key().to_owned(), value: tag.value().to_owned() }
    }
}

/// A signed `AssumeRole` in parts, and whether its outcome is wanted as credentials or as a console.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SwitchRequest {
    /// Who signed, when and where to.
    pub signed: SignedParts,
    /// What was signed.
    pub role: AssumeRoleParts,
    /// Present: open a console with the outcome; the credentials themselves are then not answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub console: Option<ConsoleParts>,
}

/// What STS granted, checked against what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GrantedSession {
    /// The role that was asked for, with its path.
    pub role_arn: String,
    /// `AssumedRoleUser.Arn`: what CloudTrail records.
    pub assumed_role_arn: String,
    /// `AssumedRoleUser.AssumedRoleId`.
    pub assumed_role_id: String,
    /// The role's account.
    pub account_id: String,
    /// The name that the session bears.
    pub session_name: String,
    /// The source identity, if one was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_identity: Option<String>,
    /// When the session ends, RFC 3339.
    pub expiration: String,
    /// Per cent of the packed size limit that session policies and tags use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packed_policy_size: Option<u32>,
    /// STS's request id, which CloudTrail records too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sts_request_id: Option<String>,
}

/// Temporary credentials on their way to the person who asked for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IssuedCredentials {
    /// `ASIA…`.
    pub access_key_id: String,
    /// The secret.
    pub secret_access_key: Sensitive,
    /// The token.
    pub session_token: Sensitive,
    /// When they end, RFC 3339.
    pub expiration: String,
}

/// What the person asked the session for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum SwitchOutcome {
    /// Credentials to use.
    Credentials {
        /// The credentials.
        credentials: IssuedCredentials,
    },
    /// A form to post into a new tab.
    Console {
        /// The form.
        login: ConsoleLogin,
    },
}

/// A granted switch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SwitchResponse {
    /// What STS granted.
    pub session: GrantedSession,
    /// Credentials or a console.
    pub outcome: SwitchOutcome,
}

#[cfg(test)]
mod tests;
