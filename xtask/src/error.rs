//! Why a command stops: each message is one sentence that says what is wrong and what to do about it.

use std::io;
use std::path::{Path, PathBuf};

/// The one error type of this program; `Display` is what the person reads.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The command line was not understood.
    #[error("{0} (`cargo xtask --help` lists the commands)")]
    Usage(String),
    /// Another program listens where the portal should.
    #[error("port {0} is in use by another program: stop it, or choose another port with `--port {next}`", next = .0.saturating_add(1))]
    PortBusy(u16),
    /// Something is needed that this program can't provide here.
    #[error("{what} is missing: {fix}")]
    Missing {
        /// The thing, as the start of a sentence.
        what: String,
        /// What the person does to get it.
        fix: String,
    },
    /// A download failed for want of a network.
    #[error("{what} needs a network: connect this machine and run the same command again; what is already there is kept (details: {})", .log.display())]
    Network {
        /// What it was doing.
        what: String,
        /// Where the output of the program that tried is.
        log: PathBuf,
    },
    /// A program that was started did not succeed.
    #[error("{what} failed ({status}){}", output(.log.as_deref(), .tail))]
    Failed {
        /// What it was doing.
        what: String,
        /// How it ended.
        status: String,
        /// Where its whole output is, unless the person saw it.
        log: Option<PathBuf>,
        /// The last lines of that output.
        tail: String,
    },
    /// A check of our own did not hold.
    #[error("{0}")]
    Refused(String),
    /// A file or a process could not be used.
    #[error("{what}: {source}")]
    Io {
        /// What was being attempted, with the path.
        what: String,
        /// The system's reason.
        source: io::Error,
    },
    /// The person pressed Ctrl-C.
    #[error("stopped")]
    Interrupted,
}

impl Error {
    /// Wraps a system error with what was being done to which path.
    pub fn io(doing: &str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let what = format!("{doing} {}", path.display());
        move |source| Self::Io { what, source }
    }

    /// Something that the person has to provide.
    pub fn missing(what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self::Missing { what: what.into(), fix: fix.into() }
    }
}

impl From<lexopt::Error> for Error {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}

fn output(log: Option<&Path>, tail: &str) -> String {
    match log {
        None => String::new(),
        Some(log) if tail.is_empty() => format!("; its output is in {}", log.display()),
        Some(log) => format!("; the end of {}:\n{tail}", log.display()),
    }
}
