//! A signed STS request in parts: enough to write it again, nothing that could change where it goes or what it says.

use nanori_identity::{Origin, Region};
use nanori_sts::{Endpoint, RequestSignature};
use serde::{Deserialize, Serialize};

use crate::{FieldRefusal, Sensitive};

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

impl SignedParts {
    /// The parts of `signature`, made for the endpoint of `kind` in `region`.
    #[must_use]
    pub fn new(region: &Region, kind: EndpointKind, signature: &RequestSignature) -> Self {
        Self {
            region: region.to_string(),
            endpoint: kind,
            amz_date: signature.signed_at.amz_date(),
            access_key_id: signature.access_key_id.to_string(),
            session_token: signature
                .session_token
                .as_ref()
                .map(|token| Sensitive::new(token.expose_token().to_owned())),
            signature: Sensitive::new(signature.signature.expose_hex().to_owned()),
        }
    }

    /// The signature, its time and its key.
    ///
    /// # Errors
    /// [`FieldRefusal`] for the first part that is not what it should be.
    pub fn signature(&self) -> Result<RequestSignature, FieldRefusal> {
        let session_token = match &self.session_token {
            Some(token) => Some(token.expose().parse()?),
            None => None,
        };
        Ok(RequestSignature {
            access_key_id: self.access_key_id.parse()?,
            session_token,
            signed_at: self.amz_date.parse()?,
            signature: self.signature.expose().parse()?,
        })
    }

    /// The endpoint, or the stand-in for it that a development deployment has.
    ///
    /// # Errors
    /// [`FieldRefusal`] if the region is none, or has no such endpoint.
    pub fn endpoint(&self, local_aws: Option<&Origin>) -> Result<Endpoint, FieldRefusal> {
        let region: Region = self.region.parse()?;
        match local_aws {
            Some(origin) => Ok(Endpoint::local(origin, region)),
            None => Ok(Endpoint::new(region, self.endpoint.into())?),
        }
    }
}

impl From<EndpointKind> for nanori_sts::EndpointKind {
    fn from(kind: EndpointKind) -> Self {
        match kind {
            EndpointKind::Regional => Self::Regional,
            EndpointKind::Global => Self::Global,
            EndpointKind::Fips => Self::Fips,
            EndpointKind::DualStack => Self::DualStack,
            EndpointKind::FipsDualStack => Self::FipsDualStack,
        }
    }
}
