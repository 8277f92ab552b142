//! `GetSessionToken`: temporary credentials of one's own, with MFA if a policy asks for it.

use nanori_identity::Credentials;

use crate::{Call, Mfa, StsError, call::sealed::Sealed, credentials_element, form::Form, xml::Element};

/// `DurationSeconds` of `GetSessionToken`: 900 to 129,600 seconds (36 hours), more than a role session may last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GetSessionTokenDuration(u32);

impl GetSessionTokenDuration {
    const MIN: u32 = 900;
    const MAX: u32 = 129_600;

    /// A duration of `seconds`.
    ///
    /// # Errors
    /// [`StsError::Duration`] outside of 900–129,600.
    pub fn from_seconds(seconds: u64) -> Result<Self, StsError> {
        u32::try_from(seconds)
            .ok()
            .filter(|seconds| (Self::MIN..=Self::MAX).contains(seconds))
            .map(Self)
            .ok_or(StsError::Duration { found: seconds, min: Self::MIN, max: Self::MAX })
    }

    /// The length in seconds.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        self.0
    }
}

/// The call `GetSessionToken`. Only a user's own key can make it. Source: STS API reference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GetSessionToken {
    /// `DurationSeconds`; twelve hours if absent.
    pub duration: Option<GetSessionTokenDuration>,
    /// `SerialNumber` and `TokenCode`.
    pub mfa: Option<Mfa>,
}

/// Temporary credentials of the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetSessionTokenResponse {
    /// Token and end are always there.
    pub credentials: Credentials,
    /// AWS's id of the request.
    pub request_id: Option<String>,
}

impl Sealed for GetSessionToken {}

impl Call for GetSessionToken {
    type Response = GetSessionTokenResponse;

    const ACTION: &'static str = "GetSessionToken";

    fn form_body(&self) -> String {
        let mut form = Form::of(Self::ACTION);
        form.add_some("DurationSeconds", self.duration.map(|duration| duration.seconds().to_string()));
        if let Some(mfa) = &self.mfa {
            form.add("SerialNumber", mfa.serial.as_str());
            form.add("TokenCode", mfa.code.expose_digits());
        }
        form.finish()
    }

    fn check(&self) -> Result<(), StsError> {
        Ok(())
    }

    fn read(result: &Element, request_id: Option<String>) -> Result<Self::Response, StsError> {
        Ok(GetSessionTokenResponse { credentials: credentials_element::read(result)?, request_id })
    }
}

#[cfg(test)]
mod tests;
