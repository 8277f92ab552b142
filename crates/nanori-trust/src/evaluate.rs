//! One policy against one request: allowed, not mentioned, or refused.
//!
//! An explicit refusal wins over any permission; what nothing allows is refused implicitly.
//! How a trust policy and the caller's own policies work together is [`crate::access`]'s matter.
//! Source: IAM user guide, "Policy evaluation logic".

pub(crate) mod condition;
pub(crate) mod principal;
#[cfg(test)]
mod tests;

pub use condition::{ConditionOutcome, Reason};
pub use principal::Grant;

use crate::policy::{Effect, Matcher, Policy, ResourcePattern, Statement};
use crate::request::Request;

/// What a policy says about a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// A statement allows it and none refuses it.
    Allowed,
    /// No statement speaks of it, so it is refused.
    ImplicitlyDenied,
    /// A statement refuses it.
    ExplicitlyDenied,
}

/// A decision with the statement it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The decision.
    pub decision: Decision,
    /// Index of the deciding statement; `None` for an implicit denial.
    pub statement: Option<usize>,
    /// How the deciding statement names the caller; `None` in identity policies and for implicit denials.
    pub grant: Option<Grant>,
}

/// Decides on the main action of `request` by `policy` alone.
#[must_use]
pub fn evaluate(policy: &Policy, request: &Request) -> Verdict {
    evaluate_action(policy, request, request.action())
}

/// Decides on `action`, which may be another one that the request needs, by `policy` alone.
#[must_use]
pub fn evaluate_action(policy: &Policy, request: &Request, action: &str) -> Verdict {
    let mut verdict = Verdict { decision: Decision::ImplicitlyDenied, statement: None, grant: None };
    for (index, statement) in policy.statements.iter().enumerate() {
        if verdict.decision == Decision::Allowed
            && statement.effect == Effect::Allow
            && verdict.grant != Some(Grant::Account)
        {
            continue;
        }
        let Some(grant) = applies(statement, request, action) else { continue };
        let decided = |decision| Verdict { decision, statement: Some(index), grant };
        match statement.effect {
            Effect::Deny => return decided(Decision::ExplicitlyDenied),
            // Naming the caller itself says more than naming its account, so it may replace that.
            Effect::Allow if verdict.decision != Decision::Allowed || grant == Some(Grant::Direct) => {
                verdict = decided(Decision::Allowed);
            }
            Effect::Allow => {}
        }
    }
    verdict
}

/// Whether a statement takes effect for the request, and if so how it names the caller (`Some(None)`: it names nobody).
#[allow(clippy::option_option)]
fn applies(statement: &Statement, request: &Request, action: &str) -> Option<Option<Grant>> {
    if !action_matches(statement, action) {
        return None;
    }
    let grant = match &statement.principals {
        None => None,
        Some(principals) => Some(principal::matches(principals, request.caller())?),
    };
    if let Some(resources) = &statement.resources
        && !resource_matches(resources, request)
    {
        return None;
    }
    let context = request.context();
    statement
        .conditions
        .iter()
        .all(|condition| condition::evaluate(condition, context).holds)
        .then_some(grant)
}

/// Whether `Action` or `NotAction` covers `action`.
pub(crate) fn action_matches(statement: &Statement, action: &str) -> bool {
    statement.actions.items.iter().any(|pattern| pattern.matches(action)) != statement.actions.negated
}

/// Whether `Resource` or `NotResource` covers the request's resource. A variable without a value matches nothing.
pub(crate) fn resource_matches(resources: &Matcher<ResourcePattern>, request: &Request) -> bool {
    let context = request.context();
    let covers =
        |pattern: &ResourcePattern| pattern.template.matches(request.resource(), context).unwrap_or(false);
    resources.items.iter().any(covers) != resources.negated
}
