//! A policy document: trust policy of a role, or policy of an identity.
//!
//! Reading is as strict as IAM's own validation; a [`Policy`] that exists would be accepted by IAM as far as form goes.
//! Source: IAM user guide, "IAM JSON policy elements reference" and "Grammar of the IAM JSON policy language".

mod action;
mod condition;
mod document;
mod principal;
mod statement;
#[cfg(test)]
mod tests;
mod words;

pub use action::ActionPattern;
pub use condition::{Condition, ConditionValue};
pub use principal::{PrincipalKind, PrincipalName, PrincipalPattern};
pub use statement::{Effect, Matcher, ResourcePattern, Statement};
pub(crate) use words::closest;

use crate::json::{self, Node};
use crate::place::Place;
use crate::{Mistake, Mistakes};

/// A policy document as IAM would accept it.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Which kind of policy it is.
    pub kind: PolicyKind,
    /// The language it is written in.
    pub version: Version,
    /// Where `Version` stands, if it is there.
    pub version_place: Option<Place>,
    /// `Id`, if it is there.
    pub id: Option<String>,
    /// The statements; at least one.
    pub statements: Vec<Statement>,
    /// Its length in characters without white space, which IAM holds against its limits.
    pub size: usize,
    /// Where the whole document stands.
    pub place: Place,
}

/// What a policy is attached to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PolicyKind {
    /// To a role, saying who may assume it: statements have `Principal` and no `Resource`.
    Trust,
    /// To a user, group or role, saying what it may do: statements have `Resource` and no `Principal`.
    Identity,
}

/// The policy language's version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Version {
    /// `2012-10-17`, which has variables.
    V2012,
    /// `2008-10-17`, or no `Version` at all: `${…}` stands for itself.
    V2008,
}

impl Version {
    /// Whether `${…}` is a variable.
    #[must_use]
    pub const fn has_variables(self) -> bool {
        matches!(self, Version::V2012)
    }

    /// As written in a policy.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Version::V2012 => "2012-10-17",
            Version::V2008 => "2008-10-17",
        }
    }
}

impl Policy {
    /// Reads the trust policy of a role.
    ///
    /// # Errors
    /// Everything in it that IAM would refuse, each with its place; at least one.
    pub fn parse_trust(text: &str) -> Result<Self, Mistakes> {
        Self::parse(text, PolicyKind::Trust)
    }

    /// Reads the policy of a user, group or role.
    ///
    /// # Errors
    /// Everything in it that IAM would refuse, each with its place; at least one.
    pub fn parse_identity(text: &str) -> Result<Self, Mistakes> {
        Self::parse(text, PolicyKind::Identity)
    }

    /// Reads a policy of either kind.
    ///
    /// # Errors
    /// Everything in it that IAM would refuse, each with its place; at least one.
    pub fn parse(text: &str, kind: PolicyKind) -> Result<Self, Mistakes> {
        Self::from_node(&json::read(text)?, kind)
    }

    /// Reads a policy that stands inside a larger document, such as an account dump.
    ///
    /// # Errors
    /// As [`Policy::parse`].
    pub fn from_node(node: &Node<'_>, kind: PolicyKind) -> Result<Self, Mistakes> {
        let mut mistakes: Vec<Mistake> = Vec::new();
        let policy = document::read(node, kind, &mut mistakes);
        match policy {
            Some(policy) if mistakes.is_empty() => Ok(policy),
            _ => {
                mistakes.sort_by_key(|mistake| mistake.place);
                Err(Mistakes(mistakes))
            }
        }
    }
}
