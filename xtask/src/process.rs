//! Programs that are started, and stopped again: each in a process group of its own, whose id is kept.
//!
//! Ctrl-C, or a plain `kill`, of this program ends every group that is still running. Nothing is ever stopped by name.

mod group;
mod run;
mod service;

pub use group::{check_stopped, stop_on_signals};
pub use run::{Output, find, run, run_reading, succeeds};
pub use service::Service;
