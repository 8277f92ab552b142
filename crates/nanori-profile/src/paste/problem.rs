//! What can be wrong with a pasted text.

use crate::Place;

/// Which mistake it is; [`PasteCode::as_str`] is the stable code to translate by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PasteCode {
    /// There is nothing but white space.
    Empty,
    /// No form that can hold credentials was recognised, or it holds none.
    NothingFound,
    /// It begins like JSON and is not JSON; the place is where it breaks.
    BadJson,
    /// The CSV has a quote that is not closed, or fewer columns than its heading.
    BadCsv,
    /// A quote is opened and never closed on its line.
    UnclosedQuote,
    /// The value is a variable (`$SECRET`, `%SECRET%`), which only the shell it came from can fill in.
    Unexpanded,
    /// The value is masked with asterisks, as `aws configure list` prints it.
    Masked,
    /// A secret without an access key id.
    MissingAccessKeyId,
    /// An access key id without a secret.
    MissingSecretAccessKey,
    /// A temporary key (`ASIA…`) without its session token.
    MissingSessionToken,
    /// The access key id has a length or a character that no id has.
    BadAccessKeyId,
    /// The secret has a length or a character that no secret has.
    BadSecretAccessKey,
    /// The session token has a length or a character that no token has.
    BadSessionToken,
    /// The region is not a region; the credentials are used without it.
    BadRegion,
    /// The MFA serial number is not one; the credentials are used without it.
    BadMfaSerial,
    /// The expiry is not a time; the credentials are used without it.
    BadExpiration,
}

impl PasteCode {
    /// The stable code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "paste.empty",
            Self::NothingFound => "paste.nothing-found",
            Self::BadJson => "paste.bad-json",
            Self::BadCsv => "paste.bad-csv",
            Self::UnclosedQuote => "paste.unclosed-quote",
            Self::Unexpanded => "paste.unexpanded",
            Self::Masked => "paste.masked",
            Self::MissingAccessKeyId => "paste.missing-access-key-id",
            Self::MissingSecretAccessKey => "paste.missing-secret-access-key",
            Self::MissingSessionToken => "paste.missing-session-token",
            Self::BadAccessKeyId => "paste.bad-access-key-id",
            Self::BadSecretAccessKey => "paste.bad-secret-access-key",
            Self::BadSessionToken => "paste.bad-session-token",
            Self::BadRegion => "paste.bad-region",
            Self::BadMfaSerial => "paste.bad-mfa-serial",
            Self::BadExpiration => "paste.bad-expiration",
        }
    }
}

/// One mistake with its place. It holds no text of the paste but the label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasteProblem {
    /// Which mistake.
    pub code: PasteCode,
    /// Where it stands.
    pub place: Place,
    /// The profile or user that it belongs to, where one is named.
    pub label: Option<String>,
}

impl PasteProblem {
    pub(super) const fn at(code: PasteCode, place: Place) -> Self {
        Self { code, place, label: None }
    }
}
