//! `cargo xtask`: everything a person does with this repository, from a fresh machine on.
//!
//! It provides the tools that are missing, builds the app and the worker, serves them on real workerd beside the local AWS, runs
//! every test and measurement. It is no part of what is deployed.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "talking to the terminal is what this program is for"
)]

mod bench;
mod build;
mod ci;
mod cli;
mod dev;
mod dist;
mod error;
mod fingerprint;
mod http;
mod ports;
mod process;
mod step;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use cli::Command;
use error::Error;
use workspace::Workspace;

fn main() -> ExitCode {
    process::stop_on_signals();
    match cli::parse(std::env::args_os().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Error::Interrupted) => {
            eprintln!("Stopped.");
            ExitCode::from(130)
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Error> {
    let workspace = Workspace::locate()?;
    match command {
        Command::Help => {
            print!("{}", cli::HELP);
            Ok(())
        }
        Command::Setup => tools::provide_all(&workspace),
        Command::Build(profile) => build::all(&workspace, profile),
        Command::Dev(options) => dev::serve(&workspace, &options),
        Command::Test(filter) => test::run(&workspace, &filter),
        Command::Bench(ids) => bench::run(&workspace, &ids),
        Command::Ci => ci::run(&workspace),
        Command::Dist(options) => dist::run(&workspace, options).map(drop),
    }
}
