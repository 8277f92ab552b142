//! `cargo xtask ci`: what must hold before a change lands. The same on a person's machine and on the one that checks submissions.

use std::process::Command;

use crate::bench::{self, Report};
use crate::build::Profile;
use crate::error::Error;
use crate::process::{self, Output};
use crate::step::Step;
use crate::test;
use crate::tools::{cargo_tool, wasm_target};
use crate::workspace::Workspace;

/// Packages that are workspaces of their own.
const APART: &[&str] = &["fuzz/Cargo.toml", "bench/sign/Cargo.toml", "tests/profile/aws-config/Cargo.toml"];

/// Runs the checks from the quick to the slow; the first that fails ends it.
pub fn run(workspace: &Workspace) -> Result<(), Error> {
    format(workspace)?;
    lints(workspace)?;
    dependencies(workspace)?;
    documents(workspace)?;
    sizes(workspace)?;
    test::run(workspace, &test::Filter { profile: Profile::Release, ..test::Filter::default() })
}

fn format(workspace: &Workspace) -> Result<(), Error> {
    check(workspace, "checking the format", cargo("fmt --all --check"))?;
    for manifest in APART {
        let mut fmt = cargo("fmt --check --manifest-path");
        fmt.arg(manifest);
        check(workspace, &format!("checking the format of {manifest}"), fmt)?;
    }
    Ok(())
}

/// Natively for all code with its tests, then for what is compiled only into app and worker.
fn lints(workspace: &Workspace) -> Result<(), Error> {
    check(
        workspace,
        "checking with clippy",
        cargo("clippy --workspace --all-targets --quiet -- -D warnings"),
    )?;
    for (part, package) in [("app", "nanori-app"), ("worker", "nanori-worker")] {
        let mut clippy = wasm_target::provide(workspace)?.cargo();
        clippy.args(["clippy", "--package", package, "--target", "wasm32-unknown-unknown", "--quiet"]);
        clippy.args(["--", "-D", "warnings"]).env("CARGO_TARGET_DIR", workspace.path("target").join(part));
        check(workspace, &format!("checking the {part} with clippy"), clippy)?;
    }
    Ok(())
}

fn dependencies(workspace: &Workspace) -> Result<(), Error> {
    let mut deny = Command::new(cargo_tool::cargo_deny(workspace)?);
    deny.args(["--log-level", "error", "check", "bans", "licenses", "sources"]);
    check(workspace, "checking dependencies and licences", deny)
}

fn documents(workspace: &Workspace) -> Result<(), Error> {
    let mut doc = cargo("doc --workspace --no-deps --document-private-items --quiet");
    doc.env("RUSTDOCFLAGS", "-D warnings");
    check(workspace, "building the documents", doc)
}

/// Builds the release, lets wrangler bundle the upload, and holds both sizes against their bounds.
fn sizes(workspace: &Workspace) -> Result<(), Error> {
    let sizes: Vec<_> = bench::ALL.iter().filter(|measurement| measurement.id.starts_with("size.")).collect();
    let reports = bench::measure(workspace, &sizes)?;
    reports.iter().try_for_each(refuse_growth)
}

fn refuse_growth(report: &Report) -> Result<(), Error> {
    let Report { what, ours, unit, must, holds, .. } = report;
    if *holds {
        return Ok(());
    }
    Err(Error::Refused(format!("{what}: {ours:.1} {unit}, which must be {must}")))
}

fn check(workspace: &Workspace, what: &str, mut command: Command) -> Result<(), Error> {
    let step = Step::begin(what, "");
    process::run(what, command.current_dir(workspace.root()), Output::Shown)?;
    step.done();
    Ok(())
}

fn cargo(arguments: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments.split(' '));
    command
}
