//! Runs a list of steps and says what became of each.

use std::fmt;
use std::time::Instant;

use anyhow::Result;

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

/// The error of a step that cannot run here.
#[derive(Debug)]
pub(crate) struct Skip {
    /// What is missing.
    pub(crate) missing: &'static str,
    /// How to get it.
    pub(crate) remedy: String,
}

impl fmt::Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no {}; {}", self.missing, self.remedy)
    }
}

impl std::error::Error for Skip {}

/// Runs the steps, whatever becomes of the others, and says whether none failed. Where nobody looks,
/// a skip is a failure.
pub(crate) fn run(shell: &Shell, steps: &[Step], all: bool, is_unattended: bool) -> Result<bool> {
    let mut passed = 0;
    let mut failed = Vec::new();
    let mut skipped = Vec::new();
    let (chosen, left): (Vec<&Step>, Vec<&Step>) = steps.iter().partition(|step| all || step.needs == Needs::Little);

    for step in chosen {
        shell.announce(step.name)?;
        let start = Instant::now();
        let result = (step.run)(shell);
        let seconds = start.elapsed().as_secs_f64();
        match result {
            Ok(()) => {
                shell.say(&format!("ok      {seconds:>6.1} s  {}", step.name));
                passed += 1;
            }
            Err(error) if error.is::<Skip>() && !is_unattended => {
                shell.say(&format!("skipped {seconds:>6.1} s  {}", step.name));
                skipped.push(format!("{}: {error}", step.name));
            }
            Err(error) => {
                shell.say(&format!("FAILED  {seconds:>6.1} s  {}\n{error:#}\n", step.name));
                failed.push(step.name);
            }
        }
    }

    println!();
    for step in left {
        println!("left to --all: {}", step.name);
    }
    for reason in &skipped {
        println!("skipped: {reason}");
    }
    for name in &failed {
        println!("failed: {name}");
    }
    println!("{passed} passed, {} failed", failed.len());
    Ok(failed.is_empty())
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    const PASSES: Step = Step { name: "passes", needs: Needs::Little, run: |_| Ok(()) };
    const FAILS: Step = Step { name: "fails", needs: Needs::More, run: |_| bail!("as it should") };
    const SKIPS: Step = Step {
        name: "skips",
        needs: Needs::Little,
        run: |_| bail!(Skip { missing: "tool", remedy: "get one".to_owned() }),
    };

    #[test]
    fn a_failure_fails_the_run_if_its_step_is_chosen() {
        let shell = Shell::capturing();
        assert!(!run(&shell, &[FAILS, PASSES], true, false).unwrap());
        assert!(run(&shell, &[FAILS, PASSES], false, false).unwrap());
    }

    #[test]
    fn a_skip_passes_only_where_somebody_reads_of_it() {
        let shell = Shell::capturing();
        assert!(run(&shell, &[SKIPS, PASSES], false, false).unwrap());
        assert!(!run(&shell, &[SKIPS, PASSES], false, true).unwrap());
    }
}
