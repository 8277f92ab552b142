//! A refused switch, as it is handed to the page that explains it: in memory, never in an address, and without secrets.

/// What is known about a refused switch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Denied {
    /// AWS's error code; empty if it said none.
    pub code: String,
    /// AWS's message; empty if it said none.
    pub message: String,
    /// Who called, as `GetCallerIdentity` names it.
    pub caller: String,
    /// The role's ARN.
    pub role: String,
    /// The region that was asked in.
    pub region: String,
    /// The session name that was sent.
    pub session_name: String,
    /// Whether an MFA code was sent; the code itself is gone.
    pub mfa: bool,
    /// The external ID that was sent; empty for none.
    pub external_id: String,
    /// The source identity that was sent; empty for none.
    pub source_identity: String,
    /// The session tags that were sent, one `key=value` a line.
    pub tags: String,
}
