//! The command line.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use crate::error::Error;

/// What `--help` prints.
pub const HELP: &str = "\
A small AWS on loopback: STS, console sign-in, CloudTrail. For development and tests only.

nanori-local-aws --config PATH --port N [--host 127.0.0.1] [--verbose]
nanori-local-aws --config PATH --print-demo

  --config PATH   accounts, users, keys, roles and policies (TOML)
  --port N        the port; 0 takes a free one, which is printed
  --host ADDRESS  a loopback address, 127.0.0.1 unless said otherwise
  --verbose       one line for each request on standard error, without secrets
  --print-demo    print the users and their keys, and end
  --help          print this, and end
";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Arguments {
    /// Serve.
    Serve {
        /// The configuration file.
        config: PathBuf,
        /// A loopback address.
        host: IpAddr,
        /// The port; 0 for a free one.
        port: u16,
        /// Whether to log requests.
        verbose: bool,
    },
    /// Print the demo table.
    PrintDemo {
        /// The configuration file.
        config: PathBuf,
    },
    /// Print [`HELP`].
    Help,
}

impl Arguments {
    /// Reads the words after the program's name.
    pub fn parse(words: impl IntoIterator<Item = String>) -> Result<Self, Error> {
        let (mut config, mut port, mut print_demo, mut verbose) = (None, None, false, false);
        let mut host = IpAddr::V4(Ipv4Addr::LOCALHOST);
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| usage(&format!("{word} needs a value")));
            match word.as_str() {
                "--help" | "-h" => return Ok(Self::Help),
                "--print-demo" => print_demo = true,
                "--verbose" => verbose = true,
                "--config" => config = Some(PathBuf::from(value()?)),
                "--port" => {
                    let text = value()?;
                    port = Some(text.parse().map_err(|_| usage(&format!("{text} is not a port")))?);
                }
                "--host" => {
                    let text = value()?;
                    host = match text.as_str() {
                        "localhost" => IpAddr::V4(Ipv4Addr::LOCALHOST),
                        _ => text.parse().map_err(|_| usage(&format!("{text} is not an address")))?,
                    };
                }
                _ => return Err(usage(&format!("{word} is not an option"))),
            }
        }
        let config = config.ok_or_else(|| usage("--config is missing"))?;
        if print_demo {
            return Ok(Self::PrintDemo { config });
        }
        if !host.is_loopback() {
            return Err(Error::NotLoopback(host));
        }
        let port = port.ok_or_else(|| usage("--port is missing"))?;
        Ok(Self::Serve { config, host, port, verbose })
    }
}

fn usage(message: &str) -> Error {
    Error::Usage(format!("{message}; see --help"))
}

#[cfg(test)]
mod tests;
