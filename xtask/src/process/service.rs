//! A program that keeps running beside us: the local AWS, the portal.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;

use super::group::{Group, check_stopped};
use super::run::tail;
use crate::error::Error;
use crate::http;

/// How long a service may take to end by itself before it is killed.
const GRACE: Duration = Duration::from_secs(5);
const POLL: Duration = Duration::from_millis(50);

/// A running service. Dropping it ends its whole process group and waits for that.
#[derive(Debug)]
pub struct Service {
    what: String,
    child: Child,
    group: Group,
    log: PathBuf,
}

impl Service {
    /// Starts `command`; both its outputs go to the file `log`.
    pub fn start(what: &str, command: &mut Command, log: PathBuf) -> Result<Self, Error> {
        check_stopped()?;
        let file = File::create(&log).map_err(Error::io("writing", &log))?;
        let copy = file.try_clone().map_err(Error::io("writing", &log))?;
        command.stdin(Stdio::null()).stdout(file).stderr(copy).process_group(0);
        let child =
            command.spawn().map_err(|source| Error::Io { what: format!("starting {what}"), source })?;
        let group = Group::of(&child);
        Ok(Self { what: what.to_owned(), child, group, log })
    }

    /// Waits until a line of its output begins with `prefix`, and returns the rest of that line.
    pub fn announced(&mut self, prefix: &str, patience: Duration) -> Result<String, Error> {
        self.poll(patience, |service| {
            let file = File::open(&service.log).ok()?;
            BufReader::new(file)
                .lines()
                .map_while(Result::ok)
                .find_map(|line| line.strip_prefix(prefix).map(str::to_owned))
        })
    }

    /// Waits until it answers HTTP at this loopback address with anything but a server error.
    pub fn ready(&mut self, port: u16, path: &str, patience: Duration) -> Result<(), Error> {
        self.poll(patience, |_| http::status(port, path).filter(|status| *status < 500).map(drop))
    }

    /// An error once it has ended.
    pub fn still_running(&mut self) -> Result<(), Error> {
        match self.child.try_wait() {
            Ok(None) => Ok(()),
            Ok(Some(status)) => Err(self.failed(&status.to_string())),
            Err(source) => Err(Error::Io { what: format!("watching {}", self.what), source }),
        }
    }

    fn poll<T>(&mut self, patience: Duration, mut look: impl FnMut(&Self) -> Option<T>) -> Result<T, Error> {
        let started = Instant::now();
        loop {
            check_stopped()?;
            if let Some(found) = look(self) {
                return Ok(found);
            }
            self.still_running()?;
            if started.elapsed() > patience {
                return Err(self.failed(&format!("not ready after {} s", patience.as_secs())));
            }
            thread::sleep(POLL);
        }
    }

    fn failed(&self, status: &str) -> Error {
        Error::Failed {
            what: self.what.clone(),
            status: status.to_owned(),
            log: Some(self.log.clone()),
            tail: tail(&self.log),
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.group.signal(Signal::SIGTERM);
        let started = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && started.elapsed() < GRACE {
            thread::sleep(POLL);
        }
        self.group.signal(Signal::SIGKILL);
        let _ = self.child.wait();
    }
}
