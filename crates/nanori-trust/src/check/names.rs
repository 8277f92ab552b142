//! Findings about names, and whether a policy makes names mandatory at all.

use super::finding::{Finding, FindingKind};
use super::fix::{self, Fix};
use super::principals::asks;
use super::statements::assumes;
use super::{Callers, Setting};
use crate::operator::{BaseOperator, SetOperator};
use crate::policy::{Condition, Effect, Policy, PrincipalName, Statement, Version};
use crate::request::{ASSUME_ROLE, SET_SOURCE_IDENTITY};
use crate::template::Piece;

/// How far a trust policy makes callers go by their own names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameRule {
    /// Every way in demands the IAM user name as session name or source identity: AWS itself enforces it.
    UserName,
    /// Every way in pins session name or source identity to fixed names or to a tag or claim of the caller.
    Pinned,
    /// Some ways in demand a name, others do not.
    Partly,
    /// At least one way in for people, and none demands a name.
    Open,
    /// Only services get in; there is nobody to name.
    ServicesOnly,
    /// Only identity providers let people in: the provider's token says who it is, the session name is the caller's choice.
    FederatedOnly,
    /// Nobody gets in.
    Nobody,
}

impl NameRule {
    /// Whether names are enforced wherever people get in.
    #[must_use]
    pub const fn is_enforced(self) -> bool {
        matches!(self, NameRule::UserName | NameRule::Pinned)
    }

    /// A stable word to find a message by.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            NameRule::UserName => "user_name",
            NameRule::Pinned => "pinned",
            NameRule::Partly => "partly",
            NameRule::Open => "open",
            NameRule::ServicesOnly => "services_only",
            NameRule::FederatedOnly => "federated_only",
            NameRule::Nobody => "nobody",
        }
    }
}

/// Says how far a trust policy makes callers go by their own names.
#[must_use]
pub fn name_rule(policy: &Policy) -> NameRule {
    let ways: Vec<&Statement> =
        policy.statements.iter().filter(|it| it.effect == Effect::Allow && assumes(it)).collect();
    if ways.is_empty() {
        return NameRule::Nobody;
    }
    let only = |test: fn(&PrincipalName) -> bool| {
        ways.iter().all(|it| {
            it.principals.as_ref().is_some_and(|p| !p.negated && p.items.iter().all(|item| test(&item.name)))
        })
    };
    if only(|name| matches!(name, PrincipalName::Service(_))) {
        return NameRule::ServicesOnly;
    }
    let refused = policy.statements.iter().filter(|it| it.effect == Effect::Deny).find_map(refusal);
    let strengths: Vec<Option<Strength>> = ways
        .iter()
        .filter(|it| !services_only(it))
        .map(|it| it.conditions.iter().filter_map(|condition| strength(condition, false)).max().max(refused))
        .collect();
    match (strengths.iter().min().copied().flatten(), strengths.iter().any(Option::is_some)) {
        (Some(Strength::UserName), _) => NameRule::UserName,
        (Some(Strength::Pinned), _) => NameRule::Pinned,
        (None, true) => NameRule::Partly,
        (None, false)
            if only(|name| matches!(name, PrincipalName::Provider(_) | PrincipalName::Service(_))) =>
        {
            NameRule::FederatedOnly
        }
        (None, false) => NameRule::Open,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    Pinned,
    UserName,
}

fn services_only(statement: &Statement) -> bool {
    let items = statement.principals.as_ref().map(|principals| (principals.negated, &principals.items));
    items.is_some_and(|(negated, items)| {
        !negated && items.iter().all(|it| matches!(it.name, PrincipalName::Service(_)))
    })
}

/// What a statement that refuses other names to everybody is worth.
fn refusal(statement: &Statement) -> Option<Strength> {
    let everybody = statement.principals.as_ref().is_some_and(|principals| {
        !principals.negated && principals.items.iter().any(|item| item.name == PrincipalName::Everyone)
    });
    match statement.conditions.as_slice() {
        [condition] if everybody && assumes(statement) => strength(condition, true),
        _ => None,
    }
}

/// What a condition on a name is worth: in a permission as a demand, in a refusal (`negated`) as its opposite.
fn strength(condition: &Condition, negated: bool) -> Option<Strength> {
    if !is_name(&condition.key) || condition.operator.set == Some(SetOperator::ForAllValues) {
        return None;
    }
    let fits = match condition.operator.base {
        BaseOperator::StringEquals | BaseOperator::StringLike => !negated && !condition.operator.if_exists,
        BaseOperator::StringNotEquals | BaseOperator::StringNotLike => negated,
        _ => false,
    };
    // In a policy without variables `${…}` is text that no name can be.
    let exact = condition.values.iter().all(|value| {
        let looks_like_variable = value.template.as_str().contains("${");
        let is_literal = looks_like_variable && value.template.pieces().is_empty();
        !value.template.has_wildcard() && !is_literal
    });
    if !fits || !exact {
        return None;
    }
    let user_name = condition.values.iter().all(|value| {
        matches!(value.template.pieces(), [Piece::Variable { key, default: None }] if key.eq_ignore_ascii_case("aws:username"))
    });
    Some(if user_name { Strength::UserName } else { Strength::Pinned })
}

fn is_name(key: &str) -> bool {
    key.eq_ignore_ascii_case("sts:RoleSessionName") || key.eq_ignore_ascii_case("sts:SourceIdentity")
}

pub(super) fn check(policy: &Policy, setting: &Setting, findings: &mut Vec<Finding>) {
    let refused =
        policy.statements.iter().filter(|it| it.effect == Effect::Deny).any(|it| refusal(it).is_some());
    for (index, statement) in policy.statements.iter().enumerate() {
        let mut add = |kind, place, fix| findings.push(Finding { kind, place, statement: Some(index), fix });
        for condition in &statement.conditions {
            for value in &condition.values {
                let text = value.template.as_str().to_owned();
                let reads_user_name =
                    value.template.variables().any(|key| key.eq_ignore_ascii_case("aws:username"));
                if statement.effect == Effect::Allow && reads_user_name && !has_users(statement, setting) {
                    add(FindingKind::NameNeverMatches { value: text.clone() }, value.place, None);
                }
                if statement.effect == Effect::Allow
                    && is_name(&condition.key)
                    && matches!(condition.operator.base, BaseOperator::StringLike)
                {
                    if value.template.matches_everything() {
                        add(FindingKind::NameAdmitsEverybody { value: text }, value.place, exact(condition));
                    } else if value.template.has_wildcard() && is_open_end(value.template.pieces()) {
                        add(FindingKind::NameAdmitsOthers { value: text }, value.place, exact(condition));
                    }
                }
            }
            if statement.effect == Effect::Allow && is_name(&condition.key) && condition.operator.if_exists {
                add(
                    FindingKind::NameMayBeAbsent { key: condition.key.clone() },
                    condition.operator_place,
                    None,
                );
            }
        }
        if statement.effect == Effect::Deny || !assumes(statement) {
            continue;
        }
        let named = statement
            .conditions
            .iter()
            .any(|condition| is_name(&condition.key) && !condition.operator.base.is_negated());
        if named || refused || !crate::evaluate::action_matches(statement, ASSUME_ROLE) {
            continue;
        }
        for pattern in statement.principals.iter().filter(|it| !it.negated).flat_map(|it| &it.items) {
            if let PrincipalName::Account { account, .. } = &pattern.name {
                let fix = (policy.version == Version::V2012 && setting.callers != Callers::Sessions)
                    .then(|| {
                        fix::add_condition(
                            statement,
                            "StringEquals",
                            "sts:RoleSessionName",
                            "${aws:username}",
                        )
                    })
                    .flatten();
                add(FindingKind::AccountWithoutNameRule { account: account.to_string() }, pattern.place, fix);
            }
        }
        // A single role that may set any source identity is a broker: it answers for the names itself.
        let many =
            statement.principals.iter().flat_map(|it| &it.items).any(|pattern| {
                matches!(pattern.name, PrincipalName::Account { .. } | PrincipalName::Everyone)
            });
        let sets = crate::evaluate::action_matches(statement, SET_SOURCE_IDENTITY);
        if many && sets && !asks(statement, "sts:SourceIdentity") {
            add(FindingKind::SourceIdentityUnpinned, statement.actions.place, None);
        }
    }
}

/// Whether an IAM user can be among the statement's callers.
fn has_users(statement: &Statement, setting: &Setting) -> bool {
    let Some(principals) = &statement.principals else { return true };
    principals.negated
        || principals.items.iter().any(|pattern| match &pattern.name {
            PrincipalName::Everyone | PrincipalName::Account { .. } => setting.callers != Callers::Sessions,
            PrincipalName::User(_) => true,
            PrincipalName::UniqueId(id) => id.starts_with("AIDA"),
            _ => false,
        })
}

/// A wildcard right after the user name, or before it: names of other people may begin or end alike.
fn is_open_end(pieces: &[Piece]) -> bool {
    let variable = |piece: &Piece| matches!(piece, Piece::Variable { .. });
    let wild = |piece: &Piece| matches!(piece, Piece::AnyRun | Piece::AnyOne);
    pieces.windows(2).any(|pair| match pair {
        [a, b] => (variable(a) && wild(b)) || (wild(a) && variable(b)),
        _ => false,
    })
}

/// `StringEquals` with the user name in place of the wildcard, if the condition has but that one value.
fn exact(condition: &Condition) -> Option<Fix> {
    let [value] = condition.values.as_slice() else { return None };
    Some(Fix { edits: vec![super::Edit { place: value.place, text: "\"${aws:username}\"".to_owned() }] })
}
