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

use crate::build::Profile;
use crate::dist;
use crate::error::Error;
use crate::process;
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
    dist::run(workspace, dist::Options { dry_run: true })?;
    let counterparts = Counterparts::new(workspace)?.with_portal(workspace, Profile::Release)?;
    let mut reports = Vec::new();
    for measurement in chosen {
        let step = Step::begin(format!("measuring {}", measurement.id), measurement.expect);
        let mut command = Command::new(&counterparts.npm.node);
        command.arg(workspace.path("bench").join(measurement.program)).arg(measurement.id);
        command.current_dir(workspace.root()).envs(counterparts.variables.iter().cloned());
        command.env("NANORI_UPLOAD", workspace.path(dist::UPLOAD));
        let log = workspace.log(&format!("bench-{}", measurement.id))?;
        process::run(
            &format!("measuring {}", measurement.id),
            &mut command,
            process::Output::Log(log.clone()),
        )?;
        let text = fs::read_to_string(&log).map_err(Error::io("reading", &log))?;
        reports.push(measurement.judge(&text)?);
        step.done();
    }
    let file = workspace.path("target/bench.json");
    report::write(&file, &reports)?;
    report::print(&reports);
    println!("Written to {}", file.display());
    Ok(reports)
}
