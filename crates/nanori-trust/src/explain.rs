//! Why a decision is what it is: statement by statement what was compared with what, and what would turn it round.
//!
//! Everything here is data; words for people are made from it elsewhere. The trace comes from the same functions that decide,
//! and every proposed change has been tried: with it the request is allowed.

mod attempt;
mod flip;
#[cfg(test)]
mod tests;
mod trace;

pub use attempt::{PolicyChange, RequestChange, RequestChangeKind};
pub use flip::Flip;
pub use trace::{ConditionTrace, Resolution, StatementTrace, ValueTrace};

use crate::access::{Access, authorize};
use crate::policy::Policy;
use crate::request::Request;

/// A decision with its reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The decision.
    pub access: Access,
    /// Per needed action, in the order of [`Access::actions`]: every statement of the trust policy.
    pub trust: Vec<Vec<StatementTrace>>,
    /// The smallest changes that would let the request pass, best first: what the caller can do, then what the
    /// administrator can. Empty if it passes already.
    pub flips: Vec<Flip>,
}

/// Explains the decision of [`authorize`].
#[must_use]
pub fn explain(request: &Request, trust: &Policy, identity: Option<&[Policy]>) -> Explanation {
    let access = authorize(request, trust, identity);
    let traces = access.actions.iter().map(|action| trace_policy(trust, request, &action.action)).collect();
    let flips = flip::find(request, trust, identity, &access);
    Explanation { access, trust: traces, flips }
}

/// What each statement of `policy` makes of `request` as far as `action` is concerned.
#[must_use]
pub fn trace_policy(policy: &Policy, request: &Request, action: &str) -> Vec<StatementTrace> {
    policy
        .statements
        .iter()
        .enumerate()
        .map(|(index, statement)| trace::trace(index, statement, request, action))
        .collect()
}
