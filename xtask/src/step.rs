//! Progress: one line for each step that takes time, with how long it took.

use std::io::{IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long a step may take without a word.
const QUIET: Duration = Duration::from_millis(500);

/// A step under way. Dropping it unfinished prints that it failed; one that succeeds at once prints nothing.
#[derive(Debug)]
pub struct Step {
    what: String,
    started: Instant,
    running: Arc<AtomicBool>,
    announcer: Option<JoinHandle<bool>>,
}

impl Step {
    /// Begins a step; `expect` says how long it takes the first time ("about 3 min"), or is empty.
    pub fn begin(what: impl Into<String>, expect: &str) -> Self {
        let what = what.into();
        let expect = if expect.is_empty() { String::new() } else { format!(" ({expect})") };
        let line = format!("· {what}{expect} …");
        let running = Arc::new(AtomicBool::new(true));
        let started = Instant::now();
        let announcer = {
            let running = Arc::clone(&running);
            thread::spawn(move || announce(&line, started, &running))
        };
        Self { what, started, running, announcer: Some(announcer) }
    }

    /// Ends the step with success, and prints how long it took if it had been announced.
    pub fn done(mut self) {
        if self.end() {
            self.print('✓');
        }
    }

    /// Stops the announcer; whether it had printed the step.
    fn end(&mut self) -> bool {
        self.running.store(false, Ordering::Relaxed);
        self.announcer.take().is_some_and(|announcer| {
            announcer.thread().unpark();
            announcer.join().unwrap_or(false)
        })
    }

    fn print(&self, mark: char) {
        let clear = if std::io::stdout().is_terminal() { "\r\x1b[2K" } else { "" };
        println!("{clear}{mark} {} {:.1} s", self.what, self.started.elapsed().as_secs_f64());
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        if self.announcer.is_some() {
            self.end();
            self.print('✗');
        }
    }
}

/// Prints the line once the step has taken a while; on a terminal it counts the seconds. Returns whether it printed.
fn announce(line: &str, started: Instant, running: &AtomicBool) -> bool {
    while started.elapsed() < QUIET {
        if !running.load(Ordering::Relaxed) {
            return false;
        }
        thread::park_timeout(QUIET);
    }
    if !std::io::stdout().is_terminal() {
        println!("{line}");
        return true;
    }
    while running.load(Ordering::Relaxed) {
        print!("\r{line} {} s", started.elapsed().as_secs());
        let _ = std::io::stdout().flush();
        thread::park_timeout(Duration::from_secs(1));
    }
    true
}
