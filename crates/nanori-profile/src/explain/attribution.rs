//! What CloudTrail will record of a profile's commands: a person's name, or one that a tool invents.

use nanori_identity::{RoleArn, Timestamp};

use crate::{Chain, Origin};

/// A tool that assumes the role of a profile and invents a session name if there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tool {
    /// AWS CLI, boto3 and botocore.
    Botocore,
    /// The JavaScript SDK.
    JavaScript,
    /// The Go SDK.
    Go,
    /// The Rust SDK.
    Rust,
}

/// Whom CloudTrail will name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribution {
    /// A role session. `arn` is absent if the role's ARN is not one.
    RoleSession {
        /// The session name.
        session_name: String,
        /// `arn:…:assumed-role/{role}/{session}`, without the role's path.
        arn: Option<String>,
        /// Whether a tool invented the name: then it names nobody.
        invented: bool,
    },
    /// The owner of a static key: an IAM user, under its own name.
    KeyOwner {
        /// Which key.
        access_key_id: String,
    },
    /// The person who signed in at IAM Identity Center: their user name there becomes the session name.
    SignedInUser,
    /// Whoever owns the credentials that only the machine, the environment or a program knows.
    Unknown,
}

impl Tool {
    /// Every tool.
    pub const ALL: [Self; 4] = [Self::Botocore, Self::JavaScript, Self::Go, Self::Rust];

    /// The session name that the tool invents at `now`. Where the tool counts finer than seconds, zeros stand for the rest.
    #[must_use]
    pub fn invented_name(self, now: Timestamp) -> String {
        let seconds = now.unix();
        match self {
            Self::Botocore => format!("botocore-session-{seconds}"),
            Self::JavaScript => format!("aws-sdk-js-{seconds}000"),
            Self::Go => format!("aws-go-sdk-{seconds}000000000"),
            Self::Rust => format!("assume-role-from-profile-{seconds}000"),
        }
    }
}

impl Attribution {
    /// Whom CloudTrail names when `tool` uses the chain at `now`.
    #[must_use]
    pub fn of(chain: &Chain, tool: Tool, now: Timestamp) -> Self {
        let session = |role_arn: &str, name: Option<&str>| {
            let session_name = name.map_or_else(|| tool.invented_name(now), str::to_owned);
            let role: Option<RoleArn> = role_arn.parse().ok();
            let arn = role.map(|role| format!("{}{session_name}", role.assumed_role_prefix()));
            Self::RoleSession { session_name, arn, invented: name.is_none() }
        };
        match (chain.hops.first(), &chain.origin) {
            (Some(hop), _) => session(&hop.role_arn, hop.session_name.as_deref()),
            (None, Origin::WebIdentity { role_arn, session_name, .. }) => {
                session(role_arn, session_name.as_deref().filter(|name| !name.is_empty()))
            }
            (None, Origin::Static { access_key_id, .. }) => {
                Self::KeyOwner { access_key_id: access_key_id.clone() }
            }
            (None, Origin::Sso { .. }) => Self::SignedInUser,
            (None, _) => Self::Unknown,
        }
    }
}
