//! For which day, region and service a signature holds.

use nanori_identity::Timestamp;

use super::CanonicalRequest;

/// The algorithm's name, as it begins the string to sign and the `Authorization` header.
pub const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// A credential scope together with the second of signing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope<'a> {
    amz_date: String,
    region: &'a str,
    service: &'a str,
}

impl<'a> Scope<'a> {
    /// The scope of a request signed at `now`.
    #[must_use]
    pub fn new(now: Timestamp, region: &'a str, service: &'a str) -> Self {
        Self { amz_date: now.amz_date(), region, service }
    }

    /// `YYYYMMDDTHHMMSSZ`, the value of `x-amz-date`.
    #[must_use]
    pub fn amz_date(&self) -> &str {
        &self.amz_date
    }

    /// `YYYYMMDD`.
    #[must_use]
    pub fn date(&self) -> &str {
        self.amz_date.split('T').next().unwrap_or_default()
    }

    /// The region.
    #[must_use]
    pub const fn region(&self) -> &'a str {
        self.region
    }

    /// The service's signing name.
    #[must_use]
    pub const fn service(&self) -> &'a str {
        self.service
    }

    /// `{date}/{region}/{service}/aws4_request`.
    #[must_use]
    pub fn credential_scope(&self) -> String {
        format!("{}/{}/{}/aws4_request", self.date(), self.region, self.service)
    }

    /// The string to sign of a canonical request.
    #[must_use]
    pub fn string_to_sign(&self, request: &CanonicalRequest) -> String {
        format!("{ALGORITHM}\n{}\n{}\n{}", self.amz_date, self.credential_scope(), request.hash())
    }
}
