//! What is said while a package is built: one line a step, and how long it took.

use std::io::{IsTerminal, stderr};
use std::time::Instant;

pub(super) struct Progress {
    is_quiet: bool,
}

impl Progress {
    pub(super) fn new(is_quiet: bool) -> Progress {
        Progress { is_quiet }
    }

    /// Whether cargo may show what it is doing: a bar for a person, noise in a log.
    pub(super) fn shows_cargo(&self) -> bool {
        !self.is_quiet && stderr().is_terminal()
    }

    /// Does a step and says so.
    pub(super) fn step<T, E>(&self, title: &str, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let start = Instant::now();
        let result = work()?;
        if !self.is_quiet {
            let seconds = start.elapsed().as_secs_f64();
            eprintln!("  {title:<32}{seconds:>6.1} s");
        }
        Ok(result)
    }

    pub(super) fn say(&self, text: &str) {
        if !self.is_quiet {
            eprintln!("{text}");
        }
    }
}
