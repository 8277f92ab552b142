//! Signing in: a proof of who one is.

use serde::{Deserialize, Serialize};

use crate::SignedParts;

/// A signed `GetCallerIdentity`, which has no parameters of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IdentityRequest {
    /// The request in parts.
    pub signed: SignedParts,
}
