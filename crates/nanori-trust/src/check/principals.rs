//! Findings about who is trusted.

use super::Setting;
use super::finding::{Finding, FindingKind};
use super::fix;
use super::statements::assumes;
use crate::policy::{Effect, Policy, PrincipalName, Statement};

/// Services that do not act for a resource or account of somebody else when they assume a role, and send no source keys.
const SERVICES_WITHOUT_SOURCE: [&str; 4] =
    ["ec2.amazonaws.com", "lambda.amazonaws.com", "edgelambda.amazonaws.com", "spotfleet.amazonaws.com"];
/// OpenID Connect providers whose tokens anybody can get, so that the audience alone says nothing about the company.
const SHARED_PROVIDERS: [&str; 8] = [
    "token.actions.githubusercontent.com",
    "gitlab.com",
    "app.terraform.io",
    "accounts.google.com",
    "agent.buildkite.com",
    "oidc.circleci.com",
    "api.bitbucket.org",
    "cognito-identity.amazonaws.com",
];

pub(super) fn check(policy: &Policy, setting: &Setting, findings: &mut Vec<Finding>) {
    for (index, statement) in policy.statements.iter().enumerate() {
        let Some(principals) = &statement.principals else { continue };
        let mut add = |kind, place, fix| findings.push(Finding { kind, place, statement: Some(index), fix });
        for pattern in &principals.items {
            if let PrincipalName::UniqueId(id) = &pattern.name {
                add(FindingKind::DeletedPrincipal { id: id.clone() }, pattern.place, None);
            }
        }
        if statement.effect == Effect::Deny {
            continue;
        }
        if principals.negated {
            add(FindingKind::NotPrincipalAllows, principals.key_place, None);
            continue;
        }
        if !assumes(statement) {
            continue;
        }
        for pattern in &principals.items {
            let place = pattern.place;
            match &pattern.name {
                PrincipalName::Everyone if statement.conditions.is_empty() => {
                    add(FindingKind::EverybodyTrusted, place, None);
                }
                PrincipalName::Everyone if !says_whose(statement) => {
                    add(FindingKind::EverybodyBarelyLimited, place, None);
                }
                PrincipalName::Account { account, .. }
                    if is_third_party(account, setting) && !asks(statement, "sts:ExternalId") =>
                {
                    add(FindingKind::MissingExternalId { account: account.to_string() }, place, None);
                }
                PrincipalName::Service(service) if !SERVICES_WITHOUT_SOURCE.contains(&service.as_str()) => {
                    let keys =
                        ["aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"];
                    if !keys.iter().any(|key| asks(statement, key)) {
                        let fix = setting.account.as_ref().and_then(|account| {
                            fix::add_condition(
                                statement,
                                "StringEquals",
                                "aws:SourceAccount",
                                account.as_str(),
                            )
                        });
                        add(FindingKind::ServiceWithoutSource { service: service.clone() }, place, fix);
                    }
                }
                PrincipalName::Provider(provider) if !provider.contains(":saml-provider/") => {
                    for kind in provider_findings(statement, provider) {
                        add(kind, place, None);
                    }
                }
                _ => {}
            }
        }
    }
}

fn provider_findings(statement: &Statement, provider: &str) -> Vec<FindingKind> {
    let issuer = provider.split_once(":oidc-provider/").map_or(provider, |(_, issuer)| issuer);
    let claim = |names: &[&str]| names.iter().any(|name| asks(statement, &format!("{issuer}:{name}")));
    let mut kinds = Vec::new();
    if !claim(&["aud", "app_id", "oaud", "azp"]) {
        kinds.push(FindingKind::ProviderWithoutAudience { provider: provider.to_owned() });
    }
    let host = issuer.split('/').next().unwrap_or_default();
    let shared = SHARED_PROVIDERS.contains(&host);
    let names_somebody = statement.conditions.iter().any(|condition| {
        let key = condition.key.to_ascii_lowercase();
        key.starts_with(&issuer.to_ascii_lowercase())
            && !key.ends_with(":aud")
            && !condition.operator.base.is_negated()
            && condition.values.iter().all(|value| !value.template.matches_everything())
    });
    // At Google and Cognito the audience is the company's own application.
    if shared && !names_somebody && !matches!(host, "accounts.google.com" | "cognito-identity.amazonaws.com")
    {
        kinds.push(FindingKind::ProviderWithoutSubject { provider: provider.to_owned() });
    }
    kinds
}

/// Whether a condition of the statement narrows by `key`: a plain comparison with something other than `*`.
pub(super) fn asks(statement: &Statement, key: &str) -> bool {
    statement.conditions.iter().any(|condition| {
        condition.key.eq_ignore_ascii_case(key)
            && !condition.operator.base.is_negated()
            && !condition.operator.if_exists
            && condition.values.iter().all(|value| !value.template.matches_everything())
    })
}

/// Whether the conditions say to which account, organization or principal a caller must belong, or ask for a shared secret.
fn says_whose(statement: &Statement) -> bool {
    [
        "aws:PrincipalOrgID",
        "aws:PrincipalOrgPaths",
        "aws:PrincipalAccount",
        "aws:PrincipalArn",
        "aws:userid",
        "sts:ExternalId",
        "aws:SourceVpce",
        "aws:SourceVpc",
    ]
    .iter()
    .any(|key| asks(statement, key))
}

fn is_third_party(account: &nanori_identity::AccountId, setting: &Setting) -> bool {
    !setting.own_accounts.is_empty()
        && !setting.own_accounts.contains(account)
        && setting.account.as_ref() != Some(account)
}
