//! Runs a list of steps and says what became of each.

use std::env;
use std::fmt;
use std::io::{Write, stdout};
use std::time::Instant;

use anyhow::{Result, bail};

use crate::shell::Shell;

/// One thing that must hold.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) needs: Needs,
    pub(crate) run: fn(&Shell) -> Result<()>,
}

/// What must be on the machine for a step.
#[derive(PartialEq)]
pub(crate) enum Needs {
    /// Cargo and Node.js; whatever else is installed.
    Little,
    /// More than that: the step is left to `--all`.
    More,
}

/// The error of a step that cannot run here, with the reason.
#[derive(Debug)]
pub(crate) struct Skip(pub(crate) &'static str);

impl fmt::Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "skipped: {}", self.0)
    }
}

impl std::error::Error for Skip {}

/// Runs the steps, whatever becomes of the others. Where nobody looks, a skip is a failure.
pub(crate) fn run(shell: &Shell, steps: &[Step], all: bool) -> Result<()> {
    let is_unattended = env::var_os("CI").is_some_and(|value| value == "true");
    let mut passed = 0;
    let mut failed = Vec::new();
    let mut skipped = Vec::new();
    let (chosen, left): (Vec<&Step>, Vec<&Step>) = steps.iter().partition(|step| all || step.needs == Needs::Little);

    for step in chosen {
        print!("{:<40}", step.name);
        stdout().flush()?;
        let start = Instant::now();
        let result = (step.run)(shell);
        let seconds = start.elapsed().as_secs_f64();
        match result {
            Ok(()) => {
                println!("ok {seconds:>8.1} s");
                passed += 1;
            }
            Err(error) if error.is::<Skip>() && !is_unattended => {
                println!("{error}");
                skipped.push(step.name);
            }
            Err(error) => {
                println!("FAILED {seconds:>4.1} s\n{error:#}\n");
                failed.push(step.name);
            }
        }
    }

    println!();
    for step in left {
        println!("left to --all: {}", step.name);
    }
    for name in &skipped {
        println!("skipped: {name}");
    }
    for name in &failed {
        println!("failed: {name}");
    }
    println!("{passed} passed, {} failed", failed.len());
    if !failed.is_empty() {
        bail!("{} of the steps failed", failed.len());
    }
    Ok(())
}
