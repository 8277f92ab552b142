use proptest::prelude::*;

use super::{Callers, NameRule, Setting, check, name_rule};
use crate::Policy;

fn allow(principal: &str, action: &str, condition: &str) -> String {
    let condition = if condition.is_empty() { String::new() } else { format!(r#","Condition":{condition}"#) };
    format!(r#"{{"Effect":"Allow","Principal":{principal},"Action":{action}{condition}}}"#)
}

fn policy(statements: &str) -> String {
    format!(r#"{{"Version":"2012-10-17","Statement":[{statements}]}}"#)
}

const ACCOUNT: &str = r#"{"AWS":"111111111111"}"#;
const ROLE: &str = r#"{"AWS":"arn:aws:iam::111111111111:role/dev"}"#;
const ASSUME: &str = r#""sts:AssumeRole""#;
const NAMED: &str = r#"{"StringEquals":{"sts:RoleSessionName":"${aws:username}"}}"#;

fn setting() -> Setting {
    let account = |text: &str| text.parse().expect("an account");
    Setting {
        account: Some(account("222222222222")),
        own_accounts: vec![account("111111111111"), account("222222222222")],
        callers: Callers::Unknown,
    }
}

/// Checks that `text` has exactly the findings `expected` (codes, in order), and that every fix takes its finding away.
#[track_caller]
fn check_codes(text: &str, expected: &[&str]) {
    let report = check(text, &setting());
    let codes: Vec<&str> = report.findings.iter().map(|finding| finding.kind.code()).collect();
    assert_eq!(codes, expected, "{text}");
    for finding in &report.findings {
        let Some(fix) = &finding.fix else { continue };
        let fixed = fix.apply(text);
        let left = check(&fixed, &setting());
        assert!(
            !left.findings.iter().any(|other| other.kind == finding.kind),
            "{} in {fixed}",
            finding.kind.code()
        );
        let mistakes = |report: &super::Report| {
            report
                .findings
                .iter()
                .filter(|finding| matches!(finding.kind, super::FindingKind::Mistake(_)))
                .count()
        };
        assert!(mistakes(&left) <= mistakes(&report), "a fix makes no new mistakes: {fixed}");
    }
}

#[track_caller]
fn check_statement(statement: &str, expected: &[&str]) {
    check_codes(&policy(statement), expected);
}

#[test]
fn a_good_policy_has_no_findings() {
    check_statement(&allow(ACCOUNT, ASSUME, NAMED), &[]);
    check_statement(&allow(r#"{"Service":"ec2.amazonaws.com"}"#, ASSUME, ""), &[]);
    check_statement(&allow(ROLE, r#"["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]"#, ""), &[]);
}

#[test]
fn names() {
    check_statement(&allow(ACCOUNT, ASSUME, ""), &["account_without_name_rule"]);
    check_statement(&allow(ROLE, ASSUME, NAMED), &["name_never_matches"]);
    let like = |value: &str| format!(r#"{{"StringLike":{{"sts:RoleSessionName":"{value}"}}}}"#);
    check_statement(&allow(ACCOUNT, ASSUME, &like("*")), &["name_admits_everybody"]);
    check_statement(&allow(ACCOUNT, ASSUME, &like("${aws:username}*")), &["name_admits_others"]);
    check_statement(&allow(ACCOUNT, ASSUME, &like("${aws:username}")), &["like_without_wildcard"]);
    check_statement(
        &allow(ACCOUNT, ASSUME, r#"{"StringEquals":{"sts:RoleSessionName":"ops-*"}}"#),
        &["wildcard_is_literal"],
    );
    check_statement(
        &allow(ACCOUNT, ASSUME, r#"{"StringEqualsIfExists":{"sts:RoleSessionName":"${aws:username}"}}"#),
        &["name_may_be_absent"],
    );
    let refusal = r#"{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole","Condition":{"StringNotEquals":{"sts:RoleSessionName":"${aws:username}"}}}"#;
    check_statement(&format!("{},{refusal}", allow(ACCOUNT, ASSUME, "")), &[]);
    let sessions = Setting { callers: Callers::Sessions, ..setting() };
    let report = check(&policy(&allow(ACCOUNT, ASSUME, NAMED)), &sessions);
    assert_eq!(report.findings[0].kind.code(), "name_never_matches");
}

#[test]
fn the_older_language() {
    let old = |head: &str| format!(r#"{{{head}"Statement":{}}}"#, allow(ACCOUNT, ASSUME, NAMED));
    check_codes(&old(""), &["variable_is_literal", "old_version"]);
    check_codes(&old(r#""Version":"2008-10-17","#), &["variable_is_literal", "old_version"]);
}

#[test]
fn mfa() {
    let with = |condition: &str| allow(ROLE, ASSUME, condition);
    check_statement(&with(r#"{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"#), &[]);
    check_statement(&with(r#"{"BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}}"#), &["mfa_if_exists"]);
    check_statement(
        &with(r#"{"NumericLessThanIfExists":{"aws:MultiFactorAuthAge":"3600"}}"#),
        &["mfa_if_exists"],
    );
    let deny = |condition: &str| {
        format!(
            r#"{},{{"Effect":"Deny","Principal":"*","Action":"*","Condition":{condition}}}"#,
            allow(ROLE, ASSUME, "")
        )
    };
    check_statement(&deny(r#"{"Bool":{"aws:MultiFactorAuthPresent":"false"}}"#), &["deny_misses_absent_key"]);
    check_statement(&deny(r#"{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}"#), &[]);
    check_statement(
        &deny(r#"{"NumericGreaterThan":{"aws:MultiFactorAuthAge":"3600"}}"#),
        &["deny_misses_absent_key"],
    );
}

#[test]
fn who_is_trusted() {
    check_statement(&allow(r#""*""#, ASSUME, ""), &["everybody_trusted"]);
    check_statement(
        &allow(r#""*""#, ASSUME, r#"{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}"#),
        &["everybody_barely_limited"],
    );
    check_statement(&allow(r#""*""#, ASSUME, r#"{"StringEquals":{"aws:PrincipalOrgID":"o-abc"}}"#), &[]);
    let third = r#"{"AWS":"333333333333"}"#;
    check_statement(&allow(third, ASSUME, NAMED), &["missing_external_id"]);
    check_statement(
        &allow(
            third,
            ASSUME,
            r#"{"StringEquals":{"sts:ExternalId":"x1","sts:RoleSessionName":"${aws:username}"}}"#,
        ),
        &[],
    );
    check_statement(
        r#"{"Effect":"Allow","NotPrincipal":{"AWS":"333333333333"},"Action":"sts:AssumeRole"}"#,
        &["not_principal_allows"],
    );
    check_statement(&allow(r#"{"AWS":"AROA23456789012345678"}"#, ASSUME, ""), &["deleted_principal"]);
    check_statement(
        &allow(r#"{"Service":"cloudtrail.amazonaws.com"}"#, ASSUME, ""),
        &["service_without_source"],
    );
    check_statement(&allow(r#"{"Service":"lambda.amazonaws.com"}"#, ASSUME, ""), &["service_without_source"]);
    check_statement(&allow(r#"{"Service":"ec2.amazonaws.com"}"#, ASSUME, ""), &[]);
}

#[test]
fn shared_providers_need_a_subject_unless_the_audience_or_the_issuer_says_whose_the_token_is() {
    let check_issuer = |issuer: &str, codes: &[&str]| {
        let provider = format!(r#"{{"Federated":"arn:aws:iam::222222222222:oidc-provider/{issuer}"}}"#);
        let audience = format!(r#"{{"StringEquals":{{"{issuer}:aud":"ours"}}}}"#);
        check_statement(&allow(&provider, r#""sts:AssumeRoleWithWebIdentity""#, &audience), codes);
    };
    check_issuer("gitlab.com", &["provider_without_subject"]);
    check_issuer("token.actions.githubusercontent.com/our-enterprise", &["provider_without_subject"]);
    check_issuer("oidc.vercel.com", &[]);
    check_issuer("oidc.circleci.com/org/6a5b", &[]);
    check_issuer("gitlab.company.example", &[]);
}

#[test]
fn providers() {
    let github =
        r#"{"Federated":"arn:aws:iam::222222222222:oidc-provider/token.actions.githubusercontent.com"}"#;
    let web = r#""sts:AssumeRoleWithWebIdentity""#;
    check_statement(&allow(github, web, ""), &["provider_without_audience", "provider_without_subject"]);
    check_statement(
        &allow(
            github,
            web,
            r#"{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}"#,
        ),
        &["provider_without_subject"],
    );
    check_statement(
        &allow(
            github,
            web,
            r#"{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"},"StringLike":{"token.actions.githubusercontent.com:sub":"repo:corp/*"}}"#,
        ),
        &[],
    );
    check_statement(
        &allow(github, ASSUME, ""),
        &["action_never_called", "provider_without_audience", "provider_without_subject"],
    );
}

#[test]
fn misspelt() {
    check_statement(&allow(ROLE, r#""sts:AsumeRole""#, ""), &["unknown_action", "nobody_allowed"]);
    check_statement(&allow(ROLE, r#"["sts:AssumeRole","s3:GetObject"]"#, ""), &["foreign_action"]);
    check_statement(
        &allow(ROLE, ASSUME, r#"{"StringEquals":{"sts:RoleSesionName":"x1"}}"#),
        &["unknown_key"],
    );
    check_statement(
        &allow(ROLE, ASSUME, r#"{"StringEquals":{"aws:RoleSessionName":"x1"}}"#),
        &["unknown_key"],
    );
    check_statement(
        &allow(ROLE, ASSUME, r#"{"StringEqual":{"sts:RoleSessionName":"x1"}}"#),
        &["unknown_operator"],
    );
    check_codes(
        &policy(r#"{"Effect":"allow","Principle":"*","Action":"sts:AssumeRole","Resource":"*"}"#),
        &["missing", "unknown_effect", "unknown_element", "not_allowed_here"],
    );
}

#[test]
fn operators_and_values() {
    let with = |condition: &str| allow(ROLE, r#"["sts:AssumeRole","sts:TagSession"]"#, condition);
    check_statement(&with(r#"{"IpAddress":{"aws:SourceIp":"203.0.113.0/33"}}"#), &["bad_value"]);
    check_statement(&with(r#"{"StringLike":{"aws:SourceIp":"203.0.113.*"}}"#), &["wrong_operator"]);
    check_statement(&with(r#"{"StringEquals":{"aws:TagKeys":"team"}}"#), &["set_operator_missing"]);
    check_statement(
        &with(r#"{"ForAllValues:StringEquals":{"aws:TagKeys":["team"]}}"#),
        &["for_all_values_admits_absent"],
    );
    check_statement(
        &allow(ROLE, ASSUME, r#"{"StringEquals":{"sts:SourceIdentity":"${aws:PrincipalTag/name}"}}"#),
        &["missing_set_source_identity"],
    );
    check_statement(
        &allow(ROLE, ASSUME, r#"{"StringEquals":{"aws:RequestTag/team":"a"}}"#),
        &["missing_tag_session"],
    );
    check_statement(
        &allow(ACCOUNT, r#"["sts:AssumeRole","sts:SetSourceIdentity"]"#, ""),
        &["account_without_name_rule", "source_identity_unpinned"],
    );
}

#[test]
fn doubles_and_size() {
    let (one, more) =
        (allow(ROLE, ASSUME, ""), allow(ROLE, ASSUME, r#"{"StringEquals":{"sts:ExternalId":"x1"}}"#));
    check_statement(&format!("{one},{one}"), &["duplicate_statement"]);
    check_statement(&format!("{more},{one}"), &["shadowed_statement"]);
    let many = |count: usize| {
        let arns: Vec<String> =
            (0..count).map(|n| format!(r#""arn:aws:iam::111111111111:role/role{n:04}""#)).collect();
        allow(&format!(r#"{{"AWS":[{}]}}"#, arns.join(",")), ASSUME, "")
    };
    check_statement(&many(60), &["over_default_size"]);
    check_statement(&many(110), &["over_maximum_size"]);
}

#[test]
fn how_far_names_are_enforced() {
    let rule = |statements: &str| name_rule(&Policy::parse_trust(&policy(statements)).expect("a policy"));
    let open = allow(ACCOUNT, ASSUME, "");
    assert_eq!(rule(&allow(ACCOUNT, ASSUME, NAMED)), NameRule::UserName);
    assert_eq!(rule(&open), NameRule::Open);
    assert_eq!(rule(&format!("{open},{}", allow(ACCOUNT, ASSUME, NAMED))), NameRule::Partly);
    assert_eq!(
        rule(&allow(ROLE, ASSUME, r#"{"StringEquals":{"sts:SourceIdentity":"${aws:PrincipalTag/n}"}}"#)),
        NameRule::Pinned
    );
    assert_eq!(
        rule(&allow(ACCOUNT, ASSUME, r#"{"StringLike":{"sts:RoleSessionName":"*"}}"#)),
        NameRule::Open
    );
    assert_eq!(rule(&allow(r#"{"Service":"ec2.amazonaws.com"}"#, ASSUME, "")), NameRule::ServicesOnly);
    let service = allow(r#"{"Service":"ec2.amazonaws.com"}"#, ASSUME, "");
    assert_eq!(rule(&format!("{service},{}", allow(ACCOUNT, ASSUME, NAMED))), NameRule::UserName);
    assert_eq!(
        rule(&allow(r#"{"Federated":"accounts.google.com"}"#, r#""sts:AssumeRoleWithWebIdentity""#, "")),
        NameRule::FederatedOnly
    );
    assert_eq!(rule(&allow(ACCOUNT, r#""sts:TagSession""#, "")), NameRule::Nobody);
    let refusal = r#"{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole","Condition":{"StringNotEquals":{"sts:RoleSessionName":"${aws:username}"}}}"#;
    assert_eq!(rule(&format!("{open},{refusal}")), NameRule::UserName);
    let old = format!(r#"{{"Statement":{}}}"#, allow(ACCOUNT, ASSUME, NAMED));
    assert_eq!(name_rule(&Policy::parse_trust(&old).expect("a policy")), NameRule::Open);
}

proptest! {
    /// Any damage to a policy ends in findings, never in a panic, and fixes stay within the text.
    #[test]
    fn damaged_policies_are_reported(at in 0_usize..400, cut in 0_usize..12, put in r#"["{}\[\],:$*a-zé0-9 ]{0,6}"#) {
        let statements = format!("{},{}", allow(ACCOUNT, ASSUME, NAMED),
            allow(r#"{"Service":"ec2.amazonaws.com"}"#, ASSUME, r#"{"Bool":{"aws:MultiFactorAuthPresent":true}}"#));
        let whole = policy(&statements);
        let start = at.min(whole.len());
        let end = (start + cut).min(whole.len());
        let (before, after) = (whole.get(..start).expect("ASCII"), whole.get(end..).expect("ASCII"));
        let text = format!("{before}{put}{after}");
        let report = check(&text, &setting());
        prop_assert!(report.policy.is_some() || !report.findings.is_empty());
        for finding in &report.findings {
            if let Some(fix) = &finding.fix {
                prop_assert_ne!(fix.apply(&text), text.clone());
            }
        }
    }
}
