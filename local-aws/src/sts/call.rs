//! What an action needs to know of the call it answers, and what it hands back.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::parameters::Parameters;
use crate::caller::Caller;
use crate::directory::{Directory, Role};

/// A call whose signature holds.
#[derive(Debug)]
pub struct Call<'a> {
    /// Who signed.
    pub caller: &'a Caller,
    /// The region of the credential scope.
    pub region: &'a str,
    /// The parameters.
    pub parameters: &'a Parameters,
    /// Accounts, users and roles.
    pub directory: &'a Directory,
    /// The local AWS's time.
    pub now: DateTime<Utc>,
    /// Where the request came from.
    pub source: IpAddr,
}

/// An action that was done.
#[derive(Debug)]
pub struct Done {
    /// The content of the result element.
    pub xml: String,
    /// `responseElements` of the CloudTrail record.
    pub response_elements: Value,
    /// The role it is about, for the record's `resources`.
    pub role: Option<std::sync::Arc<Role>>,
}
