//! Rust tests, compiled for this machine.

use std::process::Command;

use crate::error::Error;
use crate::process::{self, Output};
use crate::workspace::Workspace;

/// Runs `cargo test` over all that compiles natively.
pub fn run(workspace: &Workspace, names: &[String]) -> Result<(), Error> {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--workspace", "--exclude", "nanori-worker", "--quiet", "--"]).args(names);
    cargo.current_dir(workspace.root());
    process::run("unit tests", &mut cargo, Output::Shown)
}
