//! What the front end must know about the deployment it came from.

use serde::{Deserialize, Serialize};

/// Present only where the deployment says that it is development.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Development {
    /// Origin of the local AWS that stands for STS, sign-in and console, e.g. `http://127.0.0.1:4566`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_aws_url: Option<String>,
}

/// The deployment's public facts; nothing in it is secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Config {
    /// The portal's version.
    pub version: String,
    /// The origin that signatures are bound to (`x-nanori-audience`).
    pub origin: String,
    /// The worker's clock, RFC 3339: the browser signs by it when its own is wrong.
    pub server_time: String,
    /// Development settings, absent in production.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub development: Option<Development>,
}

/// The worker answers at all, and is configured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Health {
    /// `ok`.
    pub status: String,
    /// The portal's version.
    pub version: String,
}
