//! Rust tests, compiled for this machine.

use std::ffi::OsString;
use std::process::Command;

use crate::error::Error;
use crate::process::{self, Output};
use crate::workspace::Workspace;

/// Runs `cargo test` over the workspace.
pub fn run(workspace: &Workspace, names: &[String]) -> Result<(), Error> {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--workspace", "--quiet", "--"]).args(names).current_dir(workspace.root());
    // Shells that are read by their own rules where they are missing.
    for (variable, program) in [("NANORI_ZSH", "zsh"), ("NANORI_FISH", "fish"), ("NANORI_PWSH", "pwsh")] {
        if let Some(path) = process::find(&[program]) {
            cargo.env(variable, path);
        }
    }
    process::run("unit tests", &mut cargo, Output::Shown)
}

/// Runs the tests that `#[ignore]` keeps out of that because they need programs which `variables` name.
pub fn run_ignored(
    workspace: &Workspace,
    names: &[String],
    variables: &[(&str, OsString)],
) -> Result<(), Error> {
    let mut cargo = Command::new("cargo");
    cargo.args(["test", "--workspace", "--quiet", "--tests", "--", "--ignored"]).args(names);
    cargo.current_dir(workspace.root()).envs(variables.iter().map(|(name, value)| (name, value)));
    process::run("Rust comparisons with other programs", &mut cargo, Output::Shown)
}
