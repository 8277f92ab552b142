//! From JSON to [`Policy`], collecting every mistake on the way instead of stopping at the first.

use crate::json::{Member, Node, Object};
use crate::place::Place;
use crate::policy::{
    ActionPattern, Effect, Matcher, Policy, PolicyKind, PrincipalKind, PrincipalPattern, ResourcePattern,
    Statement, Version, closest, condition,
};
use crate::template::{Template, is_arn};
use crate::{Error, Mistake};

const POLICY_ELEMENTS: [&str; 3] = ["Version", "Id", "Statement"];
const STATEMENT_ELEMENTS: [&str; 9] = [
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
];

pub(super) fn read(node: &Node<'_>, kind: PolicyKind, mistakes: &mut Vec<Mistake>) -> Option<Policy> {
    let Some(object) = node.as_object() else {
        mistakes.push(wrong_type("policy", "object", node));
        return None;
    };
    refuse_duplicates(object, mistakes);
    refuse_unknown(object, &POLICY_ELEMENTS, mistakes);
    let version = object.member("Version");
    let id = object.member("Id").and_then(|node| text("Id", node, mistakes)).map(ToOwned::to_owned);
    if kind == PolicyKind::Identity
        && let Some(node) = object.member("Id")
    {
        mistakes.push(Mistake { error: Error::NotAllowedHere { element: "Id" }, place: node.place });
    }
    let language = version.map_or(Version::V2008, |node| read_version(node, mistakes));
    let statements = match object.member("Statement") {
        Some(node) => read_statements(node, kind, language, mistakes),
        None => {
            mistakes.push(Mistake { error: Error::Missing { element: "Statement" }, place: node.place });
            Vec::new()
        }
    };
    Some(Policy {
        kind,
        version: language,
        version_place: version.map(|node| node.place),
        id,
        statements,
        size: object.size,
        place: node.place,
    })
}

pub(super) fn refuse_duplicates(object: &Object<'_>, mistakes: &mut Vec<Mistake>) {
    for (index, member) in object.members.iter().enumerate() {
        if object.members.iter().take(index).any(|earlier| earlier.key == member.key) {
            mistakes.push(Mistake {
                error: Error::DuplicateKey { key: member.key.to_string() },
                place: member.key_place,
            });
        }
    }
}

fn refuse_unknown(object: &Object<'_>, known: &[&'static str], mistakes: &mut Vec<Mistake>) {
    for member in object.members.iter().filter(|member| !known.contains(&member.key.as_ref())) {
        let suggestion = closest(&member.key, known.iter().copied());
        mistakes.push(Mistake {
            error: Error::UnknownElement { found: member.key.to_string(), suggestion },
            place: member.key_place,
        });
    }
}

fn read_version(node: &Node<'_>, mistakes: &mut Vec<Mistake>) -> Version {
    match text("Version", node, mistakes) {
        Some("2012-10-17") | None => Version::V2012,
        Some("2008-10-17") => Version::V2008,
        Some(found) => {
            let error = Error::UnknownVersion { found: found.to_owned() };
            mistakes.push(Mistake { error, place: node.place });
            Version::V2012
        }
    }
}

fn read_statements(
    node: &Node<'_>,
    kind: PolicyKind,
    version: Version,
    mistakes: &mut Vec<Mistake>,
) -> Vec<Statement> {
    let items = node.one_or_many();
    if items.is_empty() {
        mistakes.push(Mistake { error: Error::EmptyElement { element: "Statement" }, place: node.place });
    }
    let mut statements: Vec<Statement> = Vec::with_capacity(items.len());
    for item in items {
        let Some(object) = item.as_object() else {
            mistakes.push(wrong_type("Statement", "object", item));
            continue;
        };
        let Some(statement) = read_statement(object, item.place, kind, version, mistakes) else { continue };
        if let Some(sid) = statement.sid.as_deref().filter(|sid| !sid.is_empty())
            && statements.iter().any(|earlier| earlier.sid.as_deref() == Some(sid))
        {
            let place = object.member("Sid").map_or(item.place, |node| node.place);
            mistakes.push(Mistake { error: Error::DuplicateSid { sid: sid.to_owned() }, place });
        }
        statements.push(statement);
    }
    statements
}

fn read_statement(
    object: &Object<'_>,
    place: Place,
    kind: PolicyKind,
    version: Version,
    mistakes: &mut Vec<Mistake>,
) -> Option<Statement> {
    refuse_duplicates(object, mistakes);
    refuse_unknown(object, &STATEMENT_ELEMENTS, mistakes);
    let (unwanted, principals_wanted) = match kind {
        PolicyKind::Trust => (["Resource", "NotResource"], true),
        PolicyKind::Identity => (["Principal", "NotPrincipal"], false),
    };
    for element in unwanted {
        if let Some(member) = member(object, element) {
            mistakes.push(Mistake { error: Error::NotAllowedHere { element }, place: member.key_place });
        }
    }
    let condition = object.member("Condition");
    let sid = object.member("Sid").and_then(|node| read_sid(node, mistakes));
    let effect = match object.member("Effect") {
        Some(node) => read_effect(node, mistakes).map(|effect| (effect, node.place)),
        None => {
            mistakes.push(Mistake { error: Error::Missing { element: "Effect" }, place });
            None
        }
    };
    let actions = either(object, place, "Action", "NotAction", mistakes, |node, mistakes| {
        texts("Action", node, mistakes, ActionPattern::parse)
    });
    let principals = if principals_wanted {
        Some(either(object, place, "Principal", "NotPrincipal", mistakes, read_principals)?)
    } else {
        None
    };
    let resources = if principals_wanted {
        None
    } else {
        Some(either(object, place, "Resource", "NotResource", mistakes, |node, mistakes| {
            texts("Resource", node, mistakes, |text, place| read_resource(text, place, version))
        })?)
    };
    let conditions = condition.map(|node| condition::read(node, version, mistakes)).unwrap_or_default();
    let (effect, effect_place) = effect?;
    Some(Statement {
        sid,
        effect,
        effect_place,
        principals,
        actions: actions?,
        resources,
        conditions,
        condition_place: condition.map(|node| node.place),
        place,
    })
}

/// The element in its plain or its negated form, whichever is there; exactly one must be.
fn either<T>(
    object: &Object<'_>,
    place: Place,
    plain: &'static str,
    negated: &'static str,
    mistakes: &mut Vec<Mistake>,
    read: impl Fn(&Node<'_>, &mut Vec<Mistake>) -> Vec<T>,
) -> Option<Matcher<T>> {
    let (member, is_negated) = match (member(object, plain), member(object, negated)) {
        (Some(_), Some(other)) => {
            let error = Error::Exclusive { first: plain, second: negated };
            mistakes.push(Mistake { error, place: other.key_place });
            return None;
        }
        (Some(member), None) => (member, false),
        (None, Some(member)) => (member, true),
        (None, None) => {
            mistakes.push(Mistake { error: Error::Missing { element: plain }, place });
            return None;
        }
    };
    let items = read(&member.node, mistakes);
    Some(Matcher { negated: is_negated, items, key_place: member.key_place, place: member.node.place })
}

fn read_principals(node: &Node<'_>, mistakes: &mut Vec<Mistake>) -> Vec<PrincipalPattern> {
    if let Some(text) = node.as_str() {
        return match PrincipalPattern::parse(PrincipalKind::Aws, text, node.place) {
            Ok(pattern) if text == "*" => vec![pattern],
            _ => {
                mistakes.push(Mistake {
                    error: Error::BadPrincipal { found: text.to_owned() },
                    place: node.place,
                });
                Vec::new()
            }
        };
    }
    let Some(object) = node.as_object() else {
        mistakes.push(wrong_type("Principal", "object | \"*\"", node));
        return Vec::new();
    };
    refuse_duplicates(object, mistakes);
    if object.members.is_empty() {
        mistakes.push(Mistake { error: Error::EmptyElement { element: "Principal" }, place: node.place });
    }
    let mut principals = Vec::new();
    for member in &object.members {
        match PrincipalKind::ALL.into_iter().find(|kind| kind.as_str() == member.key) {
            Some(kind) => principals.extend(texts("Principal", &member.node, mistakes, |text, place| {
                PrincipalPattern::parse(kind, text, place)
            })),
            None => {
                let suggestion = closest(&member.key, PrincipalKind::ALL.map(PrincipalKind::as_str));
                let error = Error::UnknownPrincipalKind { found: member.key.to_string(), suggestion };
                mistakes.push(Mistake { error, place: member.key_place });
            }
        }
    }
    principals
}

fn read_resource(text: &str, place: Place, version: Version) -> Result<ResourcePattern, Mistake> {
    if text == "*" || is_arn(text) || text.contains('*') {
        return Ok(ResourcePattern { template: Template::parse(text, version.has_variables()), place });
    }
    Err(Mistake { error: Error::BadResource { found: text.to_owned() }, place })
}

fn read_sid(node: &Node<'_>, mistakes: &mut Vec<Mistake>) -> Option<String> {
    let sid = text("Sid", node, mistakes)?;
    if !sid.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        mistakes.push(Mistake { error: Error::BadSid { found: sid.to_owned() }, place: node.place });
    }
    Some(sid.to_owned())
}

fn read_effect(node: &Node<'_>, mistakes: &mut Vec<Mistake>) -> Option<Effect> {
    match text("Effect", node, mistakes)? {
        "Allow" => Some(Effect::Allow),
        "Deny" => Some(Effect::Deny),
        found => {
            let error = Error::UnknownEffect {
                found: found.to_owned(),
                suggestion: closest(found, ["Allow", "Deny"]),
            };
            mistakes.push(Mistake { error, place: node.place });
            None
        }
    }
}

/// One text or a list of texts, each read by `read`.
fn texts<T>(
    element: &'static str,
    node: &Node<'_>,
    mistakes: &mut Vec<Mistake>,
    read: impl Fn(&str, Place) -> Result<T, Mistake>,
) -> Vec<T> {
    let items = node.one_or_many();
    if items.is_empty() {
        mistakes.push(Mistake { error: Error::EmptyElement { element }, place: node.place });
    }
    let mut parsed = Vec::with_capacity(items.len());
    for item in items {
        match item.as_str().map(|text| read(text, item.place)) {
            Some(Ok(value)) => parsed.push(value),
            Some(Err(mistake)) => mistakes.push(mistake),
            None => mistakes.push(wrong_type(element, "string | array", item)),
        }
    }
    parsed
}

fn text<'n>(element: &'static str, node: &'n Node<'_>, mistakes: &mut Vec<Mistake>) -> Option<&'n str> {
    let text = node.as_str();
    if text.is_none() {
        mistakes.push(wrong_type(element, "string", node));
    }
    text
}

fn member<'o, 'a>(object: &'o Object<'a>, key: &str) -> Option<&'o Member<'a>> {
    object.members.iter().find(|member| member.key == key)
}

fn wrong_type(element: &'static str, expected: &'static str, node: &Node<'_>) -> Mistake {
    Mistake { error: Error::WrongType { element, expected, found: node.type_name() }, place: node.place }
}
