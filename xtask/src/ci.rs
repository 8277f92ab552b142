//! `cargo xtask ci`: what must hold before a change lands. The same on a person's machine and on the one that checks submissions.

use std::process::Command;

use crate::bench;
use crate::build::Profile;
use crate::error::Error;
use crate::process::{self, Output};
use crate::step::Step;
use crate::test;
use crate::tools::{cargo_tool, wasm_target};
use crate::workspace::Workspace;

/// Runs the checks from the quick to the slow; the first that fails ends it.
pub fn run(workspace: &Workspace) -> Result<(), Error> {
    check(workspace, "checking the format", cargo().args(["fmt", "--all", "--check"]))?;
    check(
        workspace,
        "checking the format of the fuzz targets",
        cargo().args(["fmt", "--check", "--manifest-path", "fuzz/Cargo.toml"]),
    )?;
    check(
        workspace,
        "checking with clippy",
        cargo()
            .args([
                "clippy",
                "--workspace",
                "--exclude",
                "nanori-app",
                "--exclude",
                "nanori-worker",
                "--all-targets",
            ])
            .args(["--quiet", "--", "-D", "warnings"]),
    )?;
    for (part, package) in [("app", "nanori-app"), ("worker", "nanori-worker")] {
        let mut clippy = wasm_target::provide(workspace)?.cargo();
        clippy.args(["clippy", "--package", package, "--target", "wasm32-unknown-unknown", "--quiet"]);
        clippy.args(["--", "-D", "warnings"]).env("CARGO_TARGET_DIR", workspace.path("target").join(part));
        check(workspace, &format!("checking the {part} with clippy"), &mut clippy)?;
    }
    let deny = cargo_tool::cargo_deny(workspace)?;
    check(
        workspace,
        "checking dependencies and licences",
        Command::new(deny).args(["--log-level", "error", "check", "bans", "licenses", "sources"]),
    )?;
    check(
        workspace,
        "building the documents",
        cargo()
            .args([
                "doc",
                "--workspace",
                "--exclude",
                "nanori-app",
                "--exclude",
                "nanori-worker",
                "--no-deps",
            ])
            .args(["--document-private-items", "--quiet"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )?;
    let sizes: Vec<_> = bench::ALL.iter().filter(|measurement| measurement.id.starts_with("size.")).collect();
    let reports = bench::measure(workspace, &sizes)?;
    if let Some(report) = reports.iter().find(|report| !report.holds) {
        let text =
            format!("{} is {:.1} {} but must be {}", report.what, report.ours, report.unit, report.must);
        return Err(Error::Refused(text));
    }
    test::run(workspace, &test::Filter { profile: Profile::Release, ..test::Filter::default() })
}

fn check(workspace: &Workspace, what: &str, command: &mut Command) -> Result<(), Error> {
    let step = Step::begin(what, "");
    process::run(what, command.current_dir(workspace.root()), Output::Shown)?;
    step.done();
    Ok(())
}

fn cargo() -> Command {
    Command::new("cargo")
}
