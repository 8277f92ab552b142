//! From what must hold to policies that make it hold.
//!
//! A [`Form`] says who may assume a role and under which conditions; [`Form::policies`] gives the role's trust policy and the
//! policy that the callers need on their side, as documents that can be written in every form people keep policies in
//! ([`write_role`], [`write_identity`]). Conditions use `StringEquals` where nothing but one text shall pass: `StringLike`,
//! found in older articles, would read a `*` in a name as a wildcard.

mod document;
mod form;
mod statement;
#[cfg(test)]
mod tests;
mod tree;
mod write;

pub use document::Document;
pub use form::{Form, FormError, NameDemand, Rules, Who};
pub use write::{Output, write_identity, write_role};

/// The policies that a form comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Policies {
    /// The trust policy of the role.
    pub trust: Document,
    /// The policy for the callers' users, groups or roles; `None` if no caller has policies of AWS (providers, services).
    pub identity: Option<Document>,
}

impl Form {
    /// The policies that make the form's demands hold.
    ///
    /// # Errors
    /// [`FormError`] if nobody is named, or if a demand could never be met by somebody named.
    pub fn policies(&self) -> Result<Policies, FormError> {
        self.validate()?;
        Ok(Policies { trust: statement::trust(self), identity: statement::identity(self) })
    }
}
