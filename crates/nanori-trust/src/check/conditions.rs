//! Findings about single conditions: keys, operators, values, and what happens when a key is absent.

use super::finding::{Finding, FindingKind};
use super::fix::{self, Fix};
use crate::evaluate::action_matches;
use crate::keys::{Known, look_up};
use crate::literal;
use crate::operator::{BaseOperator, Operator, SetOperator, ValueKind};
use crate::policy::{Condition, ConditionValue, Effect, Policy, Statement, Version};
use crate::request::{SET_SOURCE_IDENTITY, TAG_SESSION};
use crate::template::is_arn;

pub(super) fn check(policy: &Policy, findings: &mut Vec<Finding>) {
    for (index, statement) in policy.statements.iter().enumerate() {
        for condition in &statement.conditions {
            let mut add =
                |kind, place, fix| findings.push(Finding { kind, place, statement: Some(index), fix });
            key(condition, &mut add);
            absence(statement, condition, &mut add);
            like_without_wildcard(statement, condition, &mut add);
            for value in &condition.values {
                if policy.version == Version::V2008
                    && condition.operator.base.has_variables()
                    && value.template.as_str().contains("${")
                {
                    let kind = FindingKind::VariableIsLiteral { value: value.template.as_str().to_owned() };
                    add(kind, value.place, Some(fix::set_version(policy)));
                }
                self::value(condition, value, &mut add);
            }
        }
        further_action(index, statement, policy, findings);
    }
}

type Add<'a> = &'a mut dyn FnMut(FindingKind, crate::Place, Option<Fix>);

fn key(condition: &Condition, add: Add<'_>) {
    let key = condition.key.clone();
    match look_up(&condition.key) {
        Known::Unknown(suggestion) => {
            let fix = suggestion
                .filter(|known| !known.ends_with('/'))
                .map(|known| Fix::replace(condition.key_place, fix::quoted(known)));
            add(FindingKind::UnknownKey { key, suggestion }, condition.key_place, fix);
        }
        Known::Key { kind, many } => {
            let base = condition.operator.base;
            if many && condition.operator.set.is_none() && base != BaseOperator::Null {
                add(FindingKind::SetOperatorMissing { key: key.clone() }, condition.operator_place, None);
            }
            let used = base.value_kind();
            let fits = used == kind
                || used == ValueKind::Null
                // Text operators look at ARNs as text, and seconds since 1970 are numbers, too.
                || (used == ValueKind::String && kind == ValueKind::Arn)
                || (used == ValueKind::Numeric && kind == ValueKind::Date && key.eq_ignore_ascii_case("aws:EpochTime"));
            if !fits {
                let operator = condition.operator.to_string();
                add(
                    FindingKind::WrongOperator { key, operator, expected: kind },
                    condition.operator_place,
                    None,
                );
            }
        }
        Known::Claim => {}
    }
}

fn absence(statement: &Statement, condition: &Condition, add: Add<'_>) {
    let operator = condition.operator;
    let key = condition.key.clone();
    let lower = key.to_ascii_lowercase();
    let is_mfa = matches!(lower.as_str(), "aws:multifactorauthpresent" | "aws:multifactorauthage");
    let plain = |if_exists| {
        Fix::replace(condition.operator_place, fix::quoted(&Operator { if_exists, ..operator }.to_string()))
    };
    match statement.effect {
        Effect::Allow if is_mfa && operator.if_exists => {
            let demands =
                !condition.values.iter().any(|value| value.template.as_str().eq_ignore_ascii_case("false"));
            if demands {
                add(FindingKind::MfaIfExists { key }, condition.operator_place, Some(plain(false)));
            }
        }
        Effect::Allow if operator.set == Some(SetOperator::ForAllValues) && !asked_for(statement, &key) => {
            let fix = fix::add_condition(statement, "Null", &key, "false");
            add(FindingKind::ForAllValuesAdmitsAbsent { key }, condition.operator_place, fix);
        }
        Effect::Deny => {
            // Refusing those whose MFA is `false` or old misses long-term keys, which bring no MFA keys at all.
            let misses = is_mfa
                && !operator.if_exists
                && operator.set.is_none()
                && !operator.base.is_negated()
                && match operator.base {
                    BaseOperator::Bool => condition
                        .values
                        .iter()
                        .any(|value| value.template.as_str().eq_ignore_ascii_case("false")),
                    BaseOperator::NumericGreaterThan | BaseOperator::NumericGreaterThanEquals => true,
                    _ => false,
                };
            if misses && !asked_for(statement, &key) {
                add(FindingKind::DenyMissesAbsentKey { key }, condition.operator_place, Some(plain(true)));
            }
        }
        Effect::Allow => {}
    }
}

/// Whether a `Null` condition of the statement says what happens without the key.
fn asked_for(statement: &Statement, key: &str) -> bool {
    statement
        .conditions
        .iter()
        .any(|other| other.operator.base == BaseOperator::Null && other.key.eq_ignore_ascii_case(key))
}

fn like_without_wildcard(statement: &Statement, condition: &Condition, add: Add<'_>) {
    let base = match condition.operator.base {
        BaseOperator::StringLike => BaseOperator::StringEquals,
        BaseOperator::StringNotLike => BaseOperator::StringNotEquals,
        _ => return,
    };
    if condition.values.iter().any(|value| value.template.has_wildcard()) {
        return;
    }
    let operator = Operator { base, ..condition.operator };
    // The operator may hold other keys as well; renaming it would make two of one name, or change those.
    let alone =
        statement.conditions.iter().filter(|it| it.operator_place == condition.operator_place).count() == 1;
    let free = statement.conditions.iter().all(|it| it.operator != operator);
    let fix =
        (alone && free).then(|| Fix::replace(condition.operator_place, fix::quoted(&operator.to_string())));
    add(FindingKind::LikeWithoutWildcard { operator: operator.to_string() }, condition.operator_place, fix);
}

fn value(condition: &Condition, value: &ConditionValue, add: Add<'_>) {
    let text = value.template.as_str();
    let base = condition.operator.base;
    let good = match base.value_kind() {
        ValueKind::String => true,
        ValueKind::Numeric => literal::number(text).is_some(),
        ValueKind::Date => literal::date(text).is_some(),
        ValueKind::Bool | ValueKind::Null => {
            literal::boolean(text).is_some() || value.template.variables().next().is_some()
        }
        ValueKind::Binary => literal::base64(text).is_some(),
        ValueKind::IpAddress => literal::Block::parse(text).is_some(),
        ValueKind::Arn => {
            text == "*" || is_arn(text) || text.splitn(6, ':').count() == 6 || text.starts_with("${")
        }
    };
    if !good {
        let kind = FindingKind::BadValue { operator: condition.operator.to_string(), value: text.to_owned() };
        add(kind, value.place, None);
    }
    let literal_wildcard = matches!(
        base,
        BaseOperator::StringEquals
            | BaseOperator::StringNotEquals
            | BaseOperator::StringEqualsIgnoreCase
            | BaseOperator::StringNotEqualsIgnoreCase
    ) && value.template.has_wildcard();
    if literal_wildcard {
        add(FindingKind::WildcardIsLiteral { value: text.to_owned() }, value.place, None);
    }
}

/// A permission whose conditions ask for a source identity or tags, while nothing in the policy allows to set them.
fn further_action(index: usize, statement: &Statement, policy: &Policy, findings: &mut Vec<Finding>) {
    if statement.effect == Effect::Deny {
        return;
    }
    let asked = |test: fn(&str) -> bool| {
        statement.conditions.iter().find(|condition| {
            let optional = condition.operator.if_exists
                || condition.operator.base.is_negated()
                || condition.operator.base == BaseOperator::Null
                || condition.operator.set == Some(SetOperator::ForAllValues);
            !optional && test(&condition.key.to_ascii_lowercase())
        })
    };
    let allowed =
        |action| policy.statements.iter().any(|it| it.effect == Effect::Allow && action_matches(it, action));
    let source = asked(|key| key == "sts:sourceidentity");
    let tags = asked(|key| {
        key == "aws:tagkeys" || key == "sts:transitivetagkeys" || key.starts_with("aws:requesttag/")
    });
    for (condition, action, kind) in [
        (source, SET_SOURCE_IDENTITY, FindingKind::MissingSetSourceIdentity),
        (tags, TAG_SESSION, FindingKind::MissingTagSession),
    ] {
        if let Some(condition) = condition.filter(|_| !allowed(action)) {
            let fix = fix::add_action(statement, action);
            findings.push(Finding { kind, place: condition.key_place, statement: Some(index), fix });
        }
    }
}
