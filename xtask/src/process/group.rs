//! The process groups that are running now, and the signal handler that ends them.

use std::process::Child;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;

use crate::error::Error;

static RUNNING: Mutex<Vec<Pid>> = Mutex::new(Vec::new());
static STOPPED: AtomicBool = AtomicBool::new(false);

/// Makes Ctrl-C, SIGTERM and SIGHUP end all groups; a second time at once and without mercy.
pub fn stop_on_signals() {
    let installed = ctrlc::set_handler(|| {
        let again = STOPPED.swap(true, Ordering::SeqCst);
        let signal = if again { Signal::SIGKILL } else { Signal::SIGTERM };
        for group in running().iter() {
            let _ = killpg(*group, signal);
        }
    });
    if let Err(error) = installed {
        eprintln!("warning: Ctrl-C will not stop what this program starts: {error}");
    }
}

/// An error once the person asked to stop.
pub fn check_stopped() -> Result<(), Error> {
    if STOPPED.load(Ordering::SeqCst) { Err(Error::Interrupted) } else { Ok(()) }
}

/// A running group, led by a child that was started with `process_group(0)`.
#[derive(Debug)]
pub struct Group(Pid);

impl Group {
    /// Remembers the child's group; if stopping has begun already, ends it.
    pub fn of(child: &Child) -> Self {
        let group = Self(Pid::from_raw(i32::try_from(child.id()).unwrap_or(i32::MAX)));
        running().push(group.0);
        if STOPPED.load(Ordering::SeqCst) {
            group.signal(Signal::SIGTERM);
        }
        group
    }

    /// Sends a signal to all of the group that is left.
    pub fn signal(&self, signal: Signal) {
        let _ = killpg(self.0, signal);
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        running().retain(|group| *group != self.0);
    }
}

fn running() -> std::sync::MutexGuard<'static, Vec<Pid>> {
    RUNNING.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
