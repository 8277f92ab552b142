//! One comparison of a `Condition` block: operator, key, values.

use crate::json::{Node, Value};
use crate::keys::has_many;
use crate::operator::{BaseOperator, Operator};
use crate::place::Place;
use crate::policy::{Version, closest};
use crate::template::Template;
use crate::{Error, Mistake};

/// `"operator": {"key": ["value", …]}`. Every condition of a statement must hold; one matching value is enough for each.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The operator.
    pub operator: Operator,
    /// Where the operator stands.
    pub operator_place: Place,
    /// The condition key as written; compared without regard to case.
    pub key: String,
    /// Where the key stands.
    pub key_place: Place,
    /// Whether AWS documents the key as one with several values.
    pub many: bool,
    /// The values; at least one.
    pub values: Vec<ConditionValue>,
    /// Where the values stand, brackets included.
    pub values_place: Place,
}

/// One value of a condition.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionValue {
    /// As written, with its wildcards and variables.
    pub template: Template,
    /// Where it stands.
    pub place: Place,
}

/// Reads a whole `Condition` block.
pub(super) fn read(node: &Node<'_>, version: Version, mistakes: &mut Vec<Mistake>) -> Vec<Condition> {
    let mut conditions = Vec::new();
    let Some(block) = node.as_object() else {
        mistakes.push(wrong_type("Condition", "object", node));
        return conditions;
    };
    super::document::refuse_duplicates(block, mistakes);
    for entry in &block.members {
        let operator = Operator::parse(&entry.key);
        if operator.is_none() {
            let error =
                Error::UnknownOperator { found: entry.key.to_string(), suggestion: suggestion(&entry.key) };
            mistakes.push(Mistake { error, place: entry.key_place });
        }
        let Some(keys) = entry.node.as_object() else {
            mistakes.push(wrong_type("Condition", "object", &entry.node));
            continue;
        };
        super::document::refuse_duplicates(keys, mistakes);
        for member in &keys.members {
            if member.key.split_once(':').is_none_or(|(prefix, name)| prefix.is_empty() || name.is_empty()) {
                let error = Error::BadConditionKey { found: member.key.to_string() };
                mistakes.push(Mistake { error, place: member.key_place });
            }
            let Some(operator) = operator else { continue };
            let variables = version.has_variables() && operator.base.has_variables();
            conditions.push(Condition {
                operator,
                operator_place: entry.key_place,
                key: member.key.to_string(),
                key_place: member.key_place,
                many: has_many(&member.key),
                values: values(&member.node, variables, mistakes),
                values_place: member.node.place,
            });
        }
    }
    conditions
}

fn values(node: &Node<'_>, variables: bool, mistakes: &mut Vec<Mistake>) -> Vec<ConditionValue> {
    let items = node.one_or_many();
    if items.is_empty() {
        mistakes.push(Mistake { error: Error::EmptyElement { element: "Condition" }, place: node.place });
    }
    let mut values = Vec::with_capacity(items.len());
    for item in items {
        let text = match &item.value {
            Value::String(text) => text.as_ref(),
            Value::Number(text) => text,
            Value::Bool(true) => "true",
            Value::Bool(false) => "false",
            Value::Null | Value::Array(_) | Value::Object(_) => {
                mistakes.push(wrong_type("Condition", "string | number | boolean", item));
                continue;
            }
        };
        values.push(ConditionValue { template: Template::parse(text, variables), place: item.place });
    }
    values
}

/// The operator that was probably meant, prefix and suffix kept.
fn suggestion(found: &str) -> Option<String> {
    let (prefix, rest) = match found.split_once(':') {
        Some((prefix, rest)) => (closest(prefix, ["ForAnyValue", "ForAllValues"])?, rest),
        None => ("", found),
    };
    let names = BaseOperator::ALL
        .iter()
        .flat_map(|base| [base.name().to_owned(), format!("{}IfExists", base.name())]);
    let names: Vec<String> = names.filter(|name| name != "NullIfExists").collect();
    let name = closest(rest, names.iter().map(String::as_str))?;
    Some(if prefix.is_empty() { name.to_owned() } else { format!("{prefix}:{name}") })
}

fn wrong_type(element: &'static str, expected: &'static str, node: &Node<'_>) -> Mistake {
    Mistake { error: Error::WrongType { element, expected, found: node.type_name() }, place: node.place }
}
