//! What STS answers to `AssumeRole`, and the check that it is what was asked for.

use nanori_identity::{Credentials, Principal, SourceIdentity, UniqueId};

use super::AssumeRole;
use crate::{Mismatch, StsError, credentials_element, xml::Element};

/// A role session as STS gave it. Use the credentials only after [`AssumeRoleResponse::verify`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssumeRoleResponse {
    /// The temporary credentials; token and end are always there.
    pub credentials: Credentials,
    /// `AssumedRoleUser.Arn`, always a [`Principal::RoleSession`].
    pub assumed_role: Principal,
    /// `AssumedRoleUser.AssumedRoleId`: `AROA…:{session name}`.
    pub assumed_role_id: UniqueId,
    /// How much of what policies and tags may take is used, in per cent.
    pub packed_policy_size: Option<u32>,
    /// The source identity that the session bears from now on.
    pub source_identity: Option<SourceIdentity>,
    /// AWS's id of the request.
    pub request_id: Option<String>,
}

impl AssumeRoleResponse {
    /// Checks that this is the session that was asked for: partition, account, role and session name, the latter in
    /// the ARN and in the id, and the source identity if one was set.
    ///
    /// # Errors
    /// [`StsError::Mismatch`] with the first thing that differs.
    pub fn verify(&self, asked: &AssumeRole) -> Result<(), StsError> {
        let Principal::RoleSession { partition, account, role_name, session_name } = &self.assumed_role
        else {
            return Err(StsError::Mismatch(Mismatch::RoleName));
        };
        let id_name = self.assumed_role_id.as_str().split_once(':').map(|(_, name)| name);
        let asked_name = asked.session_name.as_str();
        let differs = [
            (*partition != asked.role.partition(), Mismatch::Partition),
            (account != asked.role.account(), Mismatch::Account),
            (role_name != asked.role.name(), Mismatch::RoleName),
            (session_name.as_str() != asked_name, Mismatch::RoleSessionName),
            (id_name != Some(asked_name), Mismatch::AssumedRoleId),
            (
                asked.source_identity.is_some() && self.source_identity != asked.source_identity,
                Mismatch::SourceIdentity,
            ),
        ];
        match differs.into_iter().find(|(differs, _)| *differs) {
            Some((_, mismatch)) => Err(StsError::Mismatch(mismatch)),
            None => Ok(()),
        }
    }

    pub(super) fn read(result: &Element, request_id: Option<String>) -> Result<Self, StsError> {
        let user = result.required("AssumedRoleUser")?;
        let assumed_role: Principal = user.required_value("Arn")?;
        if !assumed_role.is_role_session() {
            return Err(StsError::Malformed { what: "Arn" });
        }
        Ok(Self {
            credentials: credentials_element::read(result)?,
            assumed_role,
            assumed_role_id: user.required_value("AssumedRoleId")?,
            packed_policy_size: result.optional_value("PackedPolicySize")?,
            source_identity: result.optional_value("SourceIdentity")?,
            request_id,
        })
    }
}
