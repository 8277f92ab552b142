//! Why was I denied? Causes of a refused call, most certain first, with the evidence for each.
//!
//! STS says `AccessDenied` for almost everything: a missing permission, a wrong MFA code, a role that does not exist. What
//! can be known comes from STS's message, from the call as it was planned, and from the policies if the person has them.
//! Source: IAM user guide, "Troubleshoot access denied error messages"; STS API reference, "AssumeRole".

#[cfg(test)]
mod tests;

use crate::access::{Basis, authorize};
use crate::caller::CallerKind;
use crate::evaluate::Decision;
use crate::policy::Policy;
use crate::request::Request;

/// What is known about a refused call.
#[derive(Clone, Copy, Debug)]
pub struct Denial<'a> {
    /// STS's error code, such as `AccessDenied`.
    pub code: &'a str,
    /// STS's message.
    pub message: &'a str,
    /// The call as it was sent.
    pub request: &'a Request,
    /// The role's trust policy, if the person has it.
    pub trust: Option<&'a Policy>,
    /// The caller's own policies, if the person has them.
    pub identity: Option<&'a [Policy]>,
}

/// One possible cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    /// What it is.
    pub kind: CauseKind,
    /// How sure it is.
    pub certainty: Certainty,
    /// What speaks for it.
    pub evidence: Evidence,
}

/// How sure a cause is. Ordered from the surest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// It is the cause.
    Certain,
    /// It fits what was sent and is common.
    Likely,
    /// It cannot be excluded.
    Possible,
}

/// What speaks for a cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// STS's code or message says so.
    Answer,
    /// The given policies lead to it; [`crate::explain()`] says how.
    Policies,
    /// The call as it was sent.
    Call,
    /// Only that STS gives the same answer for it.
    SameAnswer,
}

macro_rules! cause_kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal),* $(,)?) => {
        /// What may have led to a refusal.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum CauseKind { $($(#[$doc])* $name),* }

        impl CauseKind {
            /// All of them.
            pub const ALL: &[CauseKind] = &[$(CauseKind::$name),*];

            /// A stable word to find a message by.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(CauseKind::$name => $code),* }
            }
        }
    };
}

cause_kinds!(
    /// Root may assume no role.
    RootUser = "root_user",
    /// A session of `GetFederationToken` may assume no role.
    FederatedUser = "federated_user",
    /// The credentials have run out.
    ExpiredCredentials = "expired_credentials",
    /// The key does not exist or is switched off.
    UnknownKey = "unknown_key",
    /// The signature is wrong: secret key or clock.
    BadSignature = "bad_signature",
    /// The account does not use this region.
    RegionDisabled = "region_disabled",
    /// The asked time is longer than the role, or a chained role, allows.
    Duration = "duration",
    /// A parameter breaks STS's rules.
    BadParameter = "bad_parameter",
    /// Too many calls.
    Throttled = "throttled",
    /// The session policy or the tags are too large.
    PolicyTooLarge = "policy_too_large",
    /// The MFA code is wrong, used already, or too old.
    MfaCode = "mfa_code",
    /// An organization's policy refuses it.
    OrganizationPolicy = "organization_policy",
    /// A permissions boundary refuses it.
    PermissionsBoundary = "permissions_boundary",
    /// The session policy of the caller's own session refuses it.
    SessionPolicy = "session_policy",
    /// The trust policy refuses it explicitly.
    TrustDenies = "trust_denies",
    /// A policy of the caller refuses it explicitly.
    IdentityDenies = "identity_denies",
    /// The trust policy does not allow it.
    TrustSilent = "trust_silent",
    /// The caller's policies do not allow it.
    IdentitySilent = "identity_silent",
    /// The trust policy demands the user name as session name, and another was sent.
    NameDiffers = "name_differs",
    /// The trust policy demands a user name, and the caller is no IAM user.
    NoUserName = "no_user_name",
    /// The trust policy demands MFA, and no code was sent.
    MfaMissing = "mfa_missing",
    /// The trust policy demands an external id, and none or another was sent.
    ExternalId = "external_id",
    /// A source identity was sent without permission to set one.
    SourceIdentity = "source_identity",
    /// Tags were sent without permission to tag sessions.
    SessionTags = "session_tags",
    /// There is no such role or account.
    NoSuchRole = "no_such_role",
);

/// Causes of a refusal, the most certain first; never empty.
#[must_use]
pub fn diagnose(denial: &Denial<'_>) -> Vec<Cause> {
    let mut causes = Vec::new();
    causes.extend(said(denial));
    if causes.iter().all(|cause| cause.certainty != Certainty::Certain) {
        causes.extend(from_policies(denial));
    }
    let known = causes.iter().any(|cause| cause.certainty == Certainty::Certain);
    if !known {
        causes.extend(from_call(denial));
    }
    let mut distinct: Vec<Cause> = Vec::new();
    causes.sort_by_key(|cause| cause.certainty);
    for cause in causes {
        if distinct.iter().all(|seen| seen.kind != cause.kind) {
            distinct.push(cause);
        }
    }
    distinct
}

/// What STS's own words say.
fn said(denial: &Denial<'_>) -> Option<Cause> {
    let message = denial.message.to_ascii_lowercase();
    let has = |words: &str| message.contains(words);
    let explicit = has("explicit deny");
    let kind = match denial.code {
        "ExpiredToken" | "ExpiredTokenException" => CauseKind::ExpiredCredentials,
        "InvalidClientTokenId" => CauseKind::UnknownKey,
        "SignatureDoesNotMatch" => CauseKind::BadSignature,
        "RegionDisabledException" => CauseKind::RegionDisabled,
        "Throttling" | "ThrottlingException" => CauseKind::Throttled,
        "PackedPolicyTooLarge" | "PackedPolicyTooLargeException" => CauseKind::PolicyTooLarge,
        "ValidationError" if has("durationseconds") || has("maxsessionduration") || has("session limit") => {
            CauseKind::Duration
        }
        "ValidationError" => CauseKind::BadParameter,
        _ if has("multifactorauthentication failed") => CauseKind::MfaCode,
        _ if has("roles may not be assumed by root accounts") => CauseKind::RootUser,
        _ if has("service control policy") || has("resource control policy") => CauseKind::OrganizationPolicy,
        _ if has("permissions boundary") => CauseKind::PermissionsBoundary,
        _ if has("session policy") => CauseKind::SessionPolicy,
        _ if has("identity-based policy") && explicit => CauseKind::IdentityDenies,
        _ if has("identity-based policy") => CauseKind::IdentitySilent,
        _ if has("resource-based policy") && explicit => CauseKind::TrustDenies,
        _ if has("resource-based policy") => CauseKind::TrustSilent,
        _ if has("perform: sts:setsourceidentity") => CauseKind::SourceIdentity,
        _ if has("perform: sts:tagsession") => CauseKind::SessionTags,
        _ => return None,
    };
    Some(Cause { kind, certainty: Certainty::Certain, evidence: Evidence::Answer })
}

/// What the given policies lead to.
fn from_policies(denial: &Denial<'_>) -> Vec<Cause> {
    let Some(trust) = denial.trust else { return Vec::new() };
    let access = authorize(denial.request, trust, denial.identity);
    let Some(refused) = access.actions.iter().find(|action| action.decision != Decision::Allowed) else {
        return Vec::new();
    };
    let kind = match (refused.basis, refused.action.as_str()) {
        (Basis::RootUser, _) => CauseKind::RootUser,
        (Basis::FederatedUser, _) => CauseKind::FederatedUser,
        (_, crate::SET_SOURCE_IDENTITY) => CauseKind::SourceIdentity,
        (_, crate::TAG_SESSION) => CauseKind::SessionTags,
        (Basis::TrustDenies, _) => CauseKind::TrustDenies,
        (Basis::IdentityDenies, _) => CauseKind::IdentityDenies,
        (Basis::TrustSilent, _) => CauseKind::TrustSilent,
        (Basis::IdentitySilent, _) => CauseKind::IdentitySilent,
        (Basis::TrustAllows | Basis::BothAllow | Basis::IdentityUnknown, _) => return Vec::new(),
    };
    vec![Cause { kind, certainty: Certainty::Certain, evidence: Evidence::Policies }]
}

/// What the call itself makes likely.
fn from_call(denial: &Denial<'_>) -> Vec<Cause> {
    let (request, caller) = (denial.request, denial.request.caller());
    let context = request.context();
    let likely = |kind| Cause { kind, certainty: Certainty::Likely, evidence: Evidence::Call };
    let possible = |kind| Cause { kind, certainty: Certainty::Possible, evidence: Evidence::SameAnswer };
    let mut causes = Vec::new();
    match caller.kind() {
        CallerKind::Root { .. } => {
            causes.push(Cause { certainty: Certainty::Certain, ..likely(CauseKind::RootUser) });
        }
        CallerKind::FederatedUser { .. } => {
            causes.push(Cause { certainty: Certainty::Certain, ..likely(CauseKind::FederatedUser) });
        }
        CallerKind::User { name, .. } if context.value("sts:RoleSessionName") != Some(name) => {
            causes.push(likely(CauseKind::NameDiffers));
        }
        CallerKind::RoleSession { .. } => causes.push(likely(CauseKind::NoUserName)),
        _ => {}
    }
    // With the trust policy at hand, what it does not ask for needs no guess.
    let open = denial.trust.is_none();
    if context.value("aws:MultiFactorAuthAge") == Some("0") {
        causes.push(likely(CauseKind::MfaCode));
    } else if open && context.value("aws:MultiFactorAuthPresent") != Some("true") {
        causes.push(likely(CauseKind::MfaMissing));
    }
    if open && context.values("sts:SourceIdentity").is_some() {
        causes.push(likely(CauseKind::SourceIdentity));
    }
    if open && context.values("aws:TagKeys").is_some() {
        causes.push(likely(CauseKind::SessionTags));
    }
    if open {
        causes.push(possible(CauseKind::TrustSilent));
        causes.push(possible(CauseKind::ExternalId));
        causes.push(possible(CauseKind::NoSuchRole));
    } else {
        causes.retain(|cause| !matches!(cause.kind, CauseKind::NameDiffers | CauseKind::NoUserName));
    }
    if denial.identity.is_none() && caller.account().is_some() {
        causes.push(possible(CauseKind::IdentitySilent));
    }
    causes.push(possible(CauseKind::OrganizationPolicy));
    causes
}
