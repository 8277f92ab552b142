//! The portal session: who signed in, with which key, until when. It lives sealed in a cookie and nowhere else.
//!
//! A stolen cookie alone switches nothing: every switch is signed with the key that the session is bound to.

use nanori_api::{PrincipalKind, PrincipalView, SessionView};
use nanori_identity::{AccessKeyId, IdentityError, Principal, SessionName, Timestamp, UniqueId};

use crate::{random, seal::SealingKeys};

/// A session ends twelve hours after it began, whatever happens.
pub(crate) const MAX_AGE: i64 = 12 * 3_600;
/// A session ends one hour after it was last used.
pub(crate) const MAX_IDLE: i64 = 3_600;
/// The cookie is written anew when the last use is this old: not with each request.
const REFRESH_AFTER: i64 = 60;

const PURPOSE: &[u8] = b"nanori portal session 1";

/// Who is signed in. Bound to account, unique id and access key id: a name that is given again to somebody else, or
/// another key of the same user, is another session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PortalSession {
    pub(crate) principal: Principal,
    pub(crate) unique_id: UniqueId,
    pub(crate) access_key_id: AccessKeyId,
    /// The one session name that may be used.
    pub(crate) name: SessionName,
    pub(crate) began: Timestamp,
    pub(crate) seen: Timestamp,
}

/// Why there is no session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoSession {
    /// No cookie, or one that this deployment did not seal.
    Missing,
    /// Not used for too long.
    Idle,
    /// Too old.
    Aged,
}

impl PortalSession {
    /// A session for a caller that STS has just named.
    ///
    /// # Errors
    /// Those of [`Principal::bound_session_name`]: the caller has no name to switch under.
    pub(crate) fn begin(
        principal: Principal,
        unique_id: UniqueId,
        access_key_id: AccessKeyId,
        now: Timestamp,
    ) -> Result<Self, IdentityError> {
        let name = principal.bound_session_name()?;
        Ok(Self { principal, unique_id, access_key_id, name, began: now, seen: now })
    }

    /// Opens the cookie's value.
    pub(crate) fn open(text: &str, keys: &SealingKeys, now: Timestamp) -> Result<Self, NoSession> {
        let plain = keys.open(text, PURPOSE).ok_or(NoSession::Missing)?;
        let session = read(&plain).ok_or(NoSession::Missing)?;
        if now.since(session.began) >= MAX_AGE {
            return Err(NoSession::Aged);
        }
        if now.since(session.seen) >= MAX_IDLE {
            return Err(NoSession::Idle);
        }
        Ok(session)
    }

    /// The cookie's value, or nothing if the runtime gives no random bytes.
    pub(crate) fn seal(&self, keys: &SealingKeys) -> Option<String> {
        keys.seal(write(self).as_bytes(), PURPOSE, &random::bytes()?)
    }

    /// The same session, used now; `None` while the last use is recent enough.
    pub(crate) fn refreshed(&self, now: Timestamp) -> Option<Self> {
        (now.since(self.seen) >= REFRESH_AFTER).then(|| Self { seen: now, ..self.clone() })
    }

    /// Seconds for which the cookie is of use.
    pub(crate) fn remaining(&self, now: Timestamp) -> i64 {
        MAX_AGE - now.since(self.began)
    }

    /// What the front end may know.
    pub(crate) fn view(&self) -> SessionView {
        let (kind, name) = match &self.principal {
            Principal::RoleSession { role_name, .. } => (PrincipalKind::RoleSession, role_name.clone()),
            _ => (PrincipalKind::User, self.name.to_string()),
        };
        SessionView {
            principal: PrincipalView {
                arn: self.principal.to_string(),
                kind,
                account_id: self.principal.account().to_string(),
                name,
            },
            session_name: self.name.to_string(),
            access_key_id: self.access_key_id.to_string(),
            expires_at: self.began.plus(MAX_AGE).to_string(),
            idle_expires_at: self.seen.plus(MAX_IDLE).to_string(),
        }
    }
}

/// The sealed form: a line each for ARN, unique id, key id, begin and last use. None of them can hold a line end. The
/// name is not in it: it follows from the ARN.
fn write(session: &PortalSession) -> String {
    let PortalSession { principal, unique_id, access_key_id, began, seen, .. } = session;
    format!("{principal}\n{unique_id}\n{access_key_id}\n{}\n{}", began.unix(), seen.unix())
}

fn read(plain: &[u8]) -> Option<PortalSession> {
    let mut lines = core::str::from_utf8(plain).ok()?.split('\n');
    let mut next = || lines.next();
    let (principal, unique_id, access_key_id) =
        (next()?.parse().ok()?, next()?.parse().ok()?, next()?.parse().ok()?);
    let mut time = || Timestamp::from_unix(next()?.parse().ok()?).ok();
    let (began, seen) = (time()?, time()?);
    let session = PortalSession::begin(principal, unique_id, access_key_id, began).ok()?;
    lines.next().is_none().then_some(PortalSession { seen, ..session })
}

#[cfg(test)]
mod tests;
