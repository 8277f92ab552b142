//! Findings about who is trusted.

use super::Setting;
use super::finding::{Finding, FindingKind};
use super::fix;
use super::statements::assumes;
use crate::policy::{Effect, Policy, PrincipalName, Statement};

/// Services that run what the account itself set up and, for all that AWS documents, send no source keys when they assume
/// its role. (Lambda does: its developer guide, "Defining Lambda function permissions with an execution role", has both keys.)
const SERVICES_WITHOUT_SOURCE: [&str; 3] =
    ["ec2.amazonaws.com", "edgelambda.amazonaws.com", "spotfleet.amazonaws.com"];
/// OpenID Connect providers that many companies share, so that their tokens say in the subject whose they are.
/// Source: IAM user guide, "Identity-provider controls for shared OIDC providers". IAM refuses new trust policies without
/// such a claim; policies from before stay. Providers with an issuer for each company are not among them.
const SHARED_BY_SUBJECT: [&str; 17] = [
    "agent.buildkite.com",
    "app.terraform.io",
    "gitlab.com",
    "oidc-configuration.audit-log.githubusercontent.com",
    "oidc.codefresh.io",
    "oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu",
    "oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb",
    "proidc.upbound.io",
    "rh-oidc.s3.us-east-1.amazonaws.com/22ejnvnnturfmt6km08idd0nt4hekbn7",
    "rh-oidc.s3.us-east-1.amazonaws.com/23e3sd27sju1hoou6ohfs68vbno607tr",
    "rh-oidc.s3.us-east-1.amazonaws.com/23ne21h005qjl3n33d8dui5dlrmv2tmg",
    "rh-oidc.s3.us-east-1.amazonaws.com/24jrf12m5dj7ljlfb4ta2frhrcoadm26",
    "scalr.io",
    "studio.datachain.ai/api",
    "token.actions.githubusercontent.com",
    "tokens.cloud.shisho.dev",
    "vstoken.actions.githubusercontent.com",
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
    let shared = SHARED_BY_SUBJECT.iter().any(|known| {
        let rest = issuer.get(..known.len()).filter(|start| start.eq_ignore_ascii_case(known));
        rest.is_some() && matches!(issuer.as_bytes().get(known.len()), None | Some(b'/'))
    });
    let names_somebody = statement.conditions.iter().any(|condition| {
        let key = condition.key.to_ascii_lowercase();
        key.starts_with(&issuer.to_ascii_lowercase())
            && !key.ends_with(":aud")
            && !condition.operator.base.is_negated()
            && condition.values.iter().all(|value| !value.template.matches_everything())
    });
    // Google, Cognito, Pulumi, Vercel and others say in the audience whose application it is.
    if shared && !names_somebody {
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
