//! Tools that are Rust programs: built once by `cargo install`, kept by version.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::lock::InstallLock;
use crate::error::Error;
use crate::process::{self, Output};
use crate::step::Step;
use crate::workspace::Workspace;

/// A program from a published package.
#[derive(Debug)]
struct CargoTool {
    package: &'static str,
    binary: &'static str,
    version: String,
    /// Whether the dependencies that its author locked are used. Not for wasm-bindgen-cli, which may lock versions too new to be had.
    locked: bool,
    features: &'static [&'static str],
    expect: &'static str,
}

/// What building the app takes.
#[derive(Debug)]
pub struct AppTools {
    /// Trunk, which packs the page.
    pub trunk: PathBuf,
    /// wasm-split-cli, which divides the program into parts that are loaded when they are needed.
    pub wasm_split: PathBuf,
    /// wasm-bindgen, of exactly the version that the app is compiled with.
    pub wasm_bindgen: PathBuf,
}

/// Trunk, wasm-split-cli and wasm-bindgen.
pub fn for_app(workspace: &Workspace) -> Result<AppTools, Error> {
    let trunk = CargoTool {
        package: "trunk",
        binary: "trunk",
        // The newest that Debian's compiler can build.
        version: "0.21.14".into(),
        locked: true,
        features: &[],
        expect: "about 8 min, once",
    };
    // Reads what the macros of wasm_split_helpers wrote.
    let wasm_split = CargoTool {
        package: "wasm_split_cli_support",
        binary: "wasm-split-cli",
        version: "0.2.4".into(),
        locked: true,
        features: &["build-binary"],
        expect: "about 2 min, once",
    };
    Ok(AppTools {
        trunk: trunk.provide(workspace)?,
        wasm_split: wasm_split.provide(workspace)?,
        wasm_bindgen: wasm_bindgen(workspace)?,
    })
}

/// cargo-deny.
pub fn cargo_deny(workspace: &Workspace) -> Result<PathBuf, Error> {
    let tool = CargoTool {
        package: "cargo-deny",
        binary: "cargo-deny",
        version: "0.20.2".into(),
        locked: true,
        features: &[],
        expect: "about 6 min, once",
    };
    tool.provide(workspace)
}

/// wasm-bindgen, of exactly the version that Cargo.lock names.
pub fn wasm_bindgen(workspace: &Workspace) -> Result<PathBuf, Error> {
    let tool = CargoTool {
        package: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version: workspace.locked_version("wasm-bindgen")?,
        locked: false,
        features: &[],
        expect: "about 3 min, once",
    };
    tool.provide(workspace)
}

impl CargoTool {
    fn provide(&self, workspace: &Workspace) -> Result<PathBuf, Error> {
        let Self { package, binary, version, .. } = self;
        let home = workspace.cache(&format!("tools/{package}-{version}"));
        let program = home.join("bin").join(binary);
        if program.is_file() {
            return Ok(program);
        }
        let _lock = InstallLock::take(workspace)?;
        if program.is_file() {
            return Ok(program);
        }
        let what = format!("building {package} {version}");
        let step = Step::begin(what.clone(), self.expect);
        let build = workspace.cache("build");
        let mut install = Command::new("cargo");
        install.args(["install", package, "--version", version, "--root"]).arg(&home);
        if self.locked {
            install.arg("--locked");
        }
        if !self.features.is_empty() {
            install.arg("--features").arg(self.features.join(","));
        }
        // These run for a second or two at a time: what counts is how fast they are built.
        install
            .current_dir(workspace.cache(""))
            .env("CARGO_TARGET_DIR", &build)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
            .env_remove("RUSTFLAGS");
        process::run(&what, &mut install, Output::Log(workspace.log(package)?))?;
        // The next tool shares few dependencies with this one; the gigabyte is not worth keeping.
        let _ = fs::remove_dir_all(&build);
        step.done();
        Ok(program)
    }
}
