use insta::assert_snapshot;
use nanori_identity::{Partition, RoleArn, Timestamp};
use proptest::prelude::*;

use super::{Form, FormError, NameDemand, Output, Rules, Who, write_identity, write_role};
use crate::check::{Setting, Severity, check};
use crate::{Caller, CallerKind, Decision, Request, authorize};

const PROVIDER: &str = "arn:aws:iam::222222222222:oidc-provider/id.example.com/tenant";

fn account(text: &str) -> nanori_identity::AccountId {
    text.parse().expect("an account")
}

fn role(text: &str) -> RoleArn {
    text.parse().expect("a role")
}

fn form(who: Vec<Who>, rules: Rules) -> Form {
    Form { role: role("arn:aws:iam::222222222222:role/team/admin_role"), who, rules }
}

fn story() -> Form {
    let who = vec![Who::User {
        account: account("111111111111"),
        path: "/".to_owned(),
        name: "work_api".to_owned(),
    }];
    let rules = Rules {
        name: NameDemand::UserName,
        mfa_minutes: Some(60),
        session_hours: Some(2),
        ..Rules::default()
    };
    form(who, rules)
}

#[test]
fn every_output() {
    let form = story();
    let policies = form.policies().expect("policies");
    let of = |output| write_role(&form, &policies.trust, output);
    assert_snapshot!(of(Output::Json), @r#"
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "AssumeRole",
          "Effect": "Allow",
          "Principal": {
            "AWS": "arn:aws:iam::111111111111:user/work_api"
          },
          "Action": "sts:AssumeRole",
          "Condition": {
            "StringEquals": {
              "sts:RoleSessionName": "${aws:username}"
            },
            "Bool": {
              "aws:MultiFactorAuthPresent": "true"
            },
            "NumericLessThanEquals": {
              "aws:MultiFactorAuthAge": "3600"
            }
          }
        }
      ]
    }
    "#);
    assert_snapshot!(of(Output::Terraform), @r#"
    resource "aws_iam_role" "admin_role" {
      name = "admin_role"
      path = "/team/"
      max_session_duration = 7200
      assume_role_policy = jsonencode({
        Version = "2012-10-17",
        Statement = [
          {
            Sid = "AssumeRole",
            Effect = "Allow",
            Principal = {
              AWS = "arn:aws:iam::111111111111:user/work_api"
            },
            Action = "sts:AssumeRole",
            Condition = {
              StringEquals = {
                "sts:RoleSessionName" = "$${aws:username}"
              },
              Bool = {
                "aws:MultiFactorAuthPresent" = "true"
              },
              NumericLessThanEquals = {
                "aws:MultiFactorAuthAge" = "3600"
              }
            }
          }
        ]
      })
    }
    "#);
    assert_snapshot!(of(Output::CloudFormationYaml), @r#"
    AWSTemplateFormatVersion: "2010-09-09"
    Resources:
      AdminRole:
        Type: "AWS::IAM::Role"
        Properties:
          RoleName: "admin_role"
          Path: "/team/"
          MaxSessionDuration: 7200
          AssumeRolePolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Sid: "AssumeRole"
                Effect: "Allow"
                Principal:
                  AWS: "arn:aws:iam::111111111111:user/work_api"
                Action: "sts:AssumeRole"
                Condition:
                  StringEquals:
                    "sts:RoleSessionName": "${aws:username}"
                  Bool:
                    "aws:MultiFactorAuthPresent": "true"
                  NumericLessThanEquals:
                    "aws:MultiFactorAuthAge": "3600"
    "#);
    assert_snapshot!(of(Output::CdkTypeScript), @r"
    import { Stack, aws_iam as iam } from 'aws-cdk-lib';
    import { Construct } from 'constructs';

    export class AdminRoleStack extends Stack {
      constructor(scope: Construct, id: string) {
        super(scope, id);
        new iam.CfnRole(this, 'AdminRole', {
          roleName: 'admin_role',
          path: '/team/',
          maxSessionDuration: 7200,
          assumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'AssumeRole',
                Effect: 'Allow',
                Principal: {
                  AWS: 'arn:aws:iam::111111111111:user/work_api'
                },
                Action: 'sts:AssumeRole',
                Condition: {
                  StringEquals: {
                    'sts:RoleSessionName': '${aws:username}'
                  },
                  Bool: {
                    'aws:MultiFactorAuthPresent': 'true'
                  },
                  NumericLessThanEquals: {
                    'aws:MultiFactorAuthAge': '3600'
                  }
                }
              }
            ]
          }
        });
      }
    }
    ");
    assert_snapshot!(of(Output::AwsCli), @r#"
    # A new role:
    aws iam create-role --role-name admin_role --path /team/ --max-session-duration 7200 --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Sid":"AssumeRole","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/work_api"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:RoleSessionName":"${aws:username}"},"Bool":{"aws:MultiFactorAuthPresent":"true"},"NumericLessThanEquals":{"aws:MultiFactorAuthAge":"3600"}}}]}'
    # A role that is there already:
    aws iam update-assume-role-policy --role-name admin_role --policy-document '{"Version":"2012-10-17","Statement":[{"Sid":"AssumeRole","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:user/work_api"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:RoleSessionName":"${aws:username}"},"Bool":{"aws:MultiFactorAuthPresent":"true"},"NumericLessThanEquals":{"aws:MultiFactorAuthAge":"3600"}}}]}'
    aws iam update-role --role-name admin_role --max-session-duration 7200
    "#);
    let identity = policies.identity.expect("a policy for the callers");
    assert_snapshot!(write_identity("switch-to-admin", &identity, Output::Terraform), @r#"
    resource "aws_iam_policy" "switch_to_admin" {
      name = "switch-to-admin"
      policy = jsonencode({
        Version = "2012-10-17",
        Statement = [
          {
            Sid = "AssumeRole",
            Effect = "Allow",
            Action = "sts:AssumeRole",
            Resource = "arn:aws:iam::222222222222:role/team/admin_role"
          }
        ]
      })
    }
    "#);
}

#[test]
fn a_template_in_json_holds_the_same_policy() {
    let form = story();
    let policies = form.policies().expect("policies");
    let template: serde_json::Value =
        serde_json::from_str(&write_role(&form, &policies.trust, Output::CloudFormationJson)).expect("JSON");
    let document: serde_json::Value = serde_json::from_str(&policies.trust.json()).expect("JSON");
    assert_eq!(template["Resources"]["AdminRole"]["Properties"]["AssumeRolePolicyDocument"], document);
}

#[test]
fn a_broker_is_named_and_its_names_are_pinned() {
    let broker = Who::Role(role("arn:aws:iam::333333333333:role/portal"));
    let rules = Rules {
        name: NameDemand::SourceIdentity,
        name_patterns: vec!["*@example.com".to_owned()],
        ..Rules::default()
    };
    let policies = form(vec![broker], rules).policies().expect("policies");
    assert_snapshot!(policies.trust.compact_json(), @r#"{"Version":"2012-10-17","Statement":[{"Sid":"AssumeRole","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::333333333333:role/portal"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:RoleSessionName":"${sts:SourceIdentity}"},"StringLike":{"sts:RoleSessionName":"*@example.com"}}},{"Sid":"SetSourceIdentity","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::333333333333:role/portal"},"Action":"sts:SetSourceIdentity","Condition":{"StringLike":{"sts:SourceIdentity":"*@example.com"}}}]}"#);
}

#[test]
fn demands_that_nobody_could_meet_are_refused() {
    let refused = |who: Who, rules: Rules| form(vec![who], rules).policies().expect_err("no policy").code();
    let portal = || Who::Role(role("arn:aws:iam::333333333333:role/portal"));
    let provider = || Who::Provider { arn: PROVIDER.to_owned(), audience: "portal".to_owned() };
    assert_eq!(form(Vec::new(), Rules::default()).policies(), Err(FormError::Nobody));
    assert_eq!(refused(portal(), Rules { name: NameDemand::UserName, ..Rules::default() }), "no_user_name");
    assert_eq!(refused(portal(), Rules { name: NameDemand::Subject, ..Rules::default() }), "no_subject");
    assert_eq!(refused(portal(), Rules { mfa_minutes: Some(5), ..Rules::default() }), "no_mfa");
    assert_eq!(
        refused(portal(), Rules { addresses: vec!["10.0.0.0/99".to_owned()], ..Rules::default() }),
        "bad_value"
    );
    assert_eq!(
        refused(portal(), Rules { source_identity: true, ..Rules::default() }),
        "source_identity_without_name"
    );
    let id = "partner-1".parse().expect("an external id");
    assert_eq!(refused(provider(), Rules { external_id: Some(id), ..Rules::default() }), "no_external_id");
}

/// Who is tried against each generated policy.
fn callers() -> Vec<Caller> {
    let user = |id: &str, path: &str, name: &str| Caller::user(Partition::Aws, account(id), path, name);
    let issued = Timestamp::from_unix(1_767_323_045).expect("a time");
    vec![
        user("111111111111", "/", "work_api").tag("team", "a").tag("name", "work_api"),
        user("111111111111", "/", "other").tag("name", "other"),
        user("111111111111", "/ops/", "work_api").tag("team", "b"),
        user("111111111111", "/", "work_api").tag("team", "a").issued(issued).mfa_session(900),
        user("111111111111", "/", "work_api").tag("team", "a").issued(issued).mfa_session(901),
        user("222222222222", "/", "work_api").tag("team", "a").tag("name", "work_api"),
        user("999999999999", "/", "work_api").tag("team", "a"),
        Caller::role_session(role("arn:aws:iam::333333333333:role/portal"), "work_api")
            .tag("team", "a")
            .tag("name", "work_api"),
        Caller::role_session(role("arn:aws:iam::333333333333:role/other"), "work_api"),
        Caller::role_session(role("arn:aws:iam::111111111111:role/dev"), "work_api").tag("team", "a"),
        Caller::root(Partition::Aws, account("111111111111")),
        Caller::web_identity(Partition::Aws, PROVIDER).claim("aud", ["portal"]).claim("sub", ["work_api"]),
        Caller::web_identity(Partition::Aws, PROVIDER).claim("aud", ["another"]).claim("sub", ["work_api"]),
        Caller::web_identity(Partition::Aws, "arn:aws:iam::222222222222:oidc-provider/id.example.org")
            .claim("aud", ["portal"])
            .claim("sub", ["work_api"]),
        Caller::service(Partition::Aws, "ec2.amazonaws.com"),
    ]
}

fn is_meant(who: &Who, caller: &Caller) -> bool {
    match (who, caller.kind()) {
        (Who::Account(account), CallerKind::User { .. } | CallerKind::RoleSession { .. }) => {
            caller.account() == Some(account)
        }
        (Who::User { account, path, name }, CallerKind::User { account: a, path: p, name: n }) => {
            (account, path, name) == (a, p, n)
        }
        (Who::Role(role), CallerKind::RoleSession { role: r, .. }) => role == r,
        (Who::Provider { arn, audience }, CallerKind::WebIdentity { provider, claims }) => {
            arn == provider
                && claims
                    .iter()
                    .any(|(claim, values)| claim == "aud" && values == std::slice::from_ref(audience))
        }
        _ => false,
    }
}

/// Says in plain words of the form, without any policy, whether the request is what the form asks for.
fn is_intended(form: &Form, request: &Request) -> bool {
    let (caller, rules) = (request.caller(), &form.rules);
    let value = |key: &str| request.context().value(key);
    let session = value("sts:RoleSessionName");
    let source = value("sts:SourceIdentity");
    let name = match &rules.name {
        NameDemand::Any => None,
        NameDemand::UserName => match caller.kind() {
            CallerKind::User { name, .. } => Some(name.as_str()),
            _ => return false,
        },
        NameDemand::PrincipalTag(key) => match value(&format!("aws:PrincipalTag/{key}")) {
            Some(tag) => Some(tag),
            None => return false,
        },
        NameDemand::Subject => value("id.example.com/tenant:sub"),
        NameDemand::SourceIdentity => match source {
            Some(source) => Some(source),
            None => return false,
        },
    };
    let sets_source = rules.source_identity || rules.name == NameDemand::SourceIdentity;
    let suffix_fits = |name: Option<&str>| {
        name.is_some_and(|name| rules.name_patterns.is_empty() || name.starts_with("work"))
    };
    let source_fits = match source {
        None => !sets_source,
        Some(source) => sets_source && name.is_none_or(|name| name == source),
    };
    let tag_keys = request.context().values("aws:TagKeys").unwrap_or_default();
    let tags_fit = rules
        .session_tags
        .iter()
        .all(|(key, wanted)| value(&format!("aws:RequestTag/{key}")) == Some(wanted))
        && tag_keys.iter().all(|key| rules.session_tags.iter().any(|(wanted, _)| wanted == key));
    let age = value("aws:MultiFactorAuthAge").and_then(|age| age.parse::<u32>().ok());
    form.who.iter().any(|who| is_meant(who, caller))
        && name.is_none_or(|name| session == Some(name))
        && suffix_fits(session)
        && source_fits
        && tags_fit
        && rules.mfa_minutes.is_none_or(|minutes| age.is_some_and(|age| age <= minutes * 60))
        && rules.external_id.as_ref().is_none_or(|id| value("sts:ExternalId") == Some(id.as_str()))
        && rules
            .principal_tags
            .iter()
            .all(|(key, wanted)| value(&format!("aws:PrincipalTag/{key}")) == Some(wanted))
        && (rules.addresses.is_empty()
            || value("aws:SourceIp").is_some_and(|address| address.starts_with("203.0.113.")))
        && rules
            .until
            .is_none_or(|until| value("aws:CurrentTime").is_some_and(|now| now < until.to_string().as_str()))
}

fn any_who() -> impl Strategy<Value = Who> {
    prop_oneof![
        Just(Who::Account(account("111111111111"))),
        Just(Who::Account(account("222222222222"))),
        Just(Who::User {
            account: account("111111111111"),
            path: "/".to_owned(),
            name: "work_api".to_owned()
        }),
        Just(Who::User {
            account: account("222222222222"),
            path: "/".to_owned(),
            name: "work_api".to_owned()
        }),
        Just(Who::Role(role("arn:aws:iam::333333333333:role/portal"))),
        Just(Who::Provider { arn: PROVIDER.to_owned(), audience: "portal".to_owned() }),
    ]
}

fn any_rules() -> impl Strategy<Value = Rules> {
    let name = prop_oneof![
        Just(NameDemand::Any),
        Just(NameDemand::UserName),
        Just(NameDemand::PrincipalTag("name".to_owned())),
        Just(NameDemand::Subject),
        Just(NameDemand::SourceIdentity),
    ];
    let maybe = || prop::bool::weighted(0.3);
    (name, maybe(), maybe(), maybe(), maybe(), maybe(), maybe(), maybe(), maybe()).prop_map(
        |(name, pattern, source, mfa, external, session_tag, principal_tag, address, until)| Rules {
            name_patterns: if pattern { vec!["work*".to_owned()] } else { Vec::new() },
            source_identity: source && name != NameDemand::Any,
            name,
            mfa_minutes: mfa.then_some(15),
            external_id: external.then(|| "partner-1".parse().expect("an external id")),
            session_tags: if session_tag {
                vec![("ticket".to_owned(), "OPS-7".to_owned())]
            } else {
                Vec::new()
            },
            principal_tags: if principal_tag {
                vec![("team".to_owned(), "a".to_owned())]
            } else {
                Vec::new()
            },
            addresses: if address { vec!["203.0.113.0/24".to_owned()] } else { Vec::new() },
            until: until.then(|| Timestamp::from_unix(1_770_000_000).expect("a time")),
            session_hours: None,
        },
    )
}

/// Every way of filling in a request that matters to some rule.
fn requests(form: &Form, caller: &Caller, choice: u32) -> Request {
    let pick = |bit: u32| choice >> bit & 1 == 1;
    let now = Timestamp::from_unix(if pick(0) { 1_767_323_045 } else { 1_780_000_000 }).expect("a time");
    let mut request = Request::assume_role(caller.clone(), form.role.clone())
        .session_name(if pick(1) { "work_api" } else { "other" })
        .source_ip(if pick(2) { "203.0.113.7" } else { "198.51.100.7" })
        .at(now);
    if pick(3) && caller.account().is_some() {
        request = request.mfa();
    }
    if pick(4) {
        request = request.external_id("partner-1");
    }
    if pick(5) {
        request = request.source_identity(if pick(6) { "work_api" } else { "other" });
    }
    if pick(7) {
        request = request.tag("ticket", if pick(8) { "OPS-7" } else { "OPS-8" });
    }
    if choice.is_multiple_of(11) {
        request = request.tag("extra", "x");
    }
    request
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    /// The heart of the matter: what is generated admits exactly the intended people, under exactly the intended conditions.
    #[test]
    fn generated_policies_admit_the_intended_and_nobody_else(
        who in prop::collection::vec(any_who(), 1..3), rules in any_rules(),
        choices in prop::collection::vec(any::<u32>(), 24),
    ) {
        let form = form(who, rules);
        let Ok(policies) = form.policies() else { return Ok(()) };
        let trust = policies.trust.policy().expect("the trust policy is well formed");
        let identity: Vec<_> =
            policies.identity.iter().map(|document| document.policy().expect("the identity policy is well formed")).collect();
        // The lowest bits set make the most favourable request, so that both answers are common.
        for choice in choices.into_iter().chain([0b1_1111_1111, 0b1_1111_0111, 0b0_0001_1111, 0b0_0111_1111, 0b1_1001_1111]) {
            for caller in callers() {
                let request = requests(&form, &caller, choice);
                let access = authorize(&request, &trust, Some(&identity));
                prop_assert_eq!(
                    access.decision == Decision::Allowed,
                    is_intended(&form, &request),
                    "{} {:?}", policies.trust.compact_json(), request
                );
            }
        }
    }

    /// Our own check finds nothing grave in what we generate, and every output can be written.
    #[test]
    fn generated_policies_pass_the_check(who in prop::collection::vec(any_who(), 1..3), rules in any_rules()) {
        let form = form(who, rules);
        let Ok(policies) = form.policies() else { return Ok(()) };
        let json = policies.trust.json();
        for finding in check(&json, &Setting::default()).findings {
            prop_assert!(finding.severity() != Severity::Error, "{} in {json}", finding.kind.code());
        }
        for output in Output::ALL {
            prop_assert!(write_role(&form, &policies.trust, output).len() > 100);
        }
    }
}
