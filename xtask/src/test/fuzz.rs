//! Fuzz targets: each is built with coverage instrumentation by the stable compiler, and run for a bounded time.

use std::fs;
use std::process::Command;

use super::Filter;
use crate::error::Error;
use crate::process::{self, Output};
use crate::step::Step;
use crate::workspace::Workspace;

/// What cargo-fuzz passes, less the sanitiser, which needs a nightly compiler; safe Rust has little for it to find.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 -Cdebug-assertions";

/// Runs the targets whose names contain one of the filter's words, each for the filter's seconds.
pub fn run(workspace: &Workspace, filter: &Filter) -> Result<(), Error> {
    let targets = targets(workspace)?;
    let chosen: Vec<_> = targets
        .iter()
        .filter(|target| {
            filter.names.is_empty() || filter.names.iter().any(|word| target.contains(word.as_str()))
        })
        .collect();
    let Some(host) = host() else {
        return Err(Error::missing("rustc", "install Rust and run the same command again"));
    };
    let target_dir = workspace.path("target/fuzz");
    let what = "building the fuzz targets";
    let step = Step::begin(what, "about a minute the first time");
    let mut build = Command::new("cargo");
    // Naming the target keeps the instrumentation out of build scripts and macros.
    build.args(["build", "--release", "--bins", "--target", &host]).current_dir(workspace.path("fuzz"));
    build.env("CARGO_TARGET_DIR", &target_dir).env("RUSTFLAGS", FLAGS);
    process::run(what, &mut build, Output::Log(workspace.log("fuzz-build")?))?;
    step.done();
    let total = chosen.len();
    for target in chosen {
        let step = Step::begin(format!("fuzzing {target}"), &format!("{} s", filter.fuzz_seconds));
        let corpus = workspace.folder(&format!("target/fuzz/corpus/{target}"))?;
        let findings = workspace.folder(&format!("target/fuzz/findings/{target}"))?;
        let mut run = Command::new(target_dir.join(&host).join("release").join(target));
        run.arg(format!("-max_total_time={}", filter.fuzz_seconds));
        run.arg(format!("-artifact_prefix={}/", findings.display()));
        run.args(["-timeout=5", "-rss_limit_mb=1024", "-max_len=4096", "-print_final_stats=1"]).arg(&corpus);
        // Inputs worth starting from, kept beside the targets.
        let seeds = workspace.path("fuzz/seeds").join(target);
        if seeds.is_dir() {
            run.arg(seeds);
        }
        process::run(
            &format!("fuzzing {target}"),
            &mut run,
            Output::Log(workspace.log(&format!("fuzz-{target}"))?),
        )?;
        step.done();
    }
    println!("{total} passed, 0 failed");
    Ok(())
}

fn targets(workspace: &Workspace) -> Result<Vec<String>, Error> {
    let folder = workspace.path("fuzz/targets");
    let entries = fs::read_dir(&folder).map_err(Error::io("reading", &folder))?;
    let mut names: Vec<_> = entries
        .flatten()
        .filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".rs")?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}

fn host() -> Option<String> {
    let output = Command::new("rustc").arg("-vV").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned)
}
