//! The benches: what is fast, what is not, and docs/benchmarks.md.

use std::fs;

use anyhow::Result;

use crate::shell::{Shell, path};

pub(crate) mod before;
mod gates;
mod measure;
mod report;
mod results;
mod tables;

/// Measures everything and writes the report; quickly, only sees that all of it runs.
pub(crate) fn run(shell: &Shell, quick: bool) -> Result<()> {
    measure::prepare(shell)?;
    let results = measure::run(shell, quick)?;
    let file = path(if quick { "target/bench/benchmarks.md" } else { "docs/benchmarks.md" });
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&file, report::write(&results)?)?;
    if !quick {
        for gate in gates::all(&results) {
            shell.say(&format!("{}  {}: {}", if gate.is_met { "met  " } else { "UNMET" }, gate.name, gate.measured));
        }
    }
    Ok(())
}
