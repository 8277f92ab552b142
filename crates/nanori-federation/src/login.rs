//! `login`: what the browser sends to AWS to be signed in.

use core::fmt;

use crate::{Destination, Issuer, SigninEndpoint, SigninToken, form};

/// A form for the browser to post at top level, in a new tab. It works once, within fifteen minutes.
///
/// Whoever has it can open the console: it has a redacted `Debug`, and leaves by `expose_…` only.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    action: String,
    issuer: Issuer,
    destination: Destination,
    token: SigninToken,
    was_shortened: bool,
}

impl Login {
    /// The login at the endpoint that gave the token.
    #[must_use]
    pub fn new(
        endpoint: &SigninEndpoint,
        token: SigninToken,
        destination: Destination,
        issuer: Issuer,
    ) -> Self {
        Self { action: endpoint.federation_url(), issuer, destination, token, was_shortened: false }
    }

    /// The same, of a console that lasts only as long as the credentials because AWS refused `SessionDuration`.
    pub(crate) fn shortened(self, was_shortened: bool) -> Self {
        Self { was_shortened, ..self }
    }

    /// Where to post: the form's `action`.
    #[must_use]
    pub fn action(&self) -> &str {
        &self.action
    }

    /// Where it leads.
    #[must_use]
    pub const fn destination(&self) -> &Destination {
        &self.destination
    }

    /// Whether AWS refused the duration that was wished for, so that the console ends with the credentials.
    #[must_use]
    pub const fn was_shortened(&self) -> bool {
        self.was_shortened
    }

    /// The form's hidden fields.
    #[must_use]
    pub fn expose_fields(&self) -> [(&'static str, &str); 4] {
        [
            ("Action", "login"),
            ("Issuer", self.issuer.as_str()),
            ("Destination", self.destination.as_str()),
            ("SigninToken", self.token.expose_token()),
        ]
    }

    /// The login as a link, for somebody who explicitly asks for one: the token then stands in a URL, in the browser's
    /// history and in every log on its way.
    #[must_use]
    pub fn expose_link(&self) -> String {
        format!("{}?{}", self.action, form::encode(self.expose_fields()))
    }
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Login({}, to {}, redacted)", self.action, self.destination)
    }
}

#[cfg(test)]
mod tests;
