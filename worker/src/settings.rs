//! What the deployment says: origin, sealing keys, limits, and in development the local AWS. Read once an isolate.

use core::cell::RefCell;
use std::rc::Rc;

use js_sys::Reflect;
use nanori_identity::Origin;
use wasm_bindgen::JsValue;

use crate::{headers, rate_limit::Limits, seal::SealingKeys};

/// A deployment that is complete.
pub(crate) struct Settings {
    /// The portal's own origin, to which every signature is bound. Never taken from a request: a self-hosted worker
    /// would otherwise believe any `Host` that a relay sends.
    pub(crate) origin: Origin,
    /// Present only if the deployment says that it is development.
    pub(crate) development: Option<DevelopmentSettings>,
    pub(crate) keys: SealingKeys,
    pub(crate) limits: Limits,
    /// The content security policy, the same for every answer.
    pub(crate) policy: String,
}

/// What only a development deployment may have.
pub(crate) struct DevelopmentSettings {
    /// Stands for STS, sign-in and console.
    pub(crate) local_aws: Option<Origin>,
}

/// Why the deployment cannot work, for its log.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Misconfigured(pub(crate) &'static str);

thread_local! {
    static SETTINGS: RefCell<Option<Rc<Settings>>> = const { RefCell::new(None) };
}

impl Settings {
    /// The deployment's settings; they cannot change while an isolate lives.
    pub(crate) fn of(env: &JsValue) -> Result<Rc<Self>, Misconfigured> {
        if let Some(settings) = SETTINGS.with_borrow(Clone::clone) {
            return Ok(settings);
        }
        let text = |name: &str| {
            let value = Reflect::get(env, &JsValue::from_str(name)).ok()?;
            value.as_string().filter(|text| !text.is_empty())
        };
        let settings = Rc::new(Self::read(text)?);
        SETTINGS.set(Some(Rc::clone(&settings)));
        Ok(settings)
    }

    /// Reads settings by name, each at most once.
    pub(crate) fn read(text: impl Fn(&str) -> Option<String>) -> Result<Self, Misconfigured> {
        let in_development = match text("DEVELOPMENT").as_deref() {
            None | Some("false") => false,
            Some("true") => true,
            Some(_) => return Err(Misconfigured("DEVELOPMENT must be true or false")),
        };
        let origin: Origin = text("PORTAL_ORIGIN")
            .ok_or(Misconfigured("PORTAL_ORIGIN is missing: set it to the portal's own https origin"))?
            .parse()
            .map_err(|_| {
                Misconfigured("PORTAL_ORIGIN must be an origin such as https://portal.example.com")
            })?;
        if origin.is_loopback() && !in_development {
            return Err(Misconfigured(
                "PORTAL_ORIGIN is loopback, which only a development deployment may have",
            ));
        }
        let development = Self::development(in_development, text("LOCAL_AWS_URL"))?;
        let local_aws = development.as_ref().and_then(|development| development.local_aws.as_ref());
        Ok(Self {
            policy: headers::content_security_policy(local_aws),
            keys: text("SESSION_KEY")
                .and_then(|key| SealingKeys::read(&key, text("SESSION_KEY_PREVIOUS").as_deref()))
                .ok_or(Misconfigured(
                    "SESSION_KEY must be a secret of 32 bytes, base64url without padding",
                ))?,
            limits: Limits::read(text("ADDRESS_LIMIT_PER_MINUTE"), text("PRINCIPAL_LIMIT_PER_MINUTE"))
                .ok_or(Misconfigured(
                    "ADDRESS_LIMIT_PER_MINUTE and PRINCIPAL_LIMIT_PER_MINUTE must be whole numbers",
                ))?,
            origin,
            development,
        })
    }

    fn development(
        on: bool,
        local_aws: Option<String>,
    ) -> Result<Option<DevelopmentSettings>, Misconfigured> {
        match (on, local_aws) {
            (false, None) => Ok(None),
            (false, Some(_)) => Err(Misconfigured("LOCAL_AWS_URL is set, but DEVELOPMENT is not true")),
            (true, None) => Ok(Some(DevelopmentSettings { local_aws: None })),
            (true, Some(url)) => {
                let origin = url.parse().ok().filter(Origin::is_loopback);
                let local_aws = origin.ok_or(Misconfigured("LOCAL_AWS_URL must be a loopback origin"))?;
                Ok(Some(DevelopmentSettings { local_aws: Some(local_aws) }))
            }
        }
    }

    /// The local AWS, in development.
    pub(crate) fn local_aws(&self) -> Option<&Origin> {
        self.development.as_ref()?.local_aws.as_ref()
    }
}

#[cfg(test)]
mod tests;
