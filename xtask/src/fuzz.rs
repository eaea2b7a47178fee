//! Fuzzing: each target for a while, from its seeds and from what was found before.

use std::fs;

use anyhow::Result;
use duct::cmd;

use crate::shell::{Shell, path};
use crate::tools;

const TARGETS: [&str; 5] = ["cells", "engine", "patterns", "scanner", "tape"];

/// The package of cargo-fuzz, and where it builds.
const PACKAGE: &str = "tests/fuzz/targets";
const BUILDS: &str = "target/fuzz";

/// How long an input may be, in bytes, and its run take, in seconds.
const MAX_LENGTH: u32 = 4096;
const PATIENCE: u32 = 20;

/// Runs each target for so many minutes; the first that something is found by fails.
pub(crate) fn run(minutes: u64) -> Result<()> {
    let shell = Shell::showing();
    tools::prepare_fuzzing(&shell)?;
    for target in TARGETS {
        shell.say(&format!("fuzzing {target} for {minutes} minutes"));
        let found = path(BUILDS).join("corpus").join(target);
        fs::create_dir_all(&found)?;
        let options = [
            format!("-max_total_time={}", minutes * 60),
            format!("-max_len={MAX_LENGTH}"),
            format!("-timeout={PATIENCE}"),
            "-print_final_stats=1".to_owned(),
            "-verbosity=0".to_owned(),
        ];
        let mut arguments = vec!["+nightly", "fuzz", "run", "--fuzz-dir", PACKAGE, "--target-dir", BUILDS, target];
        let seeds = path("tests/fuzz/seeds").join(target);
        let folders = [found, seeds].map(|folder| folder.to_string_lossy().into_owned());
        arguments.extend(folders.iter().map(String::as_str));
        arguments.push("--");
        arguments.extend(options.iter().map(String::as_str));
        shell.run(cmd("cargo", arguments).dir(path("")))?;
    }
    Ok(())
}
