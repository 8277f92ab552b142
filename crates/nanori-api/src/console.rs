//! Opening the AWS console: where to, and the form that signs the browser in.

use serde::{Deserialize, Serialize};

use crate::{Sensitive, SignedParts};

/// Which page of the console, and for how long.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsoleParts {
    /// Region that the console opens in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// A console URL, or a page's name such as `s3`; the console's home if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<String>,
    /// `SessionDuration` of the console, 900–43,200; left out of the request where AWS refuses it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_duration: Option<u32>,
}

/// One field of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FormField {
    /// The field's name.
    pub name: String,
    /// Its value; one of them is a bearer secret for 15 minutes.
    pub value: Sensitive,
}

/// A form that signs the browser in to the console, to be posted at top level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConsoleLogin {
    /// Where the form goes: a sign-in host of the role's partition.
    pub action: String,
    /// The fields, in order.
    pub fields: Vec<FormField>,
    /// When the form is of no more use, RFC 3339.
    pub expires_at: String,
    /// The console page that it leads to.
    pub destination: String,
    /// Whether AWS refused the console duration that was wished for: the console then ends with the credentials.
    #[serde(default)]
    pub was_shortened: bool,
    /// Signs out of the console that may be open, for browsers without multi-session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_out_url: Option<String>,
}

/// Temporary credentials that the person already holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HeldCredentials {
    /// `ASIA…`.
    pub access_key_id: String,
    /// The secret.
    pub secret_access_key: Sensitive,
    /// The token.
    pub session_token: Sensitive,
}

/// A console for credentials that the person already holds. They must belong to a session of the bound name, which the
/// signed `GetCallerIdentity`, made with them, proves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsoleRequest {
    /// A `GetCallerIdentity` signed with `credentials`.
    pub signed: SignedParts,
    /// The credentials.
    pub credentials: HeldCredentials,
    /// The role that they came from, with its path: the way back when the console session ends.
    pub role_arn: String,
    /// Where to.
    #[serde(default)]
    pub console: ConsoleParts,
}

/// The answer to a [`ConsoleRequest`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConsoleResponse {
    /// Whose session it is: `AssumedRoleUser.Arn` form.
    pub assumed_role_arn: String,
    /// The form.
    pub login: ConsoleLogin,
}
