//! `cargo xtask test`: every test there is, or one suite of them.

mod counterparts;
mod fuzz;
mod node;
mod oracle;
mod unit;

pub use counterparts::Counterparts;

use crate::build::Profile;
use crate::error::Error;
use crate::workspace::Workspace;

/// Which tests to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// One suite, or all.
    pub suite: Option<Suite>,
    /// Words of which one must be in a test's name; none means all.
    pub names: Vec<String>,
    /// How app and worker are compiled.
    pub profile: Profile,
    /// How long each fuzz target runs.
    pub fuzz_seconds: u32,
}

impl Default for Filter {
    fn default() -> Self {
        Self { suite: None, names: Vec::new(), profile: Profile::Quick, fuzz_seconds: 10 }
    }
}

/// A kind of test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suite {
    /// Rust unit and property tests.
    Unit,
    /// Comparisons with programs that others wrote.
    Oracle,
    /// The portal in a browser.
    EndToEnd,
    /// Random bytes against every parser of outside bytes.
    Fuzz,
}

impl Suite {
    const ALL: [Self; 4] = [Self::Unit, Self::Fuzz, Self::Oracle, Self::EndToEnd];

    /// The suite with this name on the command line.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|suite| suite.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Oracle => "oracle",
            Self::EndToEnd => "e2e",
            Self::Fuzz => "fuzz",
        }
    }
}

/// Runs the tests; the first suite that fails ends it.
pub fn run(workspace: &Workspace, filter: &Filter) -> Result<(), Error> {
    let suites: Vec<_> =
        Suite::ALL.into_iter().filter(|suite| filter.suite.is_none_or(|only| only == *suite)).collect();
    for suite in suites {
        println!("── {} ──", suite.name());
        match suite {
            Suite::Unit => unit::run(workspace, &filter.names)?,
            Suite::Fuzz => fuzz::run(workspace, filter)?,
            Suite::Oracle => oracle::run(workspace, filter)?,
            Suite::EndToEnd => node::end_to_end(workspace, filter)?,
        }
    }
    Ok(())
}
