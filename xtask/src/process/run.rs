//! Running a program to its end.

use std::env;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use nix::sys::signal::Signal;

use super::group::{Group, check_stopped};
use crate::error::Error;

/// Where a program's output goes.
#[derive(Debug, Clone)]
pub enum Output {
    /// To the terminal.
    Shown,
    /// To a file, whose end is printed if the program fails.
    Log(PathBuf),
    /// What it prints to the first file, what it says beside that to the second, whose end is printed if it fails.
    Saved(PathBuf, PathBuf),
}

/// How many lines of a log a failure shows.
const TAIL: usize = 30;

/// Runs `command` to its end. Errors: it can't be started, it fails, or the person stops it.
pub fn run(what: &str, command: &mut Command, output: Output) -> Result<(), Error> {
    run_reading(what, command, Stdio::null(), output)
}

/// Runs `command` to its end, reading `input`. Errors as [`run`].
pub fn run_reading(
    what: &str,
    command: &mut Command,
    input: impl Into<Stdio>,
    output: Output,
) -> Result<(), Error> {
    check_stopped()?;
    command.stdin(input).process_group(0);
    let create = |path: &Path| File::create(path).map_err(Error::io("writing", path));
    match &output {
        Output::Shown => {}
        Output::Log(log) => {
            let file = create(log)?;
            let copy = file.try_clone().map_err(Error::io("writing", log))?;
            command.stdout(file).stderr(copy);
        }
        Output::Saved(to, log) => {
            command.stdout(create(to)?).stderr(create(log)?);
        }
    }
    let mut child = command.spawn().map_err(|error| not_started(command, error))?;
    let group = Group::of(&child);
    let status = child.wait().map_err(|source| Error::Io { what: format!("waiting for {what}"), source })?;
    // Whatever the program left behind goes with it.
    group.signal(Signal::SIGTERM);
    drop(group);
    check_stopped()?;
    if status.success() { Ok(()) } else { Err(failed(what, status, output)) }
}

/// Whether a quick question to a program (`--version`) is answered with success; what it prints is thrown away.
pub fn succeeds(command: &mut Command) -> bool {
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// The first program on `PATH` with one of these names.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<_> = env::split_paths(&path).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// The last lines of a log.
pub fn tail(log: &Path) -> String {
    let text = fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let lines: Vec<_> = text.lines().collect();
    lines.get(lines.len().saturating_sub(TAIL)..).unwrap_or_default().join("\n")
}

fn not_started(command: &Command, error: std::io::Error) -> Error {
    let program = command.get_program().to_string_lossy().into_owned();
    if error.kind() == ErrorKind::NotFound {
        Error::missing(format!("the program `{program}`"), "install it and run the same command again")
    } else {
        Error::Io { what: format!("starting {program}"), source: error }
    }
}

fn failed(what: &str, status: ExitStatus, output: Output) -> Error {
    let (log, tail) = match output {
        Output::Shown => (None, String::new()),
        Output::Log(log) | Output::Saved(_, log) => {
            let tail = tail(&log);
            if is_network_failure(&tail) {
                return Error::Network { what: what.to_owned(), log };
            }
            (Some(log), tail)
        }
    };
    Error::Failed { what: what.to_owned(), status: status.to_string(), log, tail }
}

/// Whether cargo, npm, pip or apt say that they could not reach where they download from.
fn is_network_failure(output: &str) -> bool {
    const SIGNS: &[&str] = &[
        "Could not resolve host",
        "Couldn't resolve host",
        "could not resolve host",
        "Temporary failure resolving",
        "Temporary failure in name resolution",
        "failed to lookup address information",
        "NewConnectionError",
        "ENOTFOUND",
        "EAI_AGAIN",
        "ECONNREFUSED",
        "ETIMEDOUT",
        "Network is unreachable",
        "Failed to connect to",
        "Could not connect to server",
        "Unable to connect to",
    ];
    SIGNS.iter().any(|sign| output.contains(sign))
}

#[cfg(test)]
mod tests;
