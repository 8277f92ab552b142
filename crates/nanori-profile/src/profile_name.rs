//! The name of a profile that is written, which every SDK must read alike.

use core::{fmt, str::FromStr};

use crate::ProfileError;

/// A profile name of 1–128 characters of `[A-Za-z0-9_\-/.%@:+]`.
///
/// That is the set that the AWS SDKs' shared parser takes. A name that is only read is a plain string: files hold names
/// that some SDKs read and others pass over. `DEFAULT` is refused: Python's reader takes it for every profile's defaults.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProfileName(String);

impl ProfileName {
    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The heading of its section in `~/.aws/config`: `[default]` or `[profile name]`.
    #[must_use]
    pub fn config_heading(&self) -> String {
        match self.0.as_str() {
            "default" => "[default]".to_owned(),
            name => format!("[profile {name}]"),
        }
    }
}

impl FromStr for ProfileName {
    type Err = ProfileError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let length = text.chars().count();
        if text == "DEFAULT" || !(1..=128).contains(&length) || !text.chars().all(is_identifier) {
            return Err(ProfileError::Name);
        }
        Ok(Self(text.to_owned()))
    }
}

/// Whether the SDKs' shared parser takes the character in a section or property name.
pub(crate) const fn is_identifier(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '/' | '.' | '%' | '@' | ':' | '+')
}

impl fmt::Display for ProfileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
