//! A browser and the console sessions it holds: one, or up to five when it has switched multi-session on.

use chrono::{DateTime, Utc};

use crate::caller::Caller;

/// With multi-session AWS allows five at once.
pub const MOST_SESSIONS: usize = 5;

/// A browser that has been signed in.
#[derive(Debug, Clone, Default)]
pub struct Browser {
    /// Newest last.
    pub sessions: Vec<ConsoleSession>,
    /// Whether several sessions may live side by side.
    pub multi_session: bool,
    /// The region of the last page, which the console reuses when an address names none.
    pub last_region: Option<String>,
}

/// One sign-in.
#[derive(Debug, Clone)]
pub struct ConsoleSession {
    /// Names the session in addresses when there are several.
    pub name: String,
    /// Who is signed in.
    pub caller: Caller,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
    /// Where the person came from, and is sent back to when the session has ended.
    pub issuer: Option<String>,
}

/// A login that was accepted, on its way to the console.
///
/// The login form may come from another site, in which case the browser does not send its cookie along; the next hop
/// stays on this server and does.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The session to open.
    pub session: ConsoleSession,
    /// Where to go then.
    pub location: String,
}

impl Browser {
    /// Whether a new session may be opened: nobody is signed in, or multi-session has room.
    pub fn admits(&self, now: DateTime<Utc>) -> bool {
        let live = self.sessions.iter().filter(|session| session.expires_at > now).count();
        if self.multi_session { live < MOST_SESSIONS } else { live == 0 }
    }

    /// Opens a session.
    pub fn open(&mut self, session: ConsoleSession, now: DateTime<Utc>) {
        if !self.multi_session {
            self.sessions.clear();
        }
        while self.sessions.len() >= MOST_SESSIONS {
            let ended = self.sessions.iter().position(|old| old.expires_at <= now).unwrap_or(0);
            self.sessions.remove(ended);
        }
        self.sessions.push(session);
    }

    /// The session with this name, or the newest one.
    pub fn session(&self, name: Option<&str>) -> Option<&ConsoleSession> {
        match name {
            Some(name) => self.sessions.iter().find(|session| session.name == name),
            None => self.sessions.last(),
        }
    }
}
