//! Why a file cannot be read or a text cannot be written. No variant carries text of the file.

use crate::Place;

/// What went wrong. [`ProfileError::code`] is the stable code to branch on and to translate by.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProfileError {
    /// A value holds a character that the form has no safe way to write.
    #[error("the value of {name} cannot be written safely as {form}")]
    Unquotable {
        /// The form's stable name.
        form: &'static str,
        /// The variable or key.
        name: &'static str,
    },
    /// Two keys of which one makes the other useless.
    #[error("{name} cannot be used with {with}")]
    Conflict {
        /// The key that would do nothing, or harm.
        name: &'static str,
        /// The key that it cannot stand beside.
        with: &'static str,
    },
    /// A profile name that not every SDK reads.
    #[error("a profile name has 1 to 128 letters, digits or -_/.%@:+ and is not DEFAULT")]
    Name,
    /// The marks of the managed block do not pair; the place is that of the odd one.
    #[error("the marks of the managed block do not pair at {place}")]
    ManagedBlock {
        /// Where.
        place: Place,
    },
    /// The file is not UTF-8; the place is that of the first byte that is not.
    #[error("the file is not UTF-8 at {place}")]
    NotUtf8 {
        /// Where.
        place: Place,
        /// The offset of that byte.
        byte: usize,
    },
}

impl ProfileError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unquotable { .. } => "profile.unquotable",
            Self::Conflict { .. } => "profile.conflict",
            Self::Name => "profile.name",
            Self::ManagedBlock { .. } => "profile.managed-block",
            Self::NotUtf8 { .. } => "profile.not-utf8",
        }
    }
}
