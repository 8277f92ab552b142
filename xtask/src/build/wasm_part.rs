//! What building the app and building the worker have in common: skip when nothing changed, a line of progress, checked output.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Profile, run_logged};
use crate::error::Error;
use crate::fingerprint::{Fingerprint, Stamp};
use crate::step::Step;
use crate::tools::wasm_target::{self, Toolchain};
use crate::workspace::Workspace;

/// Inputs that both parts are made from, beside their own folders: how they are built is one.
const SHARED: &[&str] =
    &["Cargo.toml", "Cargo.lock", ".cargo", "crates", "package-lock.json", "xtask/src/build"];

/// A part of the product that is compiled to WebAssembly.
#[derive(Debug)]
pub struct WasmPart<'a> {
    /// `app` or `worker`.
    pub name: &'static str,
    /// Its own files and folders.
    pub inputs: &'static [&'static str],
    /// A file that a finished build has.
    pub output: PathBuf,
    /// The versions of the tools that make it.
    pub tools: Vec<&'a Path>,
}

impl WasmPart<'_> {
    /// Makes the part with `make`, which is given the toolchain and what runs a command, unless the last success had the
    /// same inputs.
    pub fn build(
        &self,
        workspace: &Workspace,
        profile: Profile,
        make: impl FnOnce(&Toolchain, &dyn Fn(Command) -> Result<(), Error>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let fingerprint = self.fingerprint(workspace, profile)?;
        let stamp = Stamp::at(workspace.folder("target/stamps")?.join(self.name));
        if stamp.holds(&fingerprint) && self.output.is_file() {
            return Ok(());
        }
        let toolchain = wasm_target::provide(workspace)?;
        stamp.clear();
        let what = format!("building the {}", self.name);
        let step = Step::begin(what.clone(), "a few minutes the first time");
        make(&toolchain, &|mut command| {
            command.env("CARGO_TARGET_DIR", workspace.path("target").join(self.name));
            if profile == Profile::Quick {
                // Unoptimised WebAssembly is too slow and too large even to try out; debug information would double it.
                command.env("CARGO_PROFILE_DEV_OPT_LEVEL", "1").env("CARGO_PROFILE_DEV_DEBUG", "0");
            }
            run_logged(workspace, &what, &mut command)
        })?;
        if !self.output.is_file() {
            return Err(Error::Refused(format!("{what} left no {}", self.output.display())));
        }
        stamp.set(&fingerprint)?;
        step.done();
        Ok(())
    }

    fn fingerprint(&self, workspace: &Workspace, profile: Profile) -> Result<String, Error> {
        let mut fingerprint = Fingerprint::default().text(&format!("{profile:?}"));
        for tool in &self.tools {
            fingerprint = fingerprint.text(&tool.display().to_string());
        }
        for input in SHARED.iter().chain(self.inputs) {
            fingerprint = fingerprint.path(&workspace.path(input))?;
        }
        Ok(fingerprint.finish())
    }
}
