//! The statements that a form comes to.
//!
//! `sts:SetSourceIdentity` and `sts:TagSession` get statements of their own, with only the keys that AWS documents for them;
//! everything else is demanded of the action that must be allowed anyway. Source: Service Authorization Reference,
//! "AWS Security Token Service"; IAM user guide, "Pass session tags in AWS STS".

use super::document::Document;
use super::form::{Form, NameDemand, Who};
use super::tree::Tree;
use crate::policy::PolicyKind;
use crate::request::{ASSUME_ROLE, ASSUME_ROLE_WITH_WEB_IDENTITY, SET_SOURCE_IDENTITY, TAG_SESSION};

pub(super) fn trust(form: &Form) -> Document {
    let partition = form.role.partition();
    let principals = form
        .who
        .iter()
        .filter(|who| !matches!(who, Who::Provider { .. }))
        .map(|who| who.principal(partition));
    let principals: Vec<String> = principals.collect();
    let mut statements = Vec::new();
    if !principals.is_empty() {
        let principal = Tree::map([("AWS", Tree::one_or_many(principals))]);
        statements.extend(ways(form, "", &principal, ASSUME_ROLE, None));
    }
    let providers = form.who.iter().filter_map(|who| match who {
        Who::Provider { arn, audience } => Some((arn, audience)),
        _ => None,
    });
    for (index, (arn, audience)) in providers.enumerate() {
        let principal = Tree::map([("Federated", Tree::text(arn))]);
        let suffix = format!("Provider{}", index + 1);
        statements.extend(ways(
            form,
            &suffix,
            &principal,
            ASSUME_ROLE_WITH_WEB_IDENTITY,
            Some((issuer(arn), audience)),
        ));
    }
    Document::new(PolicyKind::Trust, statements)
}

pub(super) fn identity(form: &Form) -> Option<Document> {
    if form.who.iter().all(|who| matches!(who, Who::Provider { .. })) {
        return None;
    }
    let mut actions = vec![ASSUME_ROLE];
    actions.extend(sets_source_identity(form).then_some(SET_SOURCE_IDENTITY));
    actions.extend((!form.rules.session_tags.is_empty()).then_some(TAG_SESSION));
    let statement = Tree::map([
        ("Sid", Tree::text("AssumeRole")),
        ("Effect", Tree::text("Allow")),
        ("Action", Tree::one_or_many(actions)),
        ("Resource", Tree::text(form.role.as_str())),
    ]);
    Some(Document::new(PolicyKind::Identity, vec![statement]))
}

/// `id.example.com/tenant` of `arn:aws:iam::…:oidc-provider/id.example.com/tenant`.
fn issuer(arn: &str) -> &str {
    arn.split_once(":oidc-provider/").map_or(arn, |(_, issuer)| issuer)
}

fn sets_source_identity(form: &Form) -> bool {
    form.rules.source_identity || form.rules.name == NameDemand::SourceIdentity
}

/// Condition operators in the order they appear, each with its keys.
#[derive(Default)]
struct Conditions(Vec<(&'static str, Vec<(String, Tree)>)>);

impl Conditions {
    fn add(&mut self, operator: &'static str, key: impl Into<String>, value: Tree) {
        let entry = (key.into(), value);
        match self.0.iter_mut().find(|(existing, _)| *existing == operator) {
            Some((_, keys)) => keys.push(entry),
            None => self.0.push((operator, vec![entry])),
        }
    }

    fn tree(self) -> Option<Tree> {
        let entries: Vec<(&str, Tree)> =
            self.0.into_iter().map(|(operator, keys)| (operator, Tree::Map(keys))).collect();
        (!entries.is_empty()).then(|| Tree::map(entries))
    }
}

/// The statements for one sort of principal: the way in, and what it takes besides.
fn ways(
    form: &Form,
    suffix: &str,
    principal: &Tree,
    action: &str,
    provider: Option<(&str, &str)>,
) -> Vec<Tree> {
    let rules = &form.rules;
    let name = match &rules.name {
        NameDemand::Any => None,
        NameDemand::UserName => Some("${aws:username}".to_owned()),
        NameDemand::PrincipalTag(key) => Some(format!("${{aws:PrincipalTag/{key}}}")),
        NameDemand::Subject => provider.map(|(issuer, _)| format!("${{{issuer}:sub}}")),
        NameDemand::SourceIdentity => Some("${sts:SourceIdentity}".to_owned()),
    };
    let mut main = Conditions::default();
    if let Some((issuer, audience)) = provider {
        main.add("StringEquals", format!("{issuer}:aud"), Tree::text(audience));
    }
    if let Some(name) = &name {
        main.add("StringEquals", "sts:RoleSessionName", Tree::text(name));
    }
    if rules.source_identity
        && let Some(name) = name.as_ref().filter(|_| rules.name != NameDemand::SourceIdentity)
    {
        main.add("StringEquals", "sts:SourceIdentity", Tree::text(name));
    }
    if let Some(id) = &rules.external_id {
        main.add("StringEquals", "sts:ExternalId", Tree::text(id.as_str()));
    }
    for (key, value) in &rules.principal_tags {
        main.add("StringEquals", format!("aws:PrincipalTag/{key}"), Tree::text(value));
    }
    for (key, value) in &rules.session_tags {
        main.add("StringEquals", format!("aws:RequestTag/{key}"), Tree::text(value));
    }
    if !rules.name_patterns.is_empty() {
        main.add("StringLike", "sts:RoleSessionName", Tree::one_or_many(&rules.name_patterns));
    }
    if let Some(minutes) = rules.mfa_minutes {
        main.add("Bool", "aws:MultiFactorAuthPresent", Tree::text("true"));
        let seconds = (u64::from(minutes) * 60).to_string();
        main.add("NumericLessThanEquals", "aws:MultiFactorAuthAge", Tree::text(seconds));
    }
    if !rules.addresses.is_empty() {
        main.add("IpAddress", "aws:SourceIp", Tree::one_or_many(&rules.addresses));
    }
    if let Some(until) = rules.until {
        main.add("DateLessThan", "aws:CurrentTime", Tree::text(until.to_string()));
    }
    let mut statements = vec![statement(format!("AssumeRole{suffix}"), principal, action, main)];
    if sets_source_identity(form) {
        let mut conditions = Conditions::default();
        match name.filter(|_| rules.name != NameDemand::SourceIdentity) {
            Some(name) => conditions.add("StringEquals", "sts:SourceIdentity", Tree::text(name)),
            None if !rules.name_patterns.is_empty() => {
                conditions.add("StringLike", "sts:SourceIdentity", Tree::one_or_many(&rules.name_patterns));
            }
            None => conditions.add("Null", "sts:SourceIdentity", Tree::text("false")),
        }
        statements.push(statement(
            format!("SetSourceIdentity{suffix}"),
            principal,
            SET_SOURCE_IDENTITY,
            conditions,
        ));
    }
    if !rules.session_tags.is_empty() {
        let mut conditions = Conditions::default();
        for (key, value) in &rules.session_tags {
            conditions.add("StringEquals", format!("aws:RequestTag/{key}"), Tree::text(value));
        }
        let keys = rules.session_tags.iter().map(|(key, _)| key);
        conditions.add("ForAllValues:StringEquals", "aws:TagKeys", Tree::one_or_many(keys));
        conditions.add("Null", "aws:TagKeys", Tree::text("false"));
        statements.push(statement(format!("TagSession{suffix}"), principal, TAG_SESSION, conditions));
    }
    statements
}

fn statement(sid: String, principal: &Tree, action: &str, conditions: Conditions) -> Tree {
    let mut entries = vec![
        ("Sid", Tree::text(sid)),
        ("Effect", Tree::text("Allow")),
        ("Principal", principal.clone()),
        ("Action", Tree::text(action)),
    ];
    entries.extend(conditions.tree().map(|tree| ("Condition", tree)));
    Tree::map(entries)
}
