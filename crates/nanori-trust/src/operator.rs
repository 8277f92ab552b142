//! Condition operators: the names, and what each compares.
//!
//! A name is `[ForAnyValue:|ForAllValues:]{base}[IfExists]`, read without regard to case as IAM does.
//! Source: IAM user guide, "IAM JSON policy elements: Condition operators" and "Set operators for multivalued context keys".

#[cfg(test)]
mod tests;

use core::fmt;

/// A condition operator, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Operator {
    /// `ForAnyValue:` or `ForAllValues:`, if there.
    pub set: Option<SetOperator>,
    /// What is compared.
    pub base: BaseOperator,
    /// Whether the name ends in `IfExists`.
    pub if_exists: bool,
}

/// What goes before the colon of a set operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SetOperator {
    /// At least one value of the request must satisfy the operator.
    ForAnyValue,
    /// Every value of the request must satisfy the operator; true when there is none.
    ForAllValues,
}

macro_rules! base_operators {
    ($($name:ident),* $(,)?) => {
        /// The comparison itself. Each name is AWS's own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum BaseOperator { $($name),* }

        impl BaseOperator {
            /// All of them, in the order of AWS's documentation.
            pub const ALL: &[BaseOperator] = &[$(BaseOperator::$name),*];

            /// The name as AWS writes it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(BaseOperator::$name => stringify!($name)),* }
            }
        }
    };
}

base_operators!(
    StringEquals,
    StringNotEquals,
    StringEqualsIgnoreCase,
    StringNotEqualsIgnoreCase,
    StringLike,
    StringNotLike,
    NumericEquals,
    NumericNotEquals,
    NumericLessThan,
    NumericLessThanEquals,
    NumericGreaterThan,
    NumericGreaterThanEquals,
    DateEquals,
    DateNotEquals,
    DateLessThan,
    DateLessThanEquals,
    DateGreaterThan,
    DateGreaterThanEquals,
    Bool,
    BinaryEquals,
    IpAddress,
    NotIpAddress,
    ArnEquals,
    ArnLike,
    ArnNotEquals,
    ArnNotLike,
    Null,
);

/// What sort of values an operator compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// Text.
    String,
    /// Whole or decimal numbers.
    Numeric,
    /// ISO 8601 dates or seconds since 1970.
    Date,
    /// `true` or `false`.
    Bool,
    /// Base64.
    Binary,
    /// An address or a CIDR block.
    IpAddress,
    /// An ARN.
    Arn,
    /// `true` or `false`, said about the key and not about its value.
    Null,
}

impl BaseOperator {
    /// Whether it is true when the comparison is not.
    #[must_use]
    pub const fn is_negated(self) -> bool {
        use BaseOperator as B;
        matches!(
            self,
            B::StringNotEquals
                | B::StringNotEqualsIgnoreCase
                | B::StringNotLike
                | B::NumericNotEquals
                | B::DateNotEquals
                | B::NotIpAddress
                | B::ArnNotEquals
                | B::ArnNotLike
        )
    }

    /// Whether `*` and `?` in a policy's value are wildcards.
    #[must_use]
    pub const fn has_wildcards(self) -> bool {
        matches!(self, BaseOperator::StringLike | BaseOperator::StringNotLike)
            || matches!(self.value_kind(), ValueKind::Arn)
    }

    /// Whether `${…}` in a policy's value is a variable.
    #[must_use]
    pub const fn has_variables(self) -> bool {
        matches!(self.value_kind(), ValueKind::String | ValueKind::Arn | ValueKind::Bool)
    }

    /// What sort of values it compares.
    #[must_use]
    pub const fn value_kind(self) -> ValueKind {
        use BaseOperator as B;
        match self {
            B::StringEquals
            | B::StringNotEquals
            | B::StringEqualsIgnoreCase
            | B::StringNotEqualsIgnoreCase
            | B::StringLike
            | B::StringNotLike => ValueKind::String,
            B::NumericEquals
            | B::NumericNotEquals
            | B::NumericLessThan
            | B::NumericLessThanEquals
            | B::NumericGreaterThan
            | B::NumericGreaterThanEquals => ValueKind::Numeric,
            B::DateEquals
            | B::DateNotEquals
            | B::DateLessThan
            | B::DateLessThanEquals
            | B::DateGreaterThan
            | B::DateGreaterThanEquals => ValueKind::Date,
            B::Bool => ValueKind::Bool,
            B::BinaryEquals => ValueKind::Binary,
            B::IpAddress | B::NotIpAddress => ValueKind::IpAddress,
            B::ArnEquals | B::ArnLike | B::ArnNotEquals | B::ArnNotLike => ValueKind::Arn,
            B::Null => ValueKind::Null,
        }
    }
}

impl Operator {
    /// The operator without prefix and suffix.
    #[must_use]
    pub const fn plain(base: BaseOperator) -> Self {
        Operator { set: None, base, if_exists: false }
    }

    /// Reads a name such as `StringEquals` or `ForAllValues:StringLikeIfExists`; `None` if there is no such operator.
    /// `Null` takes no `IfExists`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (set, rest) = match name.split_once(':') {
            None => (None, name),
            Some((prefix, rest)) if prefix.eq_ignore_ascii_case("ForAnyValue") => {
                (Some(SetOperator::ForAnyValue), rest)
            }
            Some((prefix, rest)) if prefix.eq_ignore_ascii_case("ForAllValues") => {
                (Some(SetOperator::ForAllValues), rest)
            }
            Some(_) => return None,
        };
        let suffix_at = rest.len().checked_sub("IfExists".len());
        let cut = suffix_at.and_then(|at| rest.split_at_checked(at));
        let (base, if_exists) = match cut {
            Some((base, suffix)) if suffix.eq_ignore_ascii_case("IfExists") => (base, true),
            _ => (rest, false),
        };
        let base = *BaseOperator::ALL.iter().find(|candidate| candidate.name().eq_ignore_ascii_case(base))?;
        if base == BaseOperator::Null && if_exists {
            return None;
        }
        Some(Operator { set, base, if_exists })
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.set {
            Some(SetOperator::ForAnyValue) => f.write_str("ForAnyValue:")?,
            Some(SetOperator::ForAllValues) => f.write_str("ForAllValues:")?,
            None => {}
        }
        f.write_str(self.base.name())?;
        f.write_str(if self.if_exists { "IfExists" } else { "" })
    }
}
