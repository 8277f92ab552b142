//! Why a console cannot be opened, or a link cannot be read.

use nanori_identity::IdentityError;

/// What can go wrong here, short of the network. Nothing secret is in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FederationError {
    /// The console takes temporary credentials only.
    #[error("the console can be opened with temporary credentials only")]
    LongTermCredentials,
    /// AWS refused the credentials or the duration; it gives no reason that a program could read.
    #[error("aws refused the sign-in token with status {status}")]
    Refused {
        /// The HTTP status, 400 to 499.
        status: u16,
    },
    /// The answer is not one of the sign-in service: a redirect, a fault, a proxy's page.
    #[error("the answer with status {status} is not one of aws sign-in")]
    Unexpected {
        /// The HTTP status.
        status: u16,
    },
    /// The answer has status 200 but not the form `{"SigninToken": "…"}`.
    #[error("the answer of aws sign-in is malformed")]
    Malformed,
    /// The answer is larger than any of the sign-in service.
    #[error("the answer of aws sign-in has more than {max} bytes")]
    TooLarge {
        /// The limit in bytes.
        max: usize,
    },
    /// Partition `aws-eusc` has regional sign-in hosts only.
    #[error("partition {partition} has no global sign-in host")]
    NoGlobalEndpoint {
        /// The partition's id.
        partition: &'static str,
    },
    /// Not an address that begins with `https://` and is plain ASCII, without user info or port.
    #[error("not a plain https address: {what}")]
    NotAnAddress {
        /// The rule that is broken.
        what: &'static str,
    },
    /// A destination outside of the partition's console.
    #[error("{host:?} is not a console host of partition {partition}")]
    ForeignDestination {
        /// The host that was given.
        host: String,
        /// The partition's id.
        partition: &'static str,
    },
    /// A page's name that is not in the table.
    #[error("{id:?} is not the name of a console page")]
    UnknownPage {
        /// What was given.
        id: String,
    },
    /// A parameter that a link must not have: it would be ignored, and the link would do other than it says.
    #[error("the link has the unknown parameter {name:?}")]
    UnknownParameter {
        /// Its name.
        name: String,
    },
    /// A parameter given twice.
    #[error("the link has the parameter {name:?} twice")]
    DuplicateParameter {
        /// Its name.
        name: String,
    },
    /// A parameter that the link needs.
    #[error("the link has no parameter {name}")]
    MissingParameter {
        /// Its name.
        name: &'static str,
    },
    /// A percent sequence that is no UTF-8 text.
    #[error("the link is not percent-encoded utf-8")]
    Encoding,
    /// A link that is too long to be one.
    #[error("the link has {found} characters, at most {max} are allowed")]
    TooLong {
        /// Its length.
        found: usize,
        /// The most that is read.
        max: usize,
    },
    /// Not AWS's switch-role link.
    #[error("not a switch-role link of aws")]
    NotASwitchRoleLink,
    /// A switch-role link with an account's alias: only the account's own people can resolve it.
    #[error("the link names the account by its alias {alias:?}, not by its number")]
    AccountAlias {
        /// The alias.
        alias: String,
    },
    /// A value that cannot be what it claims to be.
    #[error(transparent)]
    Identity(#[from] IdentityError),
    /// A checked value did not fit into an HTTP request. No checked value can cause it.
    #[error("the request cannot be written as http")]
    UnwritableRequest,
}

impl FederationError {
    /// A stable code to branch on and to translate by. For [`Self::Identity`], the inner code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::LongTermCredentials => "long-term-credentials",
            Self::Refused { .. } => "refused",
            Self::Unexpected { .. } => "unexpected",
            Self::Malformed => "malformed",
            Self::TooLarge { .. } => "too-large",
            Self::NoGlobalEndpoint { .. } => "no-global-endpoint",
            Self::NotAnAddress { .. } => "not-an-address",
            Self::ForeignDestination { .. } => "foreign-destination",
            Self::UnknownPage { .. } => "unknown-page",
            Self::UnknownParameter { .. } => "unknown-parameter",
            Self::DuplicateParameter { .. } => "duplicate-parameter",
            Self::MissingParameter { .. } => "missing-parameter",
            Self::Encoding => "encoding",
            Self::TooLong { .. } => "too-long",
            Self::NotASwitchRoleLink => "not-a-switch-role-link",
            Self::AccountAlias { .. } => "account-alias",
            Self::Identity(error) => error.code(),
            Self::UnwritableRequest => "unwritable-request",
        }
    }

    /// Whether the same request, sent again after a pause, may succeed.
    #[must_use]
    pub const fn is_retryable(&self) -> bool {
        matches!(self, Self::Unexpected { status: 500 | 502 | 503 | 504 } | Self::Refused { status: 429 })
    }
}
