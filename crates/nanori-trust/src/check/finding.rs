//! The kinds of findings.

use super::fix::Fix;
use crate::Error;
use crate::operator::ValueKind;
use crate::place::Place;

/// One thing to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// Where it is.
    pub place: Place,
    /// Index of the statement it is about; `None` if it is about the whole policy.
    pub statement: Option<usize>,
    /// What would put it right.
    pub fix: Option<Fix>,
}

/// How grave a finding is. Ordered from the gravest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Somebody gets in who must not, or IAM refuses the policy, or nobody gets in.
    Error,
    /// It does less than it seems to.
    Warning,
    /// It could be said better.
    Note,
}

macro_rules! findings {
    ($($(#[$doc:meta])* $name:ident $({ $($(#[$field_doc:meta])* $field:ident : $type:ty),* $(,)? })? = $severity:ident, $code:literal, $source:literal;)*) => {
        /// What a finding says.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum FindingKind {
            /// IAM refuses the policy.
            Mistake(Error),
            $($(#[$doc])* $name $({ $($(#[$field_doc])* $field: $type),* })?,)*
        }

        impl FindingKind {
            /// Every code but those of [`FindingKind::Mistake`], which are [`Error::CODES`].
            pub const CODES: &[&str] = &[$($code),*];

            /// What a message about it needs, in the order of the fields.
            #[must_use]
            pub fn params(&self) -> Vec<String> {
                match self {
                    FindingKind::Mistake(error) => error.params(),
                    $(FindingKind::$name $({ $($field),* })? => vec![$($($field.param()),*)?],)*
                }
            }

            /// A stable word to find a message by.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self {
                    FindingKind::Mistake(error) => error.code(),
                    $(FindingKind::$name { .. } => $code,)*
                }
            }

            /// The page of the IAM user guide that it rests on, without `.html`.
            #[must_use]
            pub fn source(&self) -> &'static str {
                match self {
                    FindingKind::Mistake(_) => "reference_policies_grammar",
                    $(FindingKind::$name { .. } => $source,)*
                }
            }

            /// How grave it is.
            #[must_use]
            pub fn severity(&self) -> Severity {
                match self {
                    FindingKind::Mistake(_) => Severity::Error,
                    $(FindingKind::$name { .. } => Severity::$severity,)*
                }
            }
        }
    };
}

findings!(
    /// A condition on the IAM user name, where no caller is an IAM user: it never holds.
    NameNeverMatches {
        /// The value.
        value: String,
    } = Error, "name_never_matches", "reference_policies_variables";
    /// A name condition that every name passes.
    NameAdmitsEverybody {
        /// The value.
        value: String,
    } = Error, "name_admits_everybody", "reference_policies_iam-condition-keys";
    /// A name condition that names of other people pass, too, such as `${aws:username}*`.
    NameAdmitsOthers {
        /// The value.
        value: String,
    } = Warning, "name_admits_others", "reference_policies_iam-condition-keys";
    /// `…IfExists` on the session name of `sts:AssumeRole`, or on the source identity, which may be left out.
    NameMayBeAbsent {
        /// The key.
        key: String,
    } = Warning, "name_may_be_absent", "reference_policies_elements_condition_operators";
    /// A variable in a policy whose version has none: it stands for itself.
    VariableIsLiteral {
        /// The value.
        value: String,
    } = Error, "variable_is_literal", "reference_policies_elements_version";
    /// The policy has no `Version`, or the older one.
    OldVersion = Note, "old_version", "reference_policies_elements_version";
    /// `…IfExists` on an MFA key in a permission: callers with long-term keys pass without MFA.
    MfaIfExists {
        /// The key.
        key: String,
    } = Error, "mfa_if_exists", "id_credentials_mfa_configure-api-require";
    /// A third party's account is trusted without an external id.
    MissingExternalId {
        /// The account.
        account: String,
    } = Warning, "missing_external_id", "confused-deputy";
    /// Everybody in the world is trusted without any condition.
    EverybodyTrusted = Error, "everybody_trusted", "reference_policies_elements_principal";
    /// Everybody is trusted, and no condition says from which account or organization.
    EverybodyBarelyLimited = Error, "everybody_barely_limited", "reference_policies_elements_principal";
    /// A whole account is trusted and nothing says under which name.
    AccountWithoutNameRule {
        /// The account.
        account: String,
    } = Warning, "account_without_name_rule", "reference_policies_iam-condition-keys";
    /// A permission for everybody but some.
    NotPrincipalAllows = Error, "not_principal_allows", "reference_policies_elements_notprincipal";
    /// A permission for all actions but some.
    NotActionAllows = Warning, "not_action_allows", "reference_policies_elements_notaction";
    /// A condition key that AWS does not know.
    UnknownKey {
        /// The key.
        key: String,
        /// A known key that is close.
        suggestion: Option<&'static str>,
    } = Warning, "unknown_key", "reference_policies_condition-keys";
    /// An action that STS does not have.
    UnknownAction {
        /// The action.
        action: String,
        /// A known action that is close.
        suggestion: Option<&'static str>,
    } = Error, "unknown_action", "reference_policies_iam-condition-keys";
    /// An action of another service: a trust policy decides on STS's only.
    ForeignAction {
        /// The action.
        action: String,
    } = Error, "foreign_action", "id_roles_create_for-custom";
    /// A kind of principal that never calls the statement's actions, such as a provider with `sts:AssumeRole`.
    ActionNeverCalled {
        /// The principal.
        principal: String,
        /// The action that such a principal calls.
        action: &'static str,
    } = Error, "action_never_called", "id_roles_create_for-idp";
    /// A value that the operator cannot compare with.
    BadValue {
        /// The operator.
        operator: String,
        /// The value.
        value: String,
    } = Error, "bad_value", "reference_policies_elements_condition_operators";
    /// An operator for another sort of values than the key has.
    WrongOperator {
        /// The key.
        key: String,
        /// The operator.
        operator: String,
        /// What sort of values the key has.
        expected: ValueKind,
    } = Warning, "wrong_operator", "reference_policies_condition-keys";
    /// A wildcard with an operator that takes it literally.
    WildcardIsLiteral {
        /// The value.
        value: String,
    } = Error, "wildcard_is_literal", "reference_policies_elements_condition_operators";
    /// A `StringLike` without wildcards: `StringEquals` says it more plainly.
    LikeWithoutWildcard {
        /// The operator that says it plainly.
        operator: String,
    } = Note, "like_without_wildcard", "reference_policies_elements_condition_operators";
    /// A refusal that callers pass by not having the key at all.
    DenyMissesAbsentKey {
        /// The key.
        key: String,
    } = Error, "deny_misses_absent_key", "reference_policies_elements_condition_operators";
    /// `ForAllValues` in a permission, which also holds when the key is absent.
    ForAllValuesAdmitsAbsent {
        /// The key.
        key: String,
    } = Warning, "for_all_values_admits_absent", "reference_policies_condition-single-vs-multi-valued-context-keys";
    /// A key with several values, and no set operator.
    SetOperatorMissing {
        /// The key.
        key: String,
    } = Error, "set_operator_missing", "reference_policies_condition-single-vs-multi-valued-context-keys";
    /// A source identity is asked for, and nothing allows to set one.
    MissingSetSourceIdentity = Error, "missing_set_source_identity", "id_credentials_temp_control-access_monitor";
    /// Session tags are asked for, and nothing allows to set them.
    MissingTagSession = Error, "missing_tag_session", "id_session-tags";
    /// A source identity may be set, and nothing says which.
    SourceIdentityUnpinned = Warning, "source_identity_unpinned", "id_credentials_temp_control-access_monitor";
    /// A service is trusted without saying for which account or resource it must act.
    ServiceWithoutSource {
        /// The service.
        service: String,
    } = Warning, "service_without_source", "confused-deputy";
    /// An OpenID Connect provider is trusted for every audience.
    ProviderWithoutAudience {
        /// The provider.
        provider: String,
    } = Error, "provider_without_audience", "id_roles_create_for-idp_oidc";
    /// An OpenID Connect provider that many companies share is trusted for every subject.
    ProviderWithoutSubject {
        /// The provider.
        provider: String,
    } = Error, "provider_without_subject", "id_roles_create_for-idp_oidc";
    /// A principal that has been deleted: IAM shows its unique id.
    DeletedPrincipal {
        /// The id.
        id: String,
    } = Warning, "deleted_principal", "reference_policies_elements_principal";
    /// A statement that says what an earlier one says.
    DuplicateStatement {
        /// Index of the earlier one.
        of: usize,
    } = Note, "duplicate_statement", "access_policies_policy-grammar";
    /// A statement that another one covers wholly.
    ShadowedStatement {
        /// Index of the other one.
        by: usize,
    } = Warning, "shadowed_statement", "access_policies_policy-grammar";
    /// No statement allows anybody to assume the role.
    NobodyAllowed = Warning, "nobody_allowed", "id_roles_create_for-custom";
    /// The policy is longer than the default quota.
    OverDefaultSize {
        /// Its size in characters without white space.
        size: usize,
    } = Warning, "over_default_size", "reference_iam-quotas";
    /// The policy is longer than the quota can be raised to.
    OverMaximumSize {
        /// Its size in characters without white space.
        size: usize,
    } = Error, "over_maximum_size", "reference_iam-quotas";
);

/// A field as a message needs it; nothing for what is not there.
trait Param {
    fn param(&self) -> String;
}

impl Param for String {
    fn param(&self) -> String {
        self.clone()
    }
}

impl Param for &'static str {
    fn param(&self) -> String {
        (*self).to_owned()
    }
}

impl Param for Option<&'static str> {
    fn param(&self) -> String {
        self.unwrap_or_default().to_owned()
    }
}

impl Param for usize {
    fn param(&self) -> String {
        self.to_string()
    }
}

impl Param for ValueKind {
    fn param(&self) -> String {
        format!("{self:?}")
    }
}

impl Finding {
    /// How grave it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}
