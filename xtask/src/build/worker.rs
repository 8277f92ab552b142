//! The worker: compiled and bundled by worker-build into `target/worker-build`, where `wrangler.toml` looks for it.

use std::path::PathBuf;

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
    part.build(workspace, profile, |toolchain, run| {
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
                run(worker_build)
            }
            Profile::Release => {
                worker_build.args(["--profile", "wasm-release"]);
                run(worker_build)?;
                run(npm.shrink_wasm(&folder.join("index_bg.wasm")))
            }
        }
    })?;
    Ok(folder)
}
