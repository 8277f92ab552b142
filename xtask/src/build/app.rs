//! The app: compiled and packed by Trunk into `dist`.

use std::path::PathBuf;

use super::Profile;
use super::wasm_part::WasmPart;
use crate::error::Error;
use crate::tools::cargo_tool;
use crate::tools::npm::Npm;
use crate::workspace::Workspace;

/// Builds the app; returns the folder with its files.
pub fn build(workspace: &Workspace, profile: Profile, npm: &Npm) -> Result<PathBuf, Error> {
    let tools = cargo_tool::for_app(workspace)?;
    let dist = workspace.path("dist");
    let part = WasmPart {
        name: "app",
        inputs: &["app", "public", "Trunk.toml"],
        output: dist.join("index.html"),
        tools: vec![&tools.trunk, &tools.wasm_bindgen],
    };
    part.build(workspace, profile, |toolchain| {
        let wasm_bindgen = tools.wasm_bindgen.parent().unwrap_or(&tools.wasm_bindgen);
        let mut trunk = toolchain.command(&tools.trunk, &[wasm_bindgen, &npm.commands]);
        trunk.current_dir(workspace.root()).args(["build", "--offline=true", "--skip-version-check"]);
        match profile {
            Profile::Quick => trunk.args(["--cargo-profile", "dev"]),
            Profile::Release => trunk.args(["--release", "--cargo-profile", "wasm-release"]),
        };
        vec![trunk]
    })?;
    Ok(dist)
}
