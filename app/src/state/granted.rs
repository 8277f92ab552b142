//! Credentials that were granted and are shown: what they are of, and how long they last.

use std::sync::Arc;

use nanori_api::{GrantedSession, IssuedCredentials};
use nanori_identity::{Credentials, IdentityError, Region, RoleArn, Timestamp};

/// Granted credentials. Wiped when dropped.
pub struct Granted {
    /// The credentials.
    pub credentials: Credentials,
    /// When they end.
    pub expiration: Timestamp,
    /// The role that they are of.
    pub role: RoleArn,
    /// The region they are used in.
    pub region: Region,
    /// What STS granted.
    pub session: GrantedSession,
}

/// What the page keeps of a grant.
#[derive(Clone)]
pub enum Held {
    /// Credentials that are good.
    Good(Arc<Granted>),
    /// Whose they were, once they are over. Nothing of the credentials themselves is left.
    Over {
        /// The role.
        role: RoleArn,
        /// The role session's ARN.
        arn: String,
    },
}

impl Granted {
    /// Reads what the worker answered.
    ///
    /// # Errors
    /// [`IdentityError`] for a part that is not what it should be.
    pub fn read(
        issued: &IssuedCredentials,
        session: GrantedSession,
        role: RoleArn,
        region: Region,
    ) -> Result<Self, IdentityError> {
        let expiration: Timestamp = issued.expiration.parse()?;
        let credentials = Credentials {
            access_key_id: issued.access_key_id.parse()?,
            secret_access_key: issued.secret_access_key.expose().parse()?,
            session_token: Some(issued.session_token.expose().parse()?),
            expiration: Some(expiration),
        };
        Ok(Self { credentials, expiration, role, region, session })
    }
}

/// Seconds left as `h:mm:ss` or `m:ss`; `None` when it is over.
pub fn time_left(expiration: Timestamp, now: Timestamp) -> Option<String> {
    let left = expiration.since(now);
    if left <= 0 {
        return None;
    }
    let (hours, minutes, seconds) = (left / 3600, left / 60 % 60, left % 60);
    Some(if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    })
}

#[cfg(test)]
mod tests;
