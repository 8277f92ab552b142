//! A signed STS request in parts: enough to write it again, nothing that could change where it goes or what it says.

use serde::{Deserialize, Serialize};

use crate::Sensitive;

/// Which of STS's endpoints the request was signed for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EndpointKind {
    /// `sts.{region}.{suffix}`.
    #[default]
    Regional,
    /// `sts.amazonaws.com`, signed for `us-east-1`; partition `aws` only.
    Global,
    /// `sts-fips.{region}.{suffix}`.
    Fips,
    /// `sts.{region}.{dual stack suffix}`.
    DualStack,
    /// `sts-fips.{region}.{dual stack suffix}`.
    FipsDualStack,
}

/// What the browser signed, without URL, header names or body: the worker rebuilds those from typed values.
///
/// The set of signed headers is fixed (`content-type;host;x-amz-date;[x-amz-security-token;]x-nanori-audience`), and the
/// audience is the worker's own origin, so there is nothing here with which to aim a request elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignedParts {
    /// Region of the credential scope and of the endpoint; its name gives the partition.
    pub region: String,
    /// Which endpoint of that region.
    #[serde(default)]
    pub endpoint: EndpointKind,
    /// `x-amz-date`, as `20260102T030405Z`.
    pub amz_date: String,
    /// Whose key signed.
    pub access_key_id: String,
    /// `x-amz-security-token`, for temporary credentials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_token: Option<Sensitive>,
    /// 64 lower-case hexadecimal digits.
    pub signature: Sensitive,
}
