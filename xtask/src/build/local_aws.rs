//! The local AWS: an ordinary program for this machine.

use std::path::PathBuf;
use std::process::Command;

use super::run_logged;
use crate::error::Error;
use crate::step::Step;
use crate::workspace::Workspace;

/// Builds the local AWS; returns the program. Cargo itself skips it when nothing changed.
pub fn local_aws(workspace: &Workspace) -> Result<PathBuf, Error> {
    let what = "building the local AWS";
    let program = workspace.native_target().join("debug/nanori-local-aws");
    let step = Step::begin(what, "");
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--package", "nanori-local-aws"]).current_dir(workspace.root());
    run_logged(workspace, what, &mut cargo)?;
    step.done();
    Ok(program)
}
