//! Why the local AWS did not start. What it refuses while it runs is [`crate::sts::refusal::Refusal`].

use std::path::PathBuf;

/// A reason not to start, with enough in it to mend it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The command line could not be understood.
    #[error("{0}")]
    Usage(String),
    /// The configuration file could not be read.
    #[error("cannot read the configuration {path}: {source}")]
    UnreadableConfig {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The configuration file is not the TOML that is expected.
    #[error("the configuration is malformed at line {line}: {reason}")]
    MalformedConfig {
        /// Counted from one.
        line: usize,
        /// The parser's reason, without the line itself.
        reason: String,
    },
    /// The configuration parses but contradicts AWS's rules.
    #[error("the configuration is wrong: {0}")]
    InvalidConfig(String),
    /// An address that is not loopback.
    #[error("{0} is not a loopback address; the local AWS serves this machine only")]
    NotLoopback(std::net::IpAddr),
    /// The port could not be opened.
    #[error("cannot listen on {address}: {source}; choose another one with --port")]
    Listen {
        /// The address and port.
        address: std::net::SocketAddr,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// Any other failure of the operating system.
    #[error("the operating system refused: {0}")]
    System(#[from] std::io::Error),
}

impl Error {
    /// A stable word for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Usage(_) => "usage",
            Self::UnreadableConfig { .. } => "unreadable-config",
            Self::MalformedConfig { .. } => "malformed-config",
            Self::InvalidConfig(_) => "invalid-config",
            Self::NotLoopback(_) => "not-loopback",
            Self::Listen { .. } => "listen",
            Self::System(_) => "system",
        }
    }
}
