//! Progress: one line for each step that takes time, with how long it took.

use std::io::{IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// A step under way. Dropping it unfinished prints that it failed.
#[derive(Debug)]
pub struct Step {
    what: String,
    started: Instant,
    running: Arc<AtomicBool>,
    ticker: Option<JoinHandle<()>>,
    finished: bool,
}

impl Step {
    /// Prints the start of a step; `expect` says how long it takes the first time ("about 3 min"), or is empty.
    pub fn begin(what: impl Into<String>, expect: &str) -> Self {
        let what = what.into();
        let expect = if expect.is_empty() { String::new() } else { format!(" ({expect})") };
        let line = format!("· {what}{expect} …");
        let running = Arc::new(AtomicBool::new(true));
        let started = Instant::now();
        let ticker = if std::io::stdout().is_terminal() {
            let running = Arc::clone(&running);
            Some(thread::spawn(move || {
                while running.load(Ordering::Relaxed) {
                    print!("\r{line} {} s", started.elapsed().as_secs());
                    let _ = std::io::stdout().flush();
                    thread::park_timeout(Duration::from_secs(1));
                }
            }))
        } else {
            println!("{line}");
            None
        };
        Self { what, started, running, ticker, finished: false }
    }

    /// Prints that the step succeeded, and how long it took.
    pub fn done(mut self) {
        self.finish('✓');
    }

    fn finish(&mut self, mark: char) {
        self.finished = true;
        self.running.store(false, Ordering::Relaxed);
        let terminal = self.ticker.take().is_some_and(|ticker| {
            ticker.thread().unpark();
            ticker.join().is_ok()
        });
        let clear = if terminal { "\r\x1b[2K" } else { "" };
        println!("{clear}{mark} {} {:.1} s", self.what, self.started.elapsed().as_secs_f64());
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        if !self.finished {
            self.finish('✗');
        }
    }
}
