//! For which portal a request was signed.

use core::{fmt, str::FromStr};

use nanori_identity::{IdentityError, Origin};

/// A portal's origin, signed into every request that goes through it as the header `x-nanori-audience`.
///
/// The portal fills in its own origin when it writes the request again. So a proof that a person made for another
/// portal, or that another portal asked for, has a signature that fits no request this portal can write.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Audience(Origin);

impl Audience {
    /// The header's name, lower-case.
    pub const HEADER: &'static str = "x-nanori-audience";

    /// The origin as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl From<Origin> for Audience {
    fn from(origin: Origin) -> Self {
        Self(origin)
    }
}

impl FromStr for Audience {
    type Err = IdentityError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
