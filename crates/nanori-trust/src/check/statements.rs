//! Findings about the policy as a whole and about whole statements.

use super::finding::{Finding, FindingKind};
use super::fix::{self, Fix};
use crate::policy::{Effect, Policy, PrincipalName, Statement, Version, closest};
use crate::request;

/// Characters of a trust policy without white space: the default quota and what it can be raised to.
/// Source: IAM user guide, "IAM and AWS STS quotas".
const DEFAULT_SIZE: usize = 2048;
const MAXIMUM_SIZE: usize = 4096;

/// Actions that a trust policy can decide on.
const ACTIONS: [&str; 7] = [
    request::ASSUME_ROLE,
    request::ASSUME_ROLE_WITH_SAML,
    request::ASSUME_ROLE_WITH_WEB_IDENTITY,
    request::SET_SOURCE_IDENTITY,
    request::TAG_SESSION,
    "sts:SetContext",
    "sts:AssumeRoot",
];
/// Actions of STS that exist but that no trust policy decides on.
const OTHER_ACTIONS: [&str; 8] = [
    "sts:DecodeAuthorizationMessage",
    "sts:GetAccessKeyInfo",
    "sts:GetCallerIdentity",
    "sts:GetFederationToken",
    "sts:GetServiceBearerToken",
    "sts:GetSessionToken",
    "sts:GetWebIdentityToken",
    "sts:GetDelegatedAccessToken",
];

pub(super) fn check(policy: &Policy, findings: &mut Vec<Finding>) {
    let mut whole = |kind, fix| findings.push(Finding { kind, place: policy.place, statement: None, fix });
    if policy.size > MAXIMUM_SIZE {
        whole(FindingKind::OverMaximumSize { size: policy.size }, None);
    } else if policy.size > DEFAULT_SIZE {
        whole(FindingKind::OverDefaultSize { size: policy.size }, None);
    }
    if policy.version == Version::V2008 {
        whole(FindingKind::OldVersion, Some(fix::set_version(policy)));
    }
    if !policy.statements.iter().any(|statement| statement.effect == Effect::Allow && assumes(statement)) {
        whole(FindingKind::NobodyAllowed, None);
    }
    for (index, statement) in policy.statements.iter().enumerate() {
        actions(index, statement, findings);
        covered(index, statement, policy, findings);
    }
}

/// Whether a statement covers one of the three ways to assume a role.
pub(super) fn assumes(statement: &Statement) -> bool {
    ACTIONS.iter().take(3).any(|action| crate::evaluate::action_matches(statement, action))
}

fn actions(index: usize, statement: &Statement, findings: &mut Vec<Finding>) {
    let mut add = |kind, place, fix| findings.push(Finding { kind, place, statement: Some(index), fix });
    if statement.actions.negated {
        if statement.effect == Effect::Allow {
            add(FindingKind::NotActionAllows, statement.actions.key_place, None);
        }
        return;
    }
    for pattern in &statement.actions.items {
        let text = pattern.as_str();
        let service = text.split_once(':').map_or("*", |(service, _)| service);
        if !pattern.template.has_wildcard() && !service.eq_ignore_ascii_case("sts") {
            add(FindingKind::ForeignAction { action: text.to_owned() }, pattern.place, None);
        } else if !ACTIONS.iter().chain(&OTHER_ACTIONS).any(|action| pattern.matches(action)) {
            let suggestion = closest(text, ACTIONS);
            let fix = suggestion.map(|action| Fix::replace(pattern.place, fix::quoted(action)));
            add(FindingKind::UnknownAction { action: text.to_owned(), suggestion }, pattern.place, fix);
        }
    }
    called(index, statement, findings);
}

/// Principals of a kind that never calls any of the statement's actions.
fn called(index: usize, statement: &Statement, findings: &mut Vec<Finding>) {
    let Some(principals) = statement.principals.as_ref().filter(|principals| !principals.negated) else {
        return;
    };
    if statement.effect == Effect::Deny || !assumes(statement) {
        return;
    }
    let covers = |action| crate::evaluate::action_matches(statement, action);
    for pattern in &principals.items {
        let wanted = match &pattern.name {
            PrincipalName::Everyone | PrincipalName::CanonicalUser(_) => continue,
            PrincipalName::Provider(provider) if provider.contains(":saml-provider/") => {
                request::ASSUME_ROLE_WITH_SAML
            }
            PrincipalName::Provider(_) => request::ASSUME_ROLE_WITH_WEB_IDENTITY,
            _ => request::ASSUME_ROLE,
        };
        if !covers(wanted) {
            let kind = FindingKind::ActionNeverCalled { principal: pattern.name.to_string(), action: wanted };
            let fix = fix::add_action(statement, wanted);
            findings.push(Finding { kind, place: pattern.place, statement: Some(index), fix });
        }
    }
}

fn covered(index: usize, statement: &Statement, policy: &Policy, findings: &mut Vec<Finding>) {
    for (other_index, other) in policy.statements.iter().enumerate() {
        if other_index == index || other.effect != statement.effect {
            continue;
        }
        let (over, back) = (covers(other, statement), covers(statement, other));
        let kind = if over && back && other_index < index {
            FindingKind::DuplicateStatement { of: other_index }
        } else if over && !back {
            FindingKind::ShadowedStatement { by: other_index }
        } else {
            continue;
        };
        findings.push(Finding { kind, place: statement.place, statement: Some(index), fix: None });
        return;
    }
}

/// Whether everything that `narrow` takes effect for, `wide` does too. Errs on the side of no.
fn covers(wide: &Statement, narrow: &Statement) -> bool {
    let (Some(wide_principals), Some(narrow_principals)) = (&wide.principals, &narrow.principals) else {
        return false;
    };
    if wide_principals.negated || narrow_principals.negated || wide.actions.negated || narrow.actions.negated
    {
        return false;
    }
    let principals = narrow_principals.items.iter().all(|name| {
        wide_principals
            .items
            .iter()
            .any(|other| other.name == PrincipalName::Everyone || other.name == name.name)
    });
    let actions = narrow
        .actions
        .items
        .iter()
        .all(|action| wide.actions.items.iter().any(|other| other.matches(action.as_str())));
    let conditions = wide.conditions.iter().all(|condition| {
        narrow.conditions.iter().any(|other| {
            let values = |it: &crate::policy::Condition| -> Vec<String> {
                it.values.iter().map(|value| value.template.as_str().to_owned()).collect()
            };
            other.operator == condition.operator
                && other.key.eq_ignore_ascii_case(&condition.key)
                && values(other) == values(condition)
        })
    });
    principals && actions && conditions
}
