//! A generated policy document.

use super::tree::Tree;
use super::write;
use crate::policy::{Policy, PolicyKind};

/// A policy document, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(super) kind: PolicyKind,
    pub(super) tree: Tree,
}

impl Document {
    pub(super) fn new(kind: PolicyKind, statements: Vec<Tree>) -> Self {
        let tree = Tree::map([("Version", Tree::text("2012-10-17")), ("Statement", Tree::List(statements))]);
        Document { kind, tree }
    }

    /// What it is attached to.
    #[must_use]
    pub fn kind(&self) -> PolicyKind {
        self.kind
    }

    /// As JSON, indented by two spaces.
    #[must_use]
    pub fn json(&self) -> String {
        write::json(&self.tree)
    }

    /// As JSON in one line.
    #[must_use]
    pub fn compact_json(&self) -> String {
        write::compact_json(&self.tree)
    }

    /// As the evaluator reads it; `None` never happens for what this crate generates, as its tests show.
    #[must_use]
    pub fn policy(&self) -> Option<Policy> {
        Policy::parse(&self.compact_json(), self.kind).ok()
    }
}
