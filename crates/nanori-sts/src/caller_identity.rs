//! `GetCallerIdentity`: whose key is it? The one call that every principal may make.

use nanori_identity::{AccountId, Principal, UniqueId};

use crate::{Call, StsError, call::sealed::Sealed, form::Form, xml::Element};

/// The call `GetCallerIdentity`; it has no parameters. Source: STS API reference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GetCallerIdentity;

/// Who signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetCallerIdentityResponse {
    /// `Arn`, read.
    pub principal: Principal,
    /// `UserId`: unique for ever, where a name can be given again.
    pub unique_id: UniqueId,
    /// `Account`; the same as the principal's.
    pub account: AccountId,
    /// AWS's id of the request.
    pub request_id: Option<String>,
}

impl Sealed for GetCallerIdentity {}

impl Call for GetCallerIdentity {
    type Response = GetCallerIdentityResponse;

    const ACTION: &'static str = "GetCallerIdentity";

    fn form_body(&self) -> String {
        Form::of(Self::ACTION).finish()
    }

    fn check(&self) -> Result<(), StsError> {
        Ok(())
    }

    fn read(result: &Element, request_id: Option<String>) -> Result<Self::Response, StsError> {
        let principal: Principal = result.required_value("Arn")?;
        let account: AccountId = result.required_value("Account")?;
        if principal.account() != &account {
            return Err(StsError::Malformed { what: "Account" });
        }
        Ok(GetCallerIdentityResponse {
            principal,
            unique_id: result.required_value("UserId")?,
            account,
            request_id,
        })
    }
}
