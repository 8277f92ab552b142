//! How long a session will last: what to ask for, what shortens it, and what to ask for after a refusal.
//!
//! Two durations are in play. `DurationSeconds` of `AssumeRole` is the life of the credentials; `SessionDuration` of
//! `getSigninToken` is the life of the console and may be longer, but AWS takes it only for credentials that came from
//! a user's own key in one step. Source: IAM user guide, "Methods to assume a role", "Enable custom identity broker
//! access to the AWS console".

use nanori_identity::{Principal, SessionDuration};

/// With what kind of credentials `AssumeRole` is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignedBy {
    /// A user's own key.
    OwnKey,
    /// Temporary credentials of a user, from `GetSessionToken`.
    UserSession,
    /// A role session: the new role is chained.
    RoleSession,
}

impl SignedBy {
    /// By who signs and whether the key is a temporary one.
    #[must_use]
    pub const fn of(principal: &Principal, is_temporary: bool) -> Self {
        match principal {
            Principal::RoleSession { .. } => Self::RoleSession,
            _ if is_temporary => Self::UserSession,
            _ => Self::OwnKey,
        }
    }
}

/// What makes a session shorter than was wished.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DurationCap {
    /// A chained role lasts one hour at most.
    Chaining,
    /// The role's `MaxSessionDuration`, which only a refusal tells.
    RoleMaximum,
}

impl DurationCap {
    /// A stable code to translate by.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Chaining => "chaining",
            Self::RoleMaximum => "role-maximum",
        }
    }
}

/// What will be asked for.
///
/// ```
/// # use nanori_federation::{DurationCap, DurationPlan, SignedBy};
/// # use nanori_identity::SessionDuration;
/// let plan = DurationPlan::new(SessionDuration::MAX, SignedBy::RoleSession);
/// assert_eq!(plan.credentials(), SessionDuration::CHAINED_MAX);
/// assert_eq!(plan.cap(), Some(DurationCap::Chaining));
/// assert_eq!(plan.console(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DurationPlan {
    wished: SessionDuration,
    signed_by: SignedBy,
    credentials: SessionDuration,
    cap: Option<DurationCap>,
}

/// Shorter durations to fall back on, in seconds: 8, 4, 2 hours and the one hour that every role allows.
const LADDER: [u64; 4] = [28_800, 14_400, 7_200, 3_600];

impl DurationPlan {
    /// The plan for a wish.
    #[must_use]
    pub fn new(wished: SessionDuration, signed_by: SignedBy) -> Self {
        let is_capped = signed_by == SignedBy::RoleSession && wished > SessionDuration::CHAINED_MAX;
        let (credentials, cap) = if is_capped {
            (SessionDuration::CHAINED_MAX, Some(DurationCap::Chaining))
        } else {
            (wished, None)
        };
        Self { wished, signed_by, credentials, cap }
    }

    /// `DurationSeconds` of `AssumeRole`.
    #[must_use]
    pub const fn credentials(&self) -> SessionDuration {
        self.credentials
    }

    /// `SessionDuration` of `getSigninToken`: what was wished, even if the role's maximum shortened the credentials.
    /// `None` where AWS refuses the parameter; the console then ends with the credentials.
    #[must_use]
    pub fn console(&self) -> Option<SessionDuration> {
        (self.signed_by == SignedBy::OwnKey).then_some(self.wished)
    }

    /// How long a console will last.
    #[must_use]
    pub fn console_lasts(&self) -> SessionDuration {
        self.console().unwrap_or(self.credentials)
    }

    /// What made the credentials' life shorter than was wished.
    #[must_use]
    pub const fn cap(&self) -> Option<DurationCap> {
        self.cap
    }

    /// The plan to go on with after STS refused the duration for the reason `cap`; `None` if nothing shorter is left
    /// to try.
    ///
    /// STS does not tell a role's maximum. Round durations are tried downwards; with an MFA code, which may work only
    /// once, the next try is the hour that every role allows.
    #[must_use]
    pub fn after_refusal(&self, cap: DurationCap, with_mfa: bool) -> Option<Self> {
        let floor = SessionDuration::DEFAULT;
        let shorter = LADDER
            .iter()
            .filter_map(|seconds| SessionDuration::from_seconds(*seconds).ok())
            .find(|step| *step < self.credentials)?;
        let to_floor = with_mfa || cap == DurationCap::Chaining;
        let credentials = if to_floor { floor } else { shorter };
        // A refusal for chaining shows that the signer was a role session after all.
        let signed_by = if cap == DurationCap::Chaining { SignedBy::RoleSession } else { self.signed_by };
        Some(Self { wished: self.wished, signed_by, credentials, cap: Some(cap) })
    }
}

#[cfg(test)]
mod tests;
