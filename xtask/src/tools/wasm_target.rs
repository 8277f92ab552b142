//! A compiler for WebAssembly: the one in use, else rustup's target, else Debian's compiler with a standard library built for it.

mod debian_std;
mod toolchain;

use std::process::Command;

pub use toolchain::Toolchain;

use super::lock::InstallLock;
use crate::error::Error;
use crate::process::{self, Output};
use crate::step::Step;
use crate::workspace::Workspace;

const TARGET: &str = "wasm32-unknown-unknown";

/// Finds a compiler that links a small library for wasm32, or installs one.
pub fn provide(workspace: &Workspace) -> Result<Toolchain, Error> {
    if let Some(found) = installed(workspace)? {
        return Ok(found);
    }
    let _lock = InstallLock::take(workspace)?;
    if let Some(found) = installed(workspace)? {
        return Ok(found);
    }
    if process::find(&["rustup"]).is_some() {
        let step = Step::begin(format!("adding the target {TARGET} with rustup"), "");
        let mut add = Command::new("rustup");
        add.args(["target", "add", TARGET]).current_dir(workspace.root());
        // Where rustup can't download it, Debian's compiler is next.
        if process::run("rustup target add", &mut add, Output::Log(workspace.log("rustup")?)).is_ok() {
            step.done();
        }
        process::check_stopped()?;
        let own = Toolchain::own();
        if own.links(workspace)? {
            return Ok(own);
        }
    }
    debian_std::provide(workspace)?;
    let debian = Toolchain::debian();
    if debian.links(workspace)? {
        return Ok(debian);
    }
    let fix = format!("run `rustup target add {TARGET}` on a machine with a network");
    Err(Error::missing(format!("a Rust compiler for {TARGET}"), fix))
}

fn installed(workspace: &Workspace) -> Result<Option<Toolchain>, Error> {
    for toolchain in [Toolchain::own(), Toolchain::debian()] {
        if toolchain.links(workspace)? {
            return Ok(Some(toolchain));
        }
    }
    Ok(None)
}
