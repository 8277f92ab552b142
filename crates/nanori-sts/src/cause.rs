//! Why STS may have said no: causes in the order of their likelihood, for a person who has to do something about it.
//!
//! STS deliberately says little. What it says, and what was and was not asked for, narrows it down.

use nanori_identity::Principal;

use crate::{AssumeRole, Refusal, RefusalCode};

/// One thing that may be wrong. What to do about it is for the page to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cause {
    /// The six digits are wrong, or the device's clock is off.
    MfaCodeWrong,
    /// The six digits were used before: each code works once.
    MfaCodeReused,
    /// The serial number is not of a device of this user.
    MfaSerialWrong,
    /// The role demands MFA and none was given.
    MfaMissing,
    /// The trust policy does not name this caller.
    TrustPolicyPrincipal,
    /// The trust policy demands another session name.
    TrustPolicySessionName,
    /// The trust policy demands an external ID and none was given.
    ExternalIdMissing,
    /// The external ID is not the one that the trust policy demands.
    ExternalIdWrong,
    /// The trust policy demands a source identity and none was given.
    SourceIdentityMissing,
    /// `sts:SetSourceIdentity` is not allowed, by the caller's policies or by the trust policy.
    SourceIdentityNotAllowed,
    /// The caller's session bears another source identity already.
    SourceIdentityImmutable,
    /// `sts:TagSession` is not allowed, by the caller's policies or by the trust policy.
    TagSessionNotAllowed,
    /// The caller's own policies do not allow `sts:AssumeRole` on the role.
    IdentityPolicyMissing,
    /// A policy of the caller denies it.
    IdentityPolicyDenies,
    /// The trust policy denies it.
    TrustPolicyDenies,
    /// A service control policy of the organisation.
    ServiceControlPolicy,
    /// A resource control policy of the organisation.
    ResourceControlPolicy,
    /// The caller's permissions boundary.
    PermissionsBoundary,
    /// The session policy of the caller's own session.
    SessionPolicy,
    /// There is no such role in the account; STS does not say so.
    RoleMissing,
    /// Another condition of the trust policy: the address, the time, tags.
    OtherCondition,
    /// The root user cannot assume roles.
    RootUser,
    /// This call needs a user's own key, not a session.
    LongTermKeyNeeded,
    /// The secret access key does not belong to the access key id.
    SecretKeyWrong,
    /// The access key does not exist, is not active, or is of another partition.
    AccessKeyUnknown,
    /// The session that signed has ended.
    SessionExpired,
    /// The clock is behind.
    ClockBehind,
    /// The clock is ahead.
    ClockAhead,
    /// A chained role lasts one hour at most.
    RoleChaining,
    /// The role allows a shorter time only.
    RoleMaximum,
    /// The session policy is not one.
    PolicyMalformed,
    /// Session policies and tags take too much room.
    PolicyTooLarge,
    /// STS or the region is not active for the account.
    RegionNotActive,
    /// Too many calls.
    TooManyCalls,
    /// AWS has a fault of its own.
    AwsFault,
}

impl Cause {
    /// A stable code to translate by.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MfaCodeWrong => "mfa-code-wrong",
            Self::MfaCodeReused => "mfa-code-reused",
            Self::MfaSerialWrong => "mfa-serial-wrong",
            Self::MfaMissing => "mfa-missing",
            Self::TrustPolicyPrincipal => "trust-policy-principal",
            Self::TrustPolicySessionName => "trust-policy-session-name",
            Self::ExternalIdMissing => "external-id-missing",
            Self::ExternalIdWrong => "external-id-wrong",
            Self::SourceIdentityMissing => "source-identity-missing",
            Self::SourceIdentityNotAllowed => "source-identity-not-allowed",
            Self::SourceIdentityImmutable => "source-identity-immutable",
            Self::TagSessionNotAllowed => "tag-session-not-allowed",
            Self::IdentityPolicyMissing => "identity-policy-missing",
            Self::IdentityPolicyDenies => "identity-policy-denies",
            Self::TrustPolicyDenies => "trust-policy-denies",
            Self::ServiceControlPolicy => "service-control-policy",
            Self::ResourceControlPolicy => "resource-control-policy",
            Self::PermissionsBoundary => "permissions-boundary",
            Self::SessionPolicy => "session-policy",
            Self::RoleMissing => "role-missing",
            Self::OtherCondition => "other-condition",
            Self::RootUser => "root-user",
            Self::LongTermKeyNeeded => "long-term-key-needed",
            Self::SecretKeyWrong => "secret-key-wrong",
            Self::AccessKeyUnknown => "access-key-unknown",
            Self::SessionExpired => "session-expired",
            Self::ClockBehind => "clock-behind",
            Self::ClockAhead => "clock-ahead",
            Self::RoleChaining => "role-chaining",
            Self::RoleMaximum => "role-maximum",
            Self::PolicyMalformed => "policy-malformed",
            Self::PolicyTooLarge => "policy-too-large",
            Self::RegionNotActive => "region-not-active",
            Self::TooManyCalls => "too-many-calls",
            Self::AwsFault => "aws-fault",
        }
    }
}

/// The likely causes of a refused `AssumeRole`, most likely first, each at most once. `caller` is who signed, if known.
///
/// Empty where the refusal speaks for itself (`ValidationError` about a parameter, an unknown code).
#[must_use]
pub fn likely_causes(refusal: &Refusal, asked: &AssumeRole, caller: Option<&Principal>) -> Vec<Cause> {
    match refusal.code() {
        RefusalCode::AccessDenied => access_denied(refusal.message(), asked, caller),
        RefusalCode::MfaFailed => mfa_failed(refusal.message()),
        RefusalCode::ExpiredToken => vec![Cause::SessionExpired],
        RefusalCode::InvalidClientTokenId => vec![Cause::AccessKeyUnknown],
        RefusalCode::SignatureDoesNotMatch => vec![Cause::SecretKeyWrong],
        RefusalCode::SignatureExpired => vec![Cause::ClockBehind],
        RefusalCode::SignatureNotYetCurrent => vec![Cause::ClockAhead],
        RefusalCode::DurationChained => vec![Cause::RoleChaining],
        RefusalCode::DurationOverMaximum => vec![Cause::RoleMaximum],
        RefusalCode::MalformedPolicyDocument => vec![Cause::PolicyMalformed],
        RefusalCode::PackedPolicyTooLarge => vec![Cause::PolicyTooLarge],
        RefusalCode::RegionDisabled | RefusalCode::OptInRequired => vec![Cause::RegionNotActive],
        RefusalCode::Throttled => vec![Cause::TooManyCalls],
        RefusalCode::ServiceUnavailable | RefusalCode::InternalFailure => vec![Cause::AwsFault],
        RefusalCode::NotSigned | RefusalCode::Validation | RefusalCode::Other => Vec::new(),
    }
}

fn mfa_failed(message: &str) -> Vec<Cause> {
    if message.contains("serial number is valid") {
        // "… unable to validate MFA code. Please verify your MFA serial number is valid and associated with this user."
        vec![Cause::MfaSerialWrong, Cause::MfaCodeWrong]
    } else {
        vec![Cause::MfaCodeWrong, Cause::MfaCodeReused, Cause::MfaSerialWrong]
    }
}

/// Source of the words: IAM user guide, "Troubleshoot access denied error messages".
fn access_denied(message: &str, asked: &AssumeRole, caller: Option<&Principal>) -> Vec<Cause> {
    let says = |words: &str| message.contains(words);
    if says("root account") || matches!(caller, Some(Principal::Root { .. })) {
        return vec![Cause::RootUser];
    }
    if says("session credentials") {
        return vec![Cause::LongTermKeyNeeded];
    }
    if says("sts:TagSession") {
        return vec![Cause::TagSessionNotAllowed];
    }
    if says("sts:SetSourceIdentity") {
        return vec![Cause::SourceIdentityNotAllowed, Cause::SourceIdentityImmutable];
    }
    let named_policies = [
        ("service control policy", Cause::ServiceControlPolicy),
        ("resource control policy", Cause::ResourceControlPolicy),
        ("permissions boundary", Cause::PermissionsBoundary),
        ("session policy", Cause::SessionPolicy),
    ];
    if let Some((_, cause)) = named_policies.iter().find(|(words, _)| says(words)) {
        return vec![*cause];
    }
    if says("explicit deny in a resource-based policy") || says("explicit deny in the role trust policy") {
        let mut causes = vec![Cause::TrustPolicyDenies];
        causes.extend(conditions(asked, caller));
        return causes;
    }
    if says("explicit deny") {
        // Policies that deny everything without MFA are common.
        return match asked.mfa {
            None => vec![Cause::IdentityPolicyDenies, Cause::MfaMissing],
            Some(_) => vec![Cause::IdentityPolicyDenies],
        };
    }
    if says("no identity-based policy allows") {
        return vec![Cause::IdentityPolicyMissing];
    }
    let mut causes = conditions(asked, caller);
    let crosses_accounts = caller.is_none_or(|caller| caller.account() != asked.role.account());
    if !says("no resource-based policy allows") && crosses_accounts {
        causes.insert(1.min(causes.len()), Cause::IdentityPolicyMissing);
    }
    causes.extend([Cause::RoleMissing, Cause::OtherCondition]);
    causes
}

/// What a trust policy commonly demands, the things that were not given first.
fn conditions(asked: &AssumeRole, caller: Option<&Principal>) -> Vec<Cause> {
    // With the name that the caller is bound to, a condition on the name is met.
    let bears_bound_name = caller
        .and_then(|caller| caller.bound_session_name().ok())
        .is_some_and(|bound| bound == asked.session_name);
    let mut causes = Vec::new();
    if !bears_bound_name {
        causes.push(Cause::TrustPolicySessionName);
    }
    causes.push(Cause::TrustPolicyPrincipal);
    if asked.mfa.is_none() {
        causes.push(Cause::MfaMissing);
    }
    causes.push(match asked.external_id {
        Some(_) => Cause::ExternalIdWrong,
        None => Cause::ExternalIdMissing,
    });
    if asked.source_identity.is_none() {
        causes.push(Cause::SourceIdentityMissing);
    }
    causes
}

#[cfg(test)]
mod tests;
