//! Which field of a request is refused, and why: made alike in the browser, before a call, and in the worker.

use nanori_identity::IdentityError;
use nanori_sts::StsError;

use crate::Params;

/// A field whose value no domain type accepts. Never bears a secret value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldRefusal {
    /// AWS's name of the parameter, e.g. `RoleSessionName`.
    pub field: &'static str,
    /// The domain error's code, e.g. `length`.
    pub reason: &'static str,
    /// What a sentence about the reason needs: `found`, `min`, `max`, `position`, `expected`, …
    pub params: Params,
}

impl FieldRefusal {
    /// A refusal without parameters.
    #[must_use]
    pub const fn new(field: &'static str, reason: &'static str) -> Self {
        Self { field, reason, params: Params::new() }
    }

    /// The same with one more parameter.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "callers pass numbers and texts as they are")]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// The same for a field of another name: a region in a console's settings is not the region that was signed for.
    #[must_use]
    pub fn in_field(self, field: &'static str) -> Self {
        Self { field, ..self }
    }
}

impl From<IdentityError> for FieldRefusal {
    fn from(error: IdentityError) -> Self {
        let refusal = Self::new(error.field().map_or("Principal", |field| field.as_str()), error.code());
        match error {
            IdentityError::Length { found, min, max, .. } => {
                refusal.with("found", found).with("min", min).with("max", max)
            }
            IdentityError::Range { found, min, max, .. } => {
                refusal.with("found", found).with("min", min).with("max", max)
            }
            IdentityError::Character { found, position, .. } => {
                let refusal = refusal.with("position", position);
                match found {
                    Some(character) => refusal.with("character", character.escape_debug()),
                    None => refusal,
                }
            }
            IdentityError::Form { expected, .. } => refusal.with("expected", expected),
            IdentityError::IsolatedPartition { partition }
            | IdentityError::UnknownPartition { partition } => refusal.with("partition", partition),
            IdentityError::RegionOutsidePartition { region, actual, expected } => {
                refusal.with("region", region).with("actual", actual).with("expected", expected)
            }
            IdentityError::Reserved { prefix, .. } => refusal.with("prefix", prefix),
            IdentityError::DuplicateTag { key } => refusal.with("key", key),
            IdentityError::TooMany { found, max, .. } => refusal.with("found", found).with("max", max),
            IdentityError::RootUser { account } => refusal.with("account", account),
            IdentityError::UnsupportedPrincipal { kind } => refusal.with("kind", kind),
            _ => refusal,
        }
    }
}

/// Of the errors that a call has before it is sent; those of an answer are no field's.
impl From<StsError> for FieldRefusal {
    fn from(error: StsError) -> Self {
        let reason = error.code();
        match error {
            StsError::NoGlobalEndpoint { partition } => {
                Self::new("Endpoint", reason).with("partition", partition)
            }
            StsError::NotASignature => Self::new("Signature", reason),
            StsError::PolicyTooLong { found, max } => {
                Self::new("Policy", reason).with("found", found).with("max", max)
            }
            StsError::PolicyCharacter { position } => Self::new("Policy", reason).with("position", position),
            StsError::NotAPolicyArn { arn } | StsError::ForeignPolicyArn { arn } => {
                Self::new("PolicyArns", reason).with("arn", arn)
            }
            StsError::TooMany { what, found, max } => {
                Self::new(what, reason).with("found", found).with("max", max)
            }
            StsError::Duration { found, min, max } => {
                Self::new("DurationSeconds", reason).with("found", found).with("min", min).with("max", max)
            }
            _ => Self::new("Request", reason),
        }
    }
}
