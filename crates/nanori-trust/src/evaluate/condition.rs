//! Whether one condition holds.
//!
//! Source: IAM user guide, "IAM JSON policy elements: Condition operators", "Set operators for multivalued context keys",
//! "Policy variables with no value". Where AWS says nothing — text that is no number for `Numeric…`, a plain operator on a
//! key with several values — the condition does not hold.

use crate::context::Context;
use crate::literal;
use crate::operator::{BaseOperator, SetOperator, ValueKind};
use crate::policy::{Condition, ConditionValue};

/// Whether a condition holds, and on what that rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConditionOutcome {
    /// Whether it holds.
    pub holds: bool,
    /// On what that rests.
    pub reason: Reason,
}

/// On what the outcome of a condition rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Values were compared.
    Compared,
    /// The request does not have the key.
    KeyAbsent,
    /// The operator looks only at whether the key is there.
    Presence,
    /// The key has several values, or could have, which only `ForAnyValue:` and `ForAllValues:` can take.
    SeveralValues,
}

/// Decides one condition.
#[must_use]
pub fn evaluate(condition: &Condition, context: &Context) -> ConditionOutcome {
    let operator = condition.operator;
    let present = context.values(&condition.key);
    if operator.base == BaseOperator::Null {
        let absent = present.is_none();
        let says = |value: &ConditionValue| literal::boolean(value.template.as_str()) == Some(absent);
        return ConditionOutcome { holds: condition.values.iter().any(says), reason: Reason::Presence };
    }
    let Some(values) = present else {
        let holds = operator.if_exists
            || match operator.set {
                Some(SetOperator::ForAllValues) => true,
                Some(SetOperator::ForAnyValue) => false,
                None => operator.base.is_negated(),
            };
        return ConditionOutcome { holds, reason: Reason::KeyAbsent };
    };
    let passes = |value: &String| value_passes(condition, value, context);
    let holds = match (operator.set, values) {
        (Some(SetOperator::ForAnyValue), _) => values.iter().any(passes),
        // "… or if the key values in the request resolve to a null data set, such as an empty string"
        (Some(SetOperator::ForAllValues), _) => values.iter().all(|value| value.is_empty() || passes(value)),
        (None, [value]) if !condition.many => passes(value),
        (None, _) => return ConditionOutcome { holds: false, reason: Reason::SeveralValues },
    };
    ConditionOutcome { holds, reason: Reason::Compared }
}

/// Whether one value of the request satisfies the operator with the condition's values taken together.
fn value_passes(condition: &Condition, value: &str, context: &Context) -> bool {
    let base = condition.operator.base;
    if base.is_negated() {
        condition.values.iter().all(|wanted| compare(base, wanted, value, context) == Some(false))
    } else {
        condition.values.iter().any(|wanted| compare(base, wanted, value, context) == Some(true))
    }
}

/// The comparison without its negation: `Some(true)` if the value is what the policy says, `None` if the two cannot be
/// compared. A variable without a value equals nothing.
pub(crate) fn compare(
    base: BaseOperator,
    wanted: &ConditionValue,
    value: &str,
    context: &Context,
) -> Option<bool> {
    use BaseOperator as B;
    let template = &wanted.template;
    let plain = template.as_str();
    match base {
        B::StringEquals | B::StringNotEquals => {
            Some(template.resolve(context).is_ok_and(|wanted| wanted == value))
        }
        B::StringEqualsIgnoreCase | B::StringNotEqualsIgnoreCase => {
            Some(template.resolve(context).is_ok_and(|wanted| same_ignoring_case(&wanted, value)))
        }
        B::StringLike | B::StringNotLike => Some(template.matches(value, context).unwrap_or(false)),
        B::ArnEquals | B::ArnLike | B::ArnNotEquals | B::ArnNotLike => {
            let comparable = crate::template::is_arn(value) && plain.splitn(6, ':').count() == 6;
            comparable.then(|| template.matches_arn(value, context).unwrap_or(false))
        }
        B::Bool => {
            let wanted = template
                .resolve(context)
                .ok()
                .map_or(Some(None), |text| literal::boolean(&text).map(Some))?;
            Some(wanted == Some(literal::boolean(value)?))
        }
        B::BinaryEquals => Some(literal::base64(plain)? == literal::base64(value)?),
        B::IpAddress | B::NotIpAddress => {
            let block = literal::Block::parse(plain)?;
            literal::Block::parse(value)?;
            Some(block.contains(value))
        }
        B::Null => None,
        _ if base.value_kind() == ValueKind::Numeric => {
            let (wanted, value) = (literal::number(plain)?, literal::number(value)?);
            Some(ordered(base, value.partial_cmp(&wanted)?))
        }
        _ => Some(ordered(base, literal::date(value)?.cmp(&literal::date(plain)?))),
    }
}

/// Whether `value` stands to `wanted` as the operator asks, negation left out.
fn ordered(base: BaseOperator, value_to_wanted: core::cmp::Ordering) -> bool {
    use BaseOperator as B;
    match base {
        B::NumericLessThan | B::DateLessThan => value_to_wanted.is_lt(),
        B::NumericLessThanEquals | B::DateLessThanEquals => value_to_wanted.is_le(),
        B::NumericGreaterThan | B::DateGreaterThan => value_to_wanted.is_gt(),
        B::NumericGreaterThanEquals | B::DateGreaterThanEquals => value_to_wanted.is_ge(),
        _ => value_to_wanted.is_eq(),
    }
}

fn same_ignoring_case(a: &str, b: &str) -> bool {
    a.chars().flat_map(char::to_lowercase).eq(b.chars().flat_map(char::to_lowercase))
}
