//! `cargo xtask bench`: every measurement, written to `target/bench.json`. What was learned from them is in docs/performance.md.
//!
//! A measurement is a program under `bench/` that prints its numbers as one line of JSON; this judges them.

mod measurement;
mod report;

pub use measurement::ALL;
use measurement::Measurement;
pub use report::Report;

use std::fs;
use std::process::Command;

use crate::build::{self, Profile};
use crate::dist;
use crate::error::Error;
use crate::process::{self, Output};
use crate::step::Step;
use crate::test::Counterparts;
use crate::workspace::Workspace;

/// Runs the measurements with these ids, or all when there are none; `None` prints the ids.
pub fn run(workspace: &Workspace, ids: &Option<Vec<String>>) -> Result<(), Error> {
    let Some(ids) = ids else {
        ALL.iter().for_each(|measurement| println!("{:<20} {}", measurement.id, measurement.what));
        return Ok(());
    };
    let chosen: Vec<_> = if ids.is_empty() {
        ALL.iter().collect()
    } else {
        ids.iter().map(|id| measurement::named(id)).collect::<Result<_, _>>()?
    };
    measure(workspace, &chosen).map(drop)
}

/// Runs these measurements, prints a table, writes the file.
pub fn measure(workspace: &Workspace, chosen: &[&Measurement]) -> Result<Vec<Report>, Error> {
    let upload = dist::run(workspace, dist::Options { dry_run: true })?;
    let mut counterparts = Counterparts::new(workspace)?.with_portal(workspace, Profile::Release)?;
    counterparts.variables.push(("NANORI_UPLOAD", upload.into()));
    if chosen.iter().any(|measurement| measurement.id.starts_with("sign.")) {
        let signer = build::signer(workspace, &counterparts.npm)?;
        counterparts.variables.push(("NANORI_SIGNER", signer.into()));
    }
    if chosen.iter().any(|measurement| measurement.id.starts_with("profile.")) {
        counterparts = counterparts.with_programs(workspace)?.with_browser(workspace)?;
    } else if chosen.iter().any(|measurement| measurement.id == "trust.dump") {
        counterparts = counterparts.with_browser(workspace)?;
    }
    let mut reports = Vec::new();
    for measurement in chosen {
        reports.push(run_program(workspace, measurement, &counterparts)?);
    }
    let file = workspace.path("target/bench.json");
    report::write(&file, &reports)?;
    report::print(&reports);
    println!("Written to {}", file.display());
    Ok(reports)
}

fn run_program(
    workspace: &Workspace,
    measurement: &Measurement,
    counterparts: &Counterparts,
) -> Result<Report, Error> {
    let what = format!("measuring {}", measurement.id);
    let step = Step::begin(what.clone(), measurement.expect);
    let mut command = Command::new(&counterparts.npm.node);
    command.arg(workspace.path("bench").join(measurement.program)).arg(measurement.id);
    command.current_dir(workspace.root()).envs(counterparts.variables.iter().cloned());
    let log = workspace.log(&format!("bench-{}", measurement.id))?;
    process::run(&what, &mut command, Output::Log(log.clone()))?;
    let text = fs::read_to_string(&log).map_err(Error::io("reading", &log))?;
    let report = measurement.judge(&text)?;
    step.done();
    Ok(report)
}
