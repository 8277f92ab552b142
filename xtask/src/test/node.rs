//! Tests that are not Rust: `tests/<suite>/*.test.mjs` for Node's runner, `tests/<suite>/test_*.py` for Python's.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Filter;
use super::counterparts::Counterparts;
use crate::error::Error;
use crate::process::{self, Output};
use crate::workspace::Workspace;

/// The folder of tests that drive a browser.
pub const END_TO_END: &str = "e2e";

/// Runs `tests/e2e`.
pub fn end_to_end(workspace: &Workspace, filter: &Filter) -> Result<(), Error> {
    let files = entries(&workspace.path("tests").join(END_TO_END));
    let counterparts = Counterparts::new(workspace)?
        .with_programs(workspace)?
        .with_portal(workspace, filter.profile)?
        .with_browser(workspace)?;
    run(workspace, &counterparts, &files, filter, "end-to-end tests")
}

/// Runs the tests among `files` that the filter chooses.
pub fn run(
    workspace: &Workspace,
    counterparts: &Counterparts,
    files: &[PathBuf],
    filter: &Filter,
    what: &str,
) -> Result<(), Error> {
    let (node, patterns) = select(files, is_node_test, &filter.names);
    let (python, _) = select(files, is_python_test, &filter.names);
    if !node.is_empty() {
        let mut command = Command::new(&counterparts.npm.node);
        // One file at a time: each starts servers, and some a browser.
        command.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]);
        command.args(patterns.iter().map(|pattern| format!("--test-name-pattern={pattern}"))).args(node);
        command.current_dir(workspace.root()).envs(counterparts.variables.iter().cloned());
        process::run(what, &mut command, Output::Shown)?;
    }
    let Some(interpreter) = counterparts.python() else { return Ok(()) };
    for file in python {
        let mut command = Command::new(&interpreter);
        command.arg(file).current_dir(workspace.root()).envs(counterparts.variables.iter().cloned());
        process::run(what, &mut command, Output::Shown)?;
    }
    Ok(())
}

/// The files whose names contain one of `names`; when none does, all files, with the names as patterns for tests inside them.
fn select<'a>(
    files: &'a [PathBuf],
    kind: fn(&str) -> bool,
    names: &'a [String],
) -> (Vec<&'a PathBuf>, &'a [String]) {
    let of_kind: Vec<_> = files.iter().filter(|file| kind(name(file))).collect();
    let named: Vec<_> = of_kind
        .iter()
        .copied()
        .filter(|file| names.iter().any(|word| name(file).contains(word.as_str())))
        .collect();
    if named.is_empty() { (of_kind, names) } else { (named, &[]) }
}

fn is_node_test(name: &str) -> bool {
    name.ends_with(".test.mjs")
}

fn is_python_test(name: &str) -> bool {
    name.starts_with("test_") && Path::new(name).extension().is_some_and(|extension| extension == "py")
}

fn name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

/// What a folder holds, in the order of its names.
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}
