//! The smallest changes that let a refused request pass.
//!
//! Candidates come from the conditions that stand in the way; each set of one or two is tried with the evaluator, and only
//! those that work are kept. If no two suffice, one statement's whole list of failing conditions is tried.

use super::attempt::{PolicyChange, RequestChange, RequestChangeKind};
use crate::access::{Access, Basis, authorize};
use crate::caller::CallerKind;
use crate::context::Context;
use crate::evaluate::{Decision, action_matches, condition, principal};
use crate::literal;
use crate::operator::{BaseOperator, SetOperator, ValueKind};
use crate::policy::{Condition, Effect, Policy, Statement, Version};
use crate::request::Request;
use crate::template::Piece;

/// A set of changes that lets the request pass.
#[derive(Clone, Debug, PartialEq)]
pub enum Flip {
    /// Send something else.
    Request(Vec<RequestChange>),
    /// Write something else into the policies.
    Policy(Vec<PolicyChange>),
}

/// More than this many of each sort help nobody.
const SHOWN: usize = 3;
/// Keeps the number of pairs tried in the hundreds for hostile policies.
const CANDIDATES: usize = 32;

pub(super) fn find(
    request: &Request,
    trust: &Policy,
    identity: Option<&[Policy]>,
    access: &Access,
) -> Vec<Flip> {
    if access.decision == Decision::Allowed
        || matches!(request.caller().kind(), CallerKind::Root { .. } | CallerKind::FederatedUser { .. })
    {
        return Vec::new();
    }
    let passes = |request: &Request| authorize(request, trust, identity).decision == Decision::Allowed;
    let requests = request_changes(request, trust);
    let changed = |changes: &[&RequestChange]| {
        passes(&changes.iter().fold(request.clone(), |request, change| change.apply(request)))
    };
    let mut flips: Vec<Flip> =
        smallest(&requests, changed, |change| change.kind as u32).into_iter().map(Flip::Request).collect();
    if flips.is_empty() {
        flips.extend(whole_statement(request, trust, &passes).map(Flip::Request));
    }
    let policies = policy_changes(request, trust, access);
    let changed = |changes: &[&PolicyChange]| passes_with(changes, request, trust, identity);
    flips.extend(smallest(&policies, changed, PolicyChange::weight).into_iter().map(Flip::Policy));
    flips
}

/// The single candidates that work, or else the pairs, lightest first.
fn smallest<T: Clone + PartialEq>(
    candidates: &[T],
    works: impl Fn(&[&T]) -> bool,
    weight: impl Fn(&T) -> u32,
) -> Vec<Vec<T>> {
    let mut found: Vec<Vec<T>> =
        candidates.iter().filter(|one| works(&[one])).map(|one| vec![one.clone()]).collect();
    if found.is_empty() {
        for (index, first) in candidates.iter().enumerate() {
            for second in candidates.iter().skip(index + 1).filter(|second| works(&[first, second])) {
                found.push(vec![first.clone(), second.clone()]);
            }
        }
    }
    found.sort_by_key(|set| set.iter().map(&weight).sum::<u32>());
    found.truncate(SHOWN);
    found
}

/// Everything that one permitting statement still asks for, if nothing else of it stands in the way.
fn whole_statement(
    request: &Request,
    trust: &Policy,
    passes: &impl Fn(&Request) -> bool,
) -> Option<Vec<RequestChange>> {
    trust.statements.iter().filter(|statement| statement.effect == Effect::Allow).find_map(|statement| {
        let mut changed = request.clone();
        let mut changes = Vec::new();
        for condition in &statement.conditions {
            if !condition::evaluate(condition, changed.context()).holds {
                let change = wishes(condition, true, &changed).into_iter().next()?;
                changed = change.apply(changed);
                changes.push(change);
            }
        }
        passes(&changed).then_some(changes)
    })
}

fn request_changes(request: &Request, trust: &Policy) -> Vec<RequestChange> {
    let mut changes: Vec<RequestChange> = Vec::new();
    for statement in &trust.statements {
        let wanted = statement.effect == Effect::Allow;
        for condition in &statement.conditions {
            if condition::evaluate(condition, request.context()).holds != wanted {
                changes.extend(wishes(condition, wanted, request));
            }
        }
    }
    let mut distinct: Vec<RequestChange> = Vec::new();
    for change in changes {
        if !distinct
            .iter()
            .any(|seen| seen.key.eq_ignore_ascii_case(&change.key) && seen.values == change.values)
        {
            distinct.push(change);
        }
    }
    distinct.truncate(CANDIDATES);
    distinct
}

/// Values for the condition's key under which it holds (`wanted`) or does not.
fn wishes(condition: &Condition, wanted: bool, request: &Request) -> Vec<RequestChange> {
    let Some(kind) = RequestChangeKind::of(&condition.key) else { return Vec::new() };
    let context = request.context();
    let mut values: Vec<Vec<String>> = Vec::new();
    let base = condition.operator.base;
    for value in &condition.values {
        let pieces = value.template.pieces();
        let sample = match base.value_kind() {
            ValueKind::IpAddress => {
                value.template.as_str().split_once('/').map(|(address, _)| address.to_owned())
            }
            ValueKind::String | ValueKind::Arn | ValueKind::Bool if !pieces.is_empty() => {
                let wild = base.has_wildcards();
                sample(pieces, wild, context)
            }
            _ => None,
        };
        match (sample, base) {
            (Some(sample), _) => values.push(vec![sample]),
            (None, BaseOperator::Null) => values.push(Vec::new()),
            (None, _) if pieces.iter().any(|piece| matches!(piece, Piece::Variable { .. })) => {}
            (None, _) => values.push(vec![value.template.as_str().to_owned()]),
        }
    }
    // The caller's own name is the natural guess for everything that names a person.
    if matches!(kind, RequestChangeKind::SessionName | RequestChangeKind::SourceIdentity) {
        values.extend(request.caller().name().map(|name| vec![name.to_owned()]));
    }
    if kind == RequestChangeKind::Mfa {
        values = vec![vec!["true".to_owned()]];
    }
    if condition.operator.set == Some(SetOperator::ForAllValues) || !wanted {
        values.push(Vec::new());
    }
    values
        .into_iter()
        .map(|values| RequestChange {
            kind,
            key: canonical(kind, &condition.key),
            values,
            place: condition.key_place,
        })
        .filter(RequestChange::is_possible)
        .filter(|change| {
            let changed = change.apply(request.clone());
            condition::evaluate(condition, changed.context()).holds == wanted
        })
        .collect()
}

fn canonical(kind: RequestChangeKind, key: &str) -> String {
    match kind {
        RequestChangeKind::SessionName => "sts:RoleSessionName".to_owned(),
        RequestChangeKind::Mfa => "aws:MultiFactorAuthPresent".to_owned(),
        RequestChangeKind::ExternalId => "sts:ExternalId".to_owned(),
        RequestChangeKind::SourceIdentity => "sts:SourceIdentity".to_owned(),
        _ => key.to_owned(),
    }
}

/// The shortest text that a pattern lets pass.
fn sample(pieces: &[Piece], wild: bool, context: &Context) -> Option<String> {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Literal(literal) => text.push_str(literal),
            Piece::AnyRun if wild => {}
            Piece::AnyOne if wild => text.push('x'),
            Piece::AnyRun => text.push('*'),
            Piece::AnyOne => text.push('?'),
            Piece::Variable { key, default } => text.push_str(context.value(key).or(default.as_deref())?),
        }
    }
    Some(text)
}

fn policy_changes(request: &Request, trust: &Policy, access: &Access) -> Vec<PolicyChange> {
    let mut changes = Vec::new();
    let literal_variable = |statement: &Statement| {
        let mut values = statement.conditions.iter().flat_map(|condition| &condition.values);
        values.any(|value| value.template.as_str().contains("${"))
    };
    if trust.version == Version::V2008 && trust.statements.iter().any(literal_variable) {
        changes.push(PolicyChange::Version2012 { place: trust.version_place.unwrap_or(trust.place) });
    }
    for refused in access.actions.iter().filter(|action| action.decision != Decision::Allowed) {
        if matches!(refused.basis, Basis::IdentitySilent) {
            let resource = request.resource().to_owned();
            changes.push(PolicyChange::AllowInIdentityPolicy { action: refused.action.clone(), resource });
        }
        for (index, statement) in trust.statements.iter().enumerate() {
            match statement.effect {
                Effect::Allow => changes.extend(widen(index, statement, request, &refused.action)),
                Effect::Deny => {
                    changes.push(PolicyChange::DropStatement { statement: index, place: statement.place });
                }
            }
        }
    }
    let mut distinct: Vec<PolicyChange> = Vec::new();
    for change in changes {
        if !distinct.contains(&change) {
            distinct.push(change);
        }
    }
    distinct.truncate(CANDIDATES);
    distinct
}

/// What would make a permitting statement cover the request.
fn widen(index: usize, statement: &Statement, request: &Request, action: &str) -> Vec<PolicyChange> {
    let mut changes = Vec::new();
    if let Some(element) = &statement.principals
        && !element.negated
        && principal::matches(element, request.caller()).is_none()
        && let Some(principal) = own_principal(request)
    {
        changes.push(PolicyChange::AddPrincipal { statement: index, principal, place: element.place });
    }
    if !statement.actions.negated && !action_matches(statement, action) {
        let place = statement.actions.place;
        changes.push(PolicyChange::AddAction { statement: index, action: action.to_owned(), place });
    }
    for (number, condition) in statement.conditions.iter().enumerate() {
        if condition::evaluate(condition, request.context()).holds {
            continue;
        }
        let (statement, key) = (index, condition.key.clone());
        let base = condition.operator.base;
        if !base.is_negated()
            && matches!(base.value_kind(), ValueKind::String | ValueKind::IpAddress | ValueKind::Arn)
            && let Some(value) = request.context().value(&condition.key)
            && (base.value_kind() != ValueKind::IpAddress || literal::Block::parse(value).is_some())
        {
            let (value, place) = (value.to_owned(), condition.values_place);
            changes.push(PolicyChange::AddValue {
                statement,
                condition: number,
                key: key.clone(),
                value,
                place,
            });
        }
        changes.push(PolicyChange::DropCondition {
            statement,
            condition: number,
            key,
            place: condition.key_place,
        });
    }
    changes
}

/// The principal that names the caller and nobody else.
fn own_principal(request: &Request) -> Option<String> {
    match request.caller().kind() {
        CallerKind::WebIdentity { provider, .. } | CallerKind::Saml { provider, .. } => {
            Some(provider.clone())
        }
        CallerKind::Service { name } => Some(name.clone()),
        _ => request.caller().principal_arn().map(ToOwned::to_owned),
    }
}

fn passes_with(
    changes: &[&PolicyChange],
    request: &Request,
    trust: &Policy,
    identity: Option<&[Policy]>,
) -> bool {
    let mut changed = trust.clone();
    let mut ordered: Vec<&&PolicyChange> = changes.iter().collect();
    // Later places first, so that taking something away does not shift what is yet to be changed.
    ordered.sort_by_key(|change| core::cmp::Reverse(position(change)));
    for change in ordered {
        change.apply(&mut changed);
    }
    let granted = |action: &str| {
        changes.iter().any(|change| matches!(change, PolicyChange::AllowInIdentityPolicy { action: given, .. } if given == action))
    };
    let access = authorize(request, &changed, identity);
    access.actions.iter().all(|one| {
        one.decision == Decision::Allowed || (one.basis == Basis::IdentitySilent && granted(&one.action))
    })
}

fn position(change: &PolicyChange) -> (usize, usize) {
    match change {
        PolicyChange::AddValue { statement, condition, .. }
        | PolicyChange::DropCondition { statement, condition, .. } => (*statement, *condition),
        PolicyChange::AddPrincipal { statement, .. } | PolicyChange::AddAction { statement, .. } => {
            (*statement, usize::MAX)
        }
        PolicyChange::DropStatement { statement, .. } => (*statement, 0),
        PolicyChange::Version2012 { .. } | PolicyChange::AllowInIdentityPolicy { .. } => (usize::MAX, 0),
    }
}
