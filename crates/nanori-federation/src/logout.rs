//! Signing out of the console that is open, for browsers without multi-session.
//!
//! A page cannot see whether a browser has multi-session, so when to use this is the person's setting.

use nanori_identity::Partition;

use crate::{Destination, Issuer, Login, SigninEndpoint, endpoint::signin_host, form};

/// An address that ends the browser's console session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logout {
    url: String,
    comes_back: bool,
}

impl Logout {
    /// Signs out and shows `issuer` again, where AWS does that.
    #[must_use]
    pub fn back_to(endpoint: &SigninEndpoint, issuer: &Issuer) -> Self {
        Self::then(endpoint, issuer.as_str())
    }

    /// Signs out and goes on to a console page.
    #[must_use]
    pub fn on_to(endpoint: &SigninEndpoint, destination: &Destination) -> Self {
        Self::then(endpoint, destination.as_str())
    }

    /// Signs out and in again with the login's link: the token stands in a URL, as with [`Login::expose_link`].
    #[must_use]
    pub fn expose_and_in_again(endpoint: &SigninEndpoint, login: &Login) -> String {
        Self::then(endpoint, &login.expose_link()).url
    }

    /// The address.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Whether AWS goes on to where it is told. Only one sign-in host does, in partition `aws`; elsewhere the person
    /// has to come back by themselves.
    #[must_use]
    pub const fn comes_back(&self) -> bool {
        self.comes_back
    }

    fn then(endpoint: &SigninEndpoint, next: &str) -> Self {
        let partition = endpoint.partition();
        let comes_back = endpoint.local_origin().is_some() || partition == Partition::Aws;
        let origin = if endpoint.local_origin().is_none() && comes_back {
            format!("https://us-east-1.{}", signin_host(partition))
        } else {
            endpoint.origin().to_owned()
        };
        let fields = [("Action", Some("logout")), ("redirect_uri", comes_back.then_some(next))];
        let query =
            form::encode(fields.into_iter().filter_map(|(name, value)| value.map(|value| (name, value))));
        Self { url: format!("{origin}/oauth?{query}"), comes_back }
    }
}

#[cfg(test)]
mod tests;
