//! The trust policies of a whole account at once.
//!
//! Takes what people have at hand: `aws iam get-account-authorization-details`, `list-roles`, `get-role`, or a bare trust
//! policy. [`Dump::open`] only finds the roles, so that a page can go through thousands of them in slices and show how far
//! it is; [`Dump::row`] reads and checks one. Which users an account's own policies let in is not worked out.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use nanori_identity::{AccountId, RoleArn};

use crate::Mistake;
use crate::check::{Finding, NameRule, Setting, Severity, check, name_rule};
use crate::json;
use crate::place::Place;
use crate::policy::{Effect, PrincipalKind};

/// Where lists of roles stand: in `get-account-authorization-details` and in `list-roles`.
const ROLE_LISTS: [&str; 2] = ["RoleDetailList", "Roles"];

/// A document with roles in it. It keeps places only; the text stays with the caller.
#[derive(Clone, Debug, PartialEq)]
pub struct Dump {
    roles: Vec<Place>,
    /// The text is a trust policy itself.
    is_policy: bool,
}

/// What is said about one role.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The role's ARN; `None` if the document does not say.
    pub arn: Option<RoleArn>,
    /// The role's name, or its place in the document if that does not say.
    pub name: String,
    /// Whom it lets in.
    pub entrants: Vec<Entrant>,
    /// How far names are enforced; `None` if there is no policy that IAM would accept.
    pub names: Option<NameRule>,
    /// What the check finds; nothing for service-linked roles. Places are those in [`Dump::document`].
    pub findings: Vec<Finding>,
    /// Whether AWS itself made the role and keeps its policy: nothing can be changed there.
    pub service_linked: bool,
}

/// Somebody whom a role lets in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entrant {
    /// What kind of principal it is.
    pub kind: PrincipalKind,
    /// The principal as written; `*` for everybody, also for everybody but some.
    pub name: String,
    /// Whether conditions limit it.
    pub conditional: bool,
}

/// How many roles of which kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// All roles.
    pub roles: usize,
    /// Roles that people can enter: all but those for services only and for nobody.
    pub for_people: usize,
    /// Those of them on which names are enforced.
    pub enforced: usize,
    /// Roles with at least one grave finding.
    pub with_errors: usize,
    /// Roles whose policy could not be read.
    pub unreadable: usize,
}

impl Row {
    /// The gravest finding's severity.
    #[must_use]
    pub fn gravest(&self) -> Option<Severity> {
        self.findings.iter().map(Finding::severity).min()
    }
}

impl Summary {
    /// Counts one more role.
    pub fn add(&mut self, row: &Row) {
        self.roles += 1;
        self.with_errors += usize::from(row.gravest() == Some(Severity::Error));
        match row.names {
            None => self.unreadable += 1,
            Some(NameRule::ServicesOnly | NameRule::Nobody) => {}
            Some(rule) => {
                self.for_people += 1;
                self.enforced += usize::from(rule.is_enforced());
            }
        }
    }
}

impl Dump {
    /// Finds the roles in `text`. `None` if it is JSON without any.
    ///
    /// # Errors
    /// A mistake of JSON with its place.
    pub fn open(text: &str) -> Result<Option<Self>, Mistake> {
        let Some(mut members) = json::members(text, &ROLE_LISTS)? else { return Ok(None) };
        let list = ROLE_LISTS.iter().find_map(|key| members.iter().position(|it| it.key == *key));
        if let Some(list) = list.and_then(|place| members.get_mut(place)) {
            return Ok(list.items.take().map(|roles| Dump { roles, is_policy: false }));
        }
        let member = |wanted: &str| members.iter().find(|it| it.key == wanted).map(|it| it.place);
        if let Some(role) = member("Role") {
            return Ok(Some(Dump { roles: vec![role], is_policy: false }));
        }
        let is_policy = member("Statement").is_some();
        if !is_policy && member("AssumeRolePolicyDocument").is_none() {
            return Ok(None);
        }
        let place = json::read(text)?.place;
        Ok(Some(Dump { roles: vec![place], is_policy }))
    }

    /// How many roles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.roles.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.roles.is_empty()
    }

    /// The trust policy of role number `index` as text, decoded if the document holds it percent-encoded.
    #[must_use]
    pub fn document(&self, text: &str, index: usize) -> Option<String> {
        let role = self.slice(text, index)?;
        if self.is_policy {
            return Some(role.to_owned());
        }
        Fields::read(role).document().map(Cow::into_owned)
    }

    /// Reads and checks role number `index` of the `text` that [`Dump::open`] was given; `None` beyond the last.
    /// An account that the setting leaves open is taken from the role's ARN.
    #[must_use]
    pub fn row(&self, text: &str, index: usize, setting: &Setting) -> Option<Row> {
        let role = self.slice(text, index)?;
        let number = || format!("#{}", index + 1);
        if self.is_policy {
            return Some(row(None, number(), Some(role), setting));
        }
        let fields = Fields::read(role);
        let arn = fields.text("Arn").and_then(|arn| arn.parse::<RoleArn>().ok());
        let name = fields.text("RoleName").or_else(|| arn.as_ref().map(|arn| arn.name().to_owned()));
        Some(row(arn, name.unwrap_or_else(number), fields.document().as_deref(), setting))
    }

    fn slice<'t>(&self, text: &'t str, index: usize) -> Option<&'t str> {
        let place = self.roles.get(index)?;
        text.get(place.start as usize..place.end as usize)
    }
}

fn row(arn: Option<RoleArn>, name: String, document: Option<&str>, setting: &Setting) -> Row {
    let account: Option<AccountId> = arn.as_ref().map(|arn| arn.account().clone());
    let with_account = Setting { account: setting.account.clone().or(account), ..setting.clone() };
    let report = document.map(|document| check(document, &with_account));
    let (mut findings, policy) = report.map_or((Vec::new(), None), |report| (report.findings, report.policy));
    let service_linked = arn.as_ref().is_some_and(|arn| arn.path().starts_with("/aws-service-role/"));
    if service_linked {
        findings.clear();
    }
    let entrants =
        policy.iter().flat_map(|policy| &policy.statements).filter(|it| it.effect == Effect::Allow);
    let entrants = entrants.filter_map(|it| it.principals.as_ref().map(|principals| (it, principals)));
    let entrants = entrants.flat_map(|(statement, principals)| {
        let conditional = !statement.conditions.is_empty();
        let everybody = principals.negated.then(|| Entrant {
            kind: PrincipalKind::Aws,
            name: "*".to_owned(),
            conditional,
        });
        let named = principals.items.iter().filter(|_| !principals.negated);
        let named = named.map(move |it| Entrant { kind: it.kind, name: it.name.to_string(), conditional });
        everybody.into_iter().chain(named)
    });
    let mut distinct: Vec<Entrant> = Vec::new();
    for entrant in entrants {
        if !distinct.contains(&entrant) {
            distinct.push(entrant);
        }
    }
    Row { names: policy.as_ref().map(name_rule), arn, name, entrants: distinct, findings, service_linked }
}

/// The fields of one role, read only where they are wanted: most of a dump is policies that say nothing about trust.
struct Fields<'t> {
    role: &'t str,
    members: Vec<json::Located<'t>>,
}

impl<'t> Fields<'t> {
    fn read(role: &'t str) -> Self {
        Fields { role, members: json::members(role, &[]).ok().flatten().unwrap_or_default() }
    }

    fn raw(&self, wanted: &str) -> Option<&'t str> {
        let place = self.members.iter().find(|it| it.key == wanted)?.place;
        self.role.get(place.start as usize..place.end as usize)
    }

    fn text(&self, wanted: &str) -> Option<String> {
        json::read(self.raw(wanted)?).ok()?.as_str().map(ToOwned::to_owned)
    }

    fn document(&self) -> Option<Cow<'t, str>> {
        let raw = self.raw("AssumeRolePolicyDocument")?;
        if raw.starts_with('"') {
            return self
                .text("AssumeRolePolicyDocument")
                .map(|encoded| Cow::Owned(percent_decoded(&encoded)));
        }
        Some(Cow::Borrowed(raw))
    }
}

/// IAM's own API answers with documents encoded by RFC 3986; the AWS CLI decodes them.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let decoded = (byte == b'%').then(|| {
            let mut ahead = rest.clone();
            let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
            let (high, low) = (digit(ahead.next())?, digit(ahead.next())?);
            u8::try_from(high * 16 + low).ok().map(|byte| (byte, ahead))
        });
        match decoded.flatten() {
            Some((decoded, ahead)) => {
                bytes.push(decoded);
                rest = ahead;
            }
            None => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
