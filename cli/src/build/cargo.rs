//! Calls of cargo and of what it has built.

use std::ffi::OsString;
use std::io::{BufReader, IsTerminal, Read, Seek, stderr};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Error, Result, anyhow, bail};
use cargo_metadata::Message;
use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};

use super::metadata::Crate;

/// The target that engines are compiled for.
pub(super) const WASM: &str = "wasm32-unknown-unknown";

/// Refuses early where the standard library for WebAssembly is missing.
pub(super) fn require_wasm_target(krate: &Crate) -> Result<()> {
    let output = Command::new(tool("RUSTC", "rustc"))
        .args(["--print", "target-libdir", "--target", WASM])
        .current_dir(&krate.folder)
        .output()
        .context("rustc cannot be started")?;
    let folder = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim_end());
    if !folder.is_dir() {
        bail!("Rust cannot compile to WebAssembly yet; run: rustup target add {WASM}");
    }
    Ok(())
}

/// The program named by a variable of the environment, as cargo has it for its tools.
fn tool(variable: &str, default: &str) -> OsString {
    std::env::var_os(variable).unwrap_or_else(|| default.into())
}

/// Why cargo has built nothing.
pub(super) struct Failure {
    /// What cargo and the compiler have said.
    said: String,
    error: Error,
}

impl Failure {
    /// Shows the messages, and gives what is left to say.
    pub(super) fn show(self) -> Error {
        eprint!("{}", self.said);
        self.error
    }
}

impl<E: Into<Error>> From<E> for Failure {
    fn from(error: E) -> Failure {
        Failure { said: String::new(), error: error.into() }
    }
}

/// One call of `cargo build`.
pub(super) struct Build<'a> {
    pub(super) manifest: &'a Path,
    pub(super) krate: &'a Crate,
    pub(super) arguments: &'a [&'a str],
    /// Replaces whatever flags the environment has for rustc.
    pub(super) flags: Option<String>,
    pub(super) shows_cargo: bool,
}

impl Build<'_> {
    /// Builds, and gives the file that was made of the package itself.
    ///
    /// Errors of the compiler are kept as cargo would show them, unless `explain` has a better
    /// word for one.
    pub(super) fn run(&self, explain: impl Fn(&Diagnostic) -> Option<String>) -> Result<PathBuf, Failure> {
        // Run in the crate's folder, cargo and rustup find the crate's settings.
        let mut command = Command::new(tool("CARGO", "cargo"));
        command
            .arg("build")
            .args(self.arguments)
            .arg("--manifest-path")
            .arg(self.manifest)
            .arg("--target-dir")
            .arg(&self.krate.target)
            .arg(if stderr().is_terminal() {
                "--message-format=json-diagnostic-rendered-ansi"
            } else {
                "--message-format=json"
            })
            .current_dir(&self.krate.folder)
            .stdout(Stdio::piped());
        if let Some(flags) = &self.flags {
            command.env("CARGO_ENCODED_RUSTFLAGS", flags);
        }
        let mut log = tempfile::tempfile()?;
        if !self.shows_cargo {
            command.arg("--quiet").stderr(log.try_clone()?);
        }

        let mut child = command.spawn().context("cargo cannot be started")?;
        let messages = child.stdout.take().context("cargo has no output")?;
        let mut built = None;
        let mut explanation = None;
        let mut said = String::new();
        for message in Message::parse_stream(BufReader::new(messages)) {
            match message? {
                Message::CompilerArtifact(artifact) if artifact.manifest_path.as_std_path() == self.manifest => {
                    built = artifact.filenames.into_iter().next();
                }
                Message::CompilerMessage(message) if message.message.level == DiagnosticLevel::Error => {
                    explanation = explanation.or_else(|| explain(&message.message));
                    said += &message.message.rendered.unwrap_or_default();
                }
                _ => {}
            }
        }
        if child.wait()?.success() {
            let built = built.ok_or_else(|| anyhow!("cargo has built nothing"))?;
            return Ok(built.into());
        }
        if let Some(explanation) = explanation {
            return Err(anyhow!(explanation).into());
        }
        log.rewind()?;
        log.read_to_string(&mut said)?;
        Err(Failure { said, error: anyhow!("`{}` does not compile", self.krate.name) })
    }
}

/// Runs a program that was built, with a folder as its argument.
pub(super) fn run(program: &Path, folder: &Path) -> Result<()> {
    let output = Command::new(program).arg(folder).output()?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim_end());
    }
    Ok(())
}
