//! `AssumeRole`: become a role for a while, under a session name.

mod response;

use nanori_identity::{
    ExternalId, MfaCode, MfaSerial, RoleArn, SessionDuration, SessionName, SourceIdentity, Tags,
};

pub use self::response::AssumeRoleResponse;
use crate::{
    Call, PolicyArns, SessionPolicy, StsError, TransitiveTagKeys, call::sealed::Sealed, form::Form,
    session_policy::MAX_CHARACTERS, xml::Element,
};

/// An MFA device and the code that it shows now. STS takes both or neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mfa {
    /// `SerialNumber`.
    pub serial: MfaSerial,
    /// `TokenCode`.
    pub code: MfaCode,
}

/// The call `AssumeRole`, with every parameter but `ProvidedContexts` (which only Identity Center can fill in).
///
/// Source: STS API reference, `AssumeRole`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssumeRole {
    /// `RoleArn`.
    pub role: RoleArn,
    /// `RoleSessionName`: what CloudTrail will show.
    pub session_name: SessionName,
    /// `DurationSeconds`; STS gives an hour if absent.
    pub duration: Option<SessionDuration>,
    /// `ExternalId`.
    pub external_id: Option<ExternalId>,
    /// `SerialNumber` and `TokenCode`.
    pub mfa: Option<Mfa>,
    /// `SourceIdentity`.
    pub source_identity: Option<SourceIdentity>,
    /// `Policy`: the inline session policy.
    pub policy: Option<SessionPolicy>,
    /// `PolicyArns`.
    pub policy_arns: PolicyArns,
    /// `Tags`.
    pub tags: Tags,
    /// `TransitiveTagKeys`.
    pub transitive_tag_keys: TransitiveTagKeys,
}

impl AssumeRole {
    /// The call with its two required parameters and nothing else.
    #[must_use]
    pub fn new(role: RoleArn, session_name: SessionName) -> Self {
        Self {
            role,
            session_name,
            duration: None,
            external_id: None,
            mfa: None,
            source_identity: None,
            policy: None,
            policy_arns: PolicyArns::default(),
            tags: Tags::default(),
            transitive_tag_keys: TransitiveTagKeys::default(),
        }
    }
}

impl Sealed for AssumeRole {}

impl Call for AssumeRole {
    type Response = AssumeRoleResponse;

    const ACTION: &'static str = "AssumeRole";

    fn form_body(&self) -> String {
        let mut form = Form::of(Self::ACTION);
        form.add("RoleArn", self.role.as_str());
        form.add("RoleSessionName", self.session_name.as_str());
        form.add_some("DurationSeconds", self.duration.map(|duration| duration.to_string()));
        form.add_some("ExternalId", self.external_id.as_ref().map(ExternalId::as_str));
        if let Some(mfa) = &self.mfa {
            form.add("SerialNumber", mfa.serial.as_str());
            form.add("TokenCode", mfa.code.expose_digits());
        }
        form.add_some("SourceIdentity", self.source_identity.as_ref().map(SourceIdentity::as_str));
        form.add_some("Policy", self.policy.as_ref().map(SessionPolicy::as_str));
        for (number, arn) in (1..).zip(self.policy_arns.as_slice()) {
            form.add(format_args!("PolicyArns.member.{number}.arn"), arn.as_str());
        }
        for (number, tag) in (1..).zip(self.tags.as_slice()) {
            form.add(format_args!("Tags.member.{number}.Key"), tag.key());
            form.add(format_args!("Tags.member.{number}.Value"), tag.value());
        }
        for (number, key) in (1..).zip(self.transitive_tag_keys.as_slice()) {
            form.add(format_args!("TransitiveTagKeys.member.{number}"), key.as_str());
        }
        form.finish()
    }

    /// Session policies must be of the role's account and within 2,048 characters together.
    fn check(&self) -> Result<(), StsError> {
        let arns = self.policy_arns.as_slice();
        if let Some(foreign) = arns.iter().find(|arn| !arn.suits(&self.role)) {
            return Err(StsError::ForeignPolicyArn { arn: foreign.to_string() });
        }
        let inline = self.policy.as_ref().map_or(0, |policy| policy.as_str().chars().count());
        let found = inline + arns.iter().map(|arn| arn.as_str().len()).sum::<usize>();
        if found > MAX_CHARACTERS {
            return Err(StsError::PolicyTooLong { found, max: MAX_CHARACTERS });
        }
        Ok(())
    }

    fn read(result: &Element, request_id: Option<String>) -> Result<Self::Response, StsError> {
        AssumeRoleResponse::read(result, request_id)
    }
}

#[cfg(test)]
mod tests;
