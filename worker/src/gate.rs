//! The gate before every `POST`: only the portal's own pages get through.
//!
//! Three independent checks against cross-site requests: the `Origin` header, a header that no form can send, and
//! `Sec-Fetch-Site` where the browser sends it; beside them the cookie is `SameSite=Strict`.

use nanori_api::{ProblemCode, REQUEST_HEADER};
use nanori_identity::Origin;

/// The headers that the gate looks at.
#[derive(Clone, Debug, Default)]
pub(crate) struct GateHeaders {
    pub(crate) content_type: Option<String>,
    pub(crate) origin: Option<String>,
    pub(crate) request: Option<String>,
    pub(crate) fetch_site: Option<String>,
}

impl GateHeaders {
    /// Reads them by name.
    pub(crate) fn read(header: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            content_type: header("content-type"),
            origin: header("origin"),
            request: header(REQUEST_HEADER),
            fetch_site: header("sec-fetch-site"),
        }
    }

    /// Whether a request with these headers comes from a page of `portal` and bears JSON.
    pub(crate) fn check(&self, portal: &Origin) -> Result<(), ProblemCode> {
        let same_origin = self.origin.as_deref() == Some(portal.as_str());
        let own_header = self.request.as_deref() == Some("1");
        let same_site = self.fetch_site.as_deref().is_none_or(|site| site == "same-origin");
        if !(same_origin && own_header && same_site) {
            return Err(ProblemCode::CrossSiteRequest);
        }
        let json = self.content_type.as_deref().is_some_and(|content_type| {
            let lower = content_type.to_ascii_lowercase();
            lower == "application/json" || lower.replace(' ', "") == "application/json;charset=utf-8"
        });
        if json { Ok(()) } else { Err(ProblemCode::UnsupportedMediaType) }
    }
}

#[cfg(test)]
mod tests;
