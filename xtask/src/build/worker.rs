//! The worker: compiled, bound to JavaScript and optimised into `target/worker/program`, where `wrangler.toml` looks for it.
//!
//! wrangler bundles what is there. Not by worker-build, whose entry point makes an object and three proxies for each request.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Profile;
use super::wasm_part::WasmPart;
use crate::error::Error;
use crate::tools::cargo_tool;
use crate::tools::npm::Npm;
use crate::tools::wasm_target::Toolchain;
use crate::workspace::Workspace;

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the worker; returns the folder with its modules.
pub fn build(workspace: &Workspace, profile: Profile, npm: &Npm) -> Result<PathBuf, Error> {
    let wasm_bindgen = cargo_tool::wasm_bindgen(workspace)?;
    let folder = workspace.path("target/worker/program");
    let entry = folder.join("index.js");
    let part =
        WasmPart { name: "worker", inputs: &["worker"], output: entry.clone(), tools: vec![&wasm_bindgen] };
    part.build(workspace, profile, |toolchain, run| {
        run(compile(workspace, profile, toolchain))?;
        run(bind(workspace, profile, &wasm_bindgen, &folder))?;
        import_plainly(&folder.join("portal.js"))?;
        if profile == Profile::Release {
            run(npm.shrink_wasm(&folder.join("portal_bg.wasm")))?;
        }
        let own = workspace.path("worker/src/entry.js");
        fs::copy(&own, &entry).map_err(Error::io("copying", &own)).map(drop)
    })?;
    Ok(folder)
}

/// The profile's name, and the folder's in which its outcome is.
const fn cargo_profile(profile: Profile) -> (&'static str, &'static str) {
    match profile {
        Profile::Quick => ("dev", "debug"),
        Profile::Release => ("wasm-worker", "wasm-worker"),
    }
}

fn compile(workspace: &Workspace, profile: Profile, toolchain: &Toolchain) -> Command {
    let mut cargo = toolchain.cargo();
    cargo
        .current_dir(workspace.root())
        .args(["build", "--locked", "--package", "nanori-worker", "--lib", "--target", TARGET])
        .args(["--profile", cargo_profile(profile).0]);
    cargo
}

/// wasm-bindgen's module, with the function that begins the program anew after a fault.
fn bind(workspace: &Workspace, profile: Profile, wasm_bindgen: &Path, folder: &Path) -> Command {
    let built = workspace.path("target/worker").join(TARGET).join(cargo_profile(profile).1);
    let mut command = Command::new(wasm_bindgen);
    command
        .args(["--target", "module", "--experimental-reset-state-function", "--no-typescript"])
        .args(["--out-name", "portal", "--out-dir"])
        .arg(folder)
        .arg(built.join("nanori_worker.wasm"));
    command
}

/// A plain import of WebAssembly gives the module in a worker; bundlers do not know source phase imports yet.
fn import_plainly(glue: &Path) -> Result<(), Error> {
    let text = fs::read_to_string(glue).map_err(Error::io("reading", glue))?;
    fs::write(glue, text.replace("import source ", "import ")).map_err(Error::io("writing", glue))
}
