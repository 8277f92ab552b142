//! Who is signed in at the portal, and under which name.

use serde::{Deserialize, Serialize};

/// What kind of caller STS said it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PrincipalKind {
    /// An IAM user: AWS itself can enforce the name.
    User,
    /// A role session: roles that it assumes are chained and last one hour at most.
    RoleSession,
}

/// The caller as STS named it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PrincipalView {
    /// The ARN.
    pub arn: String,
    /// What it is.
    pub kind: PrincipalKind,
    /// Twelve digits.
    pub account_id: String,
    /// The user name, or the role's name for a role session.
    pub name: String,
}

/// A portal session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SessionView {
    /// Who signed in.
    pub principal: PrincipalView,
    /// The one session name that this portal session may use.
    pub session_name: String,
    /// The key that the session is bound to.
    pub access_key_id: String,
    /// When it ends whatever happens, RFC 3339.
    pub expires_at: String,
    /// When it ends if nothing happens, RFC 3339.
    pub idle_expires_at: String,
}

/// The answer to "who is signed in?". Nobody is an answer like any other, not a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SessionAnswer {
    /// The session, if there is one.
    pub session: Option<SessionView>,
}

/// The answer to signing out; the same whether or not there was a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignOutResponse {
    /// Always true.
    pub signed_out: bool,
}
