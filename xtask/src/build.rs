//! Builds the parts: the app and the worker for WebAssembly, the local AWS for this machine. What has not changed is not built again.

mod app;
mod local_aws;
mod signer;
mod wasm_part;
mod worker;

use std::path::PathBuf;

use crate::error::Error;
use crate::process::{self, Output};
use crate::tools::npm::{self, Npm};
use crate::workspace::Workspace;

pub use local_aws::local_aws;
pub use signer::signer;

/// How the WebAssembly parts are compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// Built as fast as still runs well.
    #[default]
    Quick,
    /// What is deployed: small.
    Release,
}

/// Builds every part.
pub fn all(workspace: &Workspace, profile: Profile) -> Result<(), Error> {
    let npm = npm::provide(workspace)?;
    local_aws(workspace)?;
    wasm(workspace, profile, &npm).map(drop)
}

/// What is uploaded.
#[derive(Debug)]
pub struct Portal {
    /// The folder of the app's files, which the worker serves as assets.
    pub dist: PathBuf,
    /// The folder of the worker's modules, `index.js` among them.
    pub worker: PathBuf,
}

/// Builds what is uploaded.
pub fn wasm(workspace: &Workspace, profile: Profile, npm: &Npm) -> Result<Portal, Error> {
    let worker = worker::build(workspace, profile, npm)?;
    let dist = app::build(workspace, profile, npm)?;
    Ok(Portal { dist, worker })
}

/// Runs a build with its output in a log.
fn run_logged(workspace: &Workspace, step: &str, command: &mut std::process::Command) -> Result<(), Error> {
    let log = workspace.log(&step.replace(' ', "-"))?;
    process::run(step, command, Output::Log(log))
}
