//! Switching: a signed `AssumeRole`, and what comes of it.

use serde::{Deserialize, Serialize};

use crate::{ConsoleLogin, ConsoleParts, Sensitive, SignedParts};

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
