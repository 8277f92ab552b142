//! What one statement makes of a request.

use crate::context::Context;
use crate::evaluate::condition::{self, ConditionOutcome};
use crate::evaluate::{Grant, action_matches, principal, resource_matches};
use crate::operator::Operator;
use crate::place::Place;
use crate::policy::{Condition, ConditionValue, Effect, Statement};
use crate::request::Request;

/// One statement held against one request.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementTrace {
    /// Its index in the policy.
    pub index: usize,
    /// Its `Sid`, if it has one.
    pub sid: Option<String>,
    /// What it says.
    pub effect: Effect,
    /// Where it stands.
    pub place: Place,
    /// Whether it takes effect: all of the following match.
    pub applies: bool,
    /// Whether `Action` or `NotAction` covers the action.
    pub action: bool,
    /// How `Principal` or `NotPrincipal` means the caller: `None` if there is no such element, `Some(None)` if it does not.
    #[allow(clippy::option_option)]
    pub principal: Option<Option<Grant>>,
    /// Whether `Resource` or `NotResource` covers the resource; `None` if there is no such element.
    pub resource: Option<bool>,
    /// Every condition.
    pub conditions: Vec<ConditionTrace>,
}

/// One condition held against one request.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionTrace {
    /// The operator.
    pub operator: Operator,
    /// The key, as the policy spells it.
    pub key: String,
    /// Where the key stands.
    pub place: Place,
    /// The request's values of that key; `None` if it has none.
    pub request: Option<Vec<String>>,
    /// The policy's values.
    pub policy: Vec<ValueTrace>,
    /// Whether the condition holds, and why.
    pub outcome: ConditionOutcome,
}

/// One value of a policy held against a request.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueTrace {
    /// As written.
    pub written: String,
    /// What it stands for in this request.
    pub resolution: Resolution,
    /// Whether one of the request's values is what it says (negation left out); `None` if nothing could be compared.
    pub matches: Option<bool>,
    /// Where it stands.
    pub place: Place,
}

/// What a policy's value stands for in a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// What is written.
    AsWritten,
    /// This text, once the variables are filled in.
    Filled(String),
    /// Nothing: the request has no value, or several, for this variable.
    NoValue {
        /// The variable's key.
        key: String,
        /// Whether it has several.
        many: bool,
    },
    /// What is written, although it looks like a variable: the policy's version has none.
    LiteralVariable,
}

pub(super) fn trace(index: usize, statement: &Statement, request: &Request, action: &str) -> StatementTrace {
    let principal =
        statement.principals.as_ref().map(|element| principal::matches(element, request.caller()));
    let resource = statement.resources.as_ref().map(|element| resource_matches(element, request));
    let action = action_matches(statement, action);
    let conditions: Vec<ConditionTrace> =
        statement.conditions.iter().map(|condition| trace_condition(condition, request.context())).collect();
    let applies = action
        && principal.is_none_or(|grant| grant.is_some())
        && resource != Some(false)
        && conditions.iter().all(|condition| condition.outcome.holds);
    StatementTrace {
        index,
        sid: statement.sid.clone(),
        effect: statement.effect,
        place: statement.place,
        applies,
        action,
        principal,
        resource,
        conditions,
    }
}

fn trace_condition(condition: &Condition, context: &Context) -> ConditionTrace {
    let request = context.values(&condition.key);
    let policy = condition
        .values
        .iter()
        .map(|value| ValueTrace {
            written: value.template.as_str().to_owned(),
            resolution: resolution(value, context),
            matches: request.and_then(|values| {
                let compare =
                    |given: &String| condition::compare(condition.operator.base, value, given, context);
                values.iter().filter_map(compare).reduce(|any, one| any || one)
            }),
            place: value.place,
        })
        .collect();
    ConditionTrace {
        operator: condition.operator,
        key: condition.key.clone(),
        place: condition.key_place,
        request: request.map(<[String]>::to_vec),
        policy,
        outcome: condition::evaluate(condition, context),
    }
}

fn resolution(value: &ConditionValue, context: &Context) -> Resolution {
    let template = &value.template;
    if template.variables().next().is_none() {
        let looks = template
            .as_str()
            .split_once("${")
            .is_some_and(|(_, rest)| rest.contains(':') && rest.contains('}'));
        return if looks { Resolution::LiteralVariable } else { Resolution::AsWritten };
    }
    match template.resolve(context) {
        Ok(text) => Resolution::Filled(text.into_owned()),
        Err(unresolved) => Resolution::NoValue { key: unresolved.key.to_owned(), many: unresolved.many },
    }
}
