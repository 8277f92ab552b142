//! The module that `bench sign.workerd` measures: signing as it is compiled into the app.

use std::path::PathBuf;
use std::process::Command;

use super::run_logged;
use crate::error::Error;
use crate::step::Step;
use crate::tools::npm::Npm;
use crate::tools::wasm_target;
use crate::workspace::Workspace;

/// Builds the module; returns its file.
pub fn signer(workspace: &Workspace, npm: &Npm) -> Result<PathBuf, Error> {
    let what = "building the signing module";
    let step = Step::begin(what, "half a minute the first time");
    let target = workspace.path("target/bench-sign");
    let mut cargo = wasm_target::provide(workspace)?.cargo();
    cargo.args(["build", "--release", "--locked", "--target", "wasm32-unknown-unknown"]);
    cargo.current_dir(workspace.path("bench/sign")).env("CARGO_TARGET_DIR", &target);
    run_logged(workspace, what, &mut cargo)?;
    let module = target.join("signer.wasm");
    let mut optimise = Command::new(&npm.node);
    optimise.arg(&npm.wasm_opt).args(["-Oz", "-o"]).arg(&module);
    optimise.arg(target.join("wasm32-unknown-unknown/release/nanori_bench_sign.wasm"));
    run_logged(workspace, "optimising the signing module", &mut optimise)?;
    step.done();
    Ok(module)
}
