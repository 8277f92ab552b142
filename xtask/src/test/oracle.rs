//! Comparisons with programs that others wrote. They decide; our own code never checks itself.

use std::fs::File;
use std::path::Path;
use std::process::Command;

use super::counterparts::Counterparts;
use super::{Filter, node, unit};
use crate::error::Error;
use crate::process::{self, Output};
use crate::step::Step;
use crate::workspace::Workspace;

/// How many trust policy cases the simulator judges, and the seed that they are made from.
const TRUST_CASES: [&str; 2] = ["6000", "1"];

/// Runs the Rust tests that need other programs, the trust policy judge, and the tests in `tests/` that drive no browser.
pub fn run(workspace: &Workspace, filter: &Filter) -> Result<(), Error> {
    let counterparts = Counterparts::new(workspace)?.with_programs(workspace)?;
    unit::run_ignored(workspace, &filter.names, &counterparts.variables)?;
    if filter.names.is_empty() || filter.names.iter().any(|name| "trust".contains(name.as_str())) {
        judge_trust(workspace, &counterparts)?;
    }
    let files: Vec<_> = node::entries(&workspace.path("tests"))
        .iter()
        .filter(|path| path.is_dir() && !path.ends_with(node::END_TO_END))
        .flat_map(|folder| node::entries(folder))
        .collect();
    node::run(workspace, &counterparts, &files, filter, "comparisons with other programs")
}

/// Lets an independent simulator decide on cases that nanori-trust decided on.
fn judge_trust(workspace: &Workspace, counterparts: &Counterparts) -> Result<(), Error> {
    let step = Step::begin("deciding on trust policies", "");
    let cases = workspace.path("target/trust-cases.jsonl");
    let mut write = Command::new("cargo");
    write.args(["run", "--quiet", "--package", "nanori-trust", "--example", "cases", "--"]).args(TRUST_CASES);
    write.current_dir(workspace.root());
    let output = Output::Saved(cases.clone(), workspace.log("trust-cases")?);
    process::run("deciding on trust policies", &mut write, output)?;
    step.done();
    let mut judge = Command::new(&counterparts.npm.node);
    judge.arg(Path::new("tests/trust/judge.mjs")).current_dir(workspace.root());
    let input = File::open(&cases).map_err(Error::io("reading", &cases))?;
    process::run_reading("judging trust policies", &mut judge, input, Output::Shown)
}
