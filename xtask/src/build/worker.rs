//! The worker: compiled and bundled by worker-build into `target/worker-build`, where `wrangler.toml` looks for it.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::Profile;
use super::wasm_part::WasmPart;
use crate::error::Error;
use crate::tools::cargo_tool;
use crate::tools::npm::Npm;
use crate::workspace::Workspace;

/// Builds the worker; returns the folder with its modules.
pub fn build(workspace: &Workspace, profile: Profile, npm: &Npm) -> Result<PathBuf, Error> {
    let tools = cargo_tool::for_worker(workspace)?;
    let folder = workspace.path("target/worker-build");
    let part = WasmPart {
        name: "worker",
        inputs: &["worker"],
        output: folder.join("index.js"),
        tools: vec![&tools.worker_build, &tools.wasm_bindgen],
    };
    part.build(workspace, profile, |toolchain| {
        let mut worker_build = toolchain.command(&tools.worker_build, &[&npm.commands]);
        worker_build
            .current_dir(workspace.path("worker"))
            // An unset or wrong one of these would make worker-build download its own.
            .env("WASM_BINDGEN_BIN", &tools.wasm_bindgen)
            .env("WASM_OPT_BIN", &npm.wasm_opt)
            .env("ESBUILD_BIN", &npm.esbuild)
            .args(["--out-dir", "../target/worker-build", "--no-opt"]);
        match profile {
            Profile::Quick => {
                worker_build.arg("--dev");
                vec![worker_build]
            }
            Profile::Release => {
                worker_build.args(["--profile", "wasm-release"]);
                vec![worker_build, optimise(npm, &folder.join("index_bg.wasm"))]
            }
        }
    })?;
    Ok(folder)
}

/// What the compiler and wasm-bindgen use, and workerd has. Named one by one, so that wasm-opt writes nothing newer.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-exception-handling",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// wasm-opt for size. worker-build's own call optimises for speed, and leaves in the names of all functions.
fn optimise(npm: &Npm, module: &Path) -> Command {
    let mut command = Command::new(&npm.node);
    command
        .arg(&npm.wasm_opt)
        .args(["-Oz", "--strip-debug", "--strip-producers"])
        .args(FEATURES)
        .arg(module)
        .arg("-o")
        .arg(module);
    command
}
