//! The command line: what can be asked for, and the text of `--help`.

use std::ffi::OsString;

use lexopt::{Arg, Parser, ValueExt as _};

use crate::build::Profile;
use crate::dev;
use crate::dist;
use crate::error::Error;
use crate::test;

/// What `cargo xtask --help` prints.
pub const HELP: &str = "\
cargo xtask <command>

  dev     Serve the portal on this machine: app and worker on workerd, beside a local AWS with demo users.
            --port <n>    listen on http://localhost:<n> (8787)
            --release     the build that is deployed, instead of the one that builds fastest
            --real-aws    no local AWS: send requests to AWS itself
  test    Run every test. With a suite name, that suite only; with more words, the tests whose names contain one.
            unit          Rust unit and property tests
            oracle        comparisons with independent programs (botocore, ministack, the aws CLI, …)
            e2e           the portal in Chromium on workerd
            fuzz          every fuzz target for a few seconds each (--seconds <n>)
            --release     against the build that is deployed
  build   Build app, worker and local AWS.
            --release     the build that is deployed
  bench   Measure, and write target/bench.json. With ids (docs/performance.md), those measurements only.
            --list        print the ids
  ci      What must hold before a change lands: format, lints, licences, documents, tests, upload, sizes.
  dist    Build what `wrangler deploy` uploads.
            --dry-run     let wrangler bundle it without uploading, and report its size
  setup   Only provide the tools that the other commands need.

Missing tools are installed, pinned, into $NANORI_CACHE (otherwise $XDG_CACHE_HOME/nanori or ~/.cache/nanori), npm's into
node_modules. Chromium and, without rustup, the WebAssembly compiler come from Debian's packages.
NANORI_CHROMIUM=<path> names the browser to test with.
";

/// A command with its options.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Print [`HELP`].
    Help,
    /// Provide the tools.
    Setup,
    /// Build everything.
    Build(Profile),
    /// Serve the portal.
    Dev(dev::Options),
    /// Run tests.
    Test(test::Filter),
    /// Run the measurements with these ids, or all; `None` lists them.
    Bench(Option<Vec<String>>),
    /// Run all checks.
    Ci,
    /// Build what is uploaded.
    Dist(dist::Options),
}

/// Reads the arguments after the program's name.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, Error> {
    let mut parser = Parser::from_args(arguments);
    let name = match parser.next()? {
        None | Some(Arg::Short('h') | Arg::Long("help")) => return Ok(Command::Help),
        Some(Arg::Value(name)) => name.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "help" => Ok(Command::Help),
        "setup" => bare(parser, Command::Setup),
        "build" => build(parser),
        "dev" => dev(parser),
        "test" => test(parser),
        "bench" => bench(parser),
        "ci" => bare(parser, Command::Ci),
        "dist" => dist(parser),
        other => Err(Error::Usage(format!("there is no command `{other}`"))),
    }
}

fn bare(mut parser: Parser, command: Command) -> Result<Command, Error> {
    match parser.next()? {
        None => Ok(command),
        Some(argument) => help_or_unexpected(argument),
    }
}

fn build(mut parser: Parser) -> Result<Command, Error> {
    let mut profile = Profile::Quick;
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("release") => profile = Profile::Release,
            other => return help_or_unexpected(other),
        }
    }
    Ok(Command::Build(profile))
}

fn dev(mut parser: Parser) -> Result<Command, Error> {
    let mut options = dev::Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("port") => options.port = parser.value()?.parse()?,
            Arg::Long("release") => options.profile = Profile::Release,
            Arg::Long("real-aws") => options.real_aws = true,
            other => return help_or_unexpected(other),
        }
    }
    Ok(Command::Dev(options))
}

fn test(mut parser: Parser) -> Result<Command, Error> {
    let mut filter = test::Filter::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("release") => filter.profile = Profile::Release,
            Arg::Long("seconds") => filter.fuzz_seconds = parser.value()?.parse()?,
            Arg::Value(word) => {
                let word = word.string()?;
                match test::Suite::named(&word) {
                    Some(suite) if filter.suite.is_none() && filter.names.is_empty() => {
                        filter.suite = Some(suite);
                    }
                    _ => filter.names.push(word),
                }
            }
            other => return help_or_unexpected(other),
        }
    }
    Ok(Command::Test(filter))
}

fn bench(mut parser: Parser) -> Result<Command, Error> {
    let mut ids = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("list") => return Ok(Command::Bench(None)),
            Arg::Value(id) => ids.push(id.string()?),
            other => return help_or_unexpected(other),
        }
    }
    Ok(Command::Bench(Some(ids)))
}

fn dist(mut parser: Parser) -> Result<Command, Error> {
    let mut options = dist::Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("dry-run") => options.dry_run = true,
            other => return help_or_unexpected(other),
        }
    }
    Ok(Command::Dist(options))
}

fn help_or_unexpected(argument: Arg<'_>) -> Result<Command, Error> {
    match argument {
        Arg::Short('h') | Arg::Long("help") => Ok(Command::Help),
        other => Err(other.unexpected().into()),
    }
}

#[cfg(test)]
mod tests;
