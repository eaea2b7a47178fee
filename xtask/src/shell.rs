//! Runs other programs, in the folders of this repository.

use std::io::{IsTerminal, Write, stdout};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use duct::{Expression, cmd};

/// Where a chore's programs write to.
pub(crate) struct Shell {
    captures: bool,
}

impl Shell {
    /// What the programs say is shown.
    pub(crate) fn showing() -> Shell {
        Shell { captures: false }
    }

    /// What the programs say is shown only if they fail.
    pub(crate) fn capturing() -> Shell {
        Shell { captures: true }
    }

    /// Runs a program to its end, which must be a success.
    pub(crate) fn run(&self, program: Expression) -> Result<()> {
        if !self.captures {
            program.run()?;
            return Ok(());
        }
        let output = program.stdin_null().stderr_to_stdout().stdout_capture().unchecked().run()?;
        if !output.status.success() {
            bail!("{}\n{}", String::from_utf8_lossy(&output.stdout).trim_end(), output.status);
        }
        Ok(())
    }

    /// Tells the person in front of the screen something.
    pub(crate) fn say(&self, text: &str) {
        println!("{}{text}", clear_line());
    }

    /// Tells what is being done, on a line that the next one replaces; a log gets only the results.
    pub(crate) fn announce(&self, text: &str) -> Result<()> {
        if stdout().is_terminal() {
            print!("{}{text} …", clear_line());
            stdout().flush()?;
        }
        Ok(())
    }

    /// Runs cargo.
    pub(crate) fn cargo(&self, line: &str) -> Result<()> {
        self.run(cargo(line))
    }
}

/// Cargo in the root folder, with arguments that have no blanks in them.
pub(crate) fn cargo(line: &str) -> Expression {
    cmd("cargo", line.split(' ')).dir(root())
}

/// This process becomes the program: there is no child to outlive it.
#[cfg(unix)]
pub(crate) fn become_(mut program: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;

    Err(program.exec().into())
}

#[cfg(not(unix))]
pub(crate) fn become_(mut program: Command) -> Result<()> {
    let status = program.status()?;
    anyhow::ensure!(status.success(), "{} failed", program.get_program().display());
    Ok(())
}

fn clear_line() -> &'static str {
    if stdout().is_terminal() { "\r\x1b[2K" } else { "" }
}

/// The root folder of the repository.
fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// A place in the repository.
pub(crate) fn path(inside: &str) -> PathBuf {
    root().join(inside)
}

/// What a program prints, without the line's end.
pub(crate) fn ask(program: &str, arguments: &[&str]) -> Result<String> {
    cmd(program, arguments).read().with_context(|| format!("`{program}` is needed and does not run"))
}
