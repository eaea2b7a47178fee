//! Finds the tools that chores use, and installs those that cargo and npm can.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use duct::cmd;

use crate::shell::{Shell, ask, path};
use crate::steps::Skip;

const WASM: &str = "wasm32-unknown-unknown";

/// The oldest Node.js that everything here runs on.
const NODE: u32 = 20;

/// Sees to it that Rust compiles to WebAssembly and Node.js is there.
pub(crate) fn prepare(shell: &Shell) -> Result<()> {
    let version = ask("node", &["--version"]).context("install Node.js, see https://nodejs.org")?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        bail!("Node.js {NODE} or newer is needed, this is {version}");
    }
    let library = ask("rustc", &["--print", "target-libdir", "--target", WASM])?;
    if !PathBuf::from(library).is_dir() {
        shell.say(&format!("installing Rust's target {WASM}"));
        shell.run(cmd!("rustup", "target", "add", WASM))?;
    }
    Ok(())
}

/// Sees to it that cargo has the subcommands that only tests need.
pub(crate) fn prepare_lints(shell: &Shell) -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let is_there = cmd!("cargo", subcommand, "--version").stdout_null().stderr_null().unchecked().run()?;
        if !is_there.status.success() {
            shell.say(&format!("installing Rust's component {component}"));
            shell.run(cmd!("rustup", "component", "add", component))?;
        }
    }
    Ok(())
}

/// Sees to it that there is Miri, which a nightly toolchain can have.
pub(crate) fn prepare_miri(shell: &Shell) -> Result<()> {
    prepare_nightly()?;
    let is_there = cmd!("cargo", "+nightly", "miri", "--version").stdout_null().stderr_null().unchecked().run()?;
    if is_there.status.success() {
        return Ok(());
    }
    shell.say("installing Rust's component miri");
    let add = cmd!("rustup", "component", "add", "--toolchain=nightly", "miri", "rust-src");
    shell.run(add).or_else(|_| bail!(Skip { missing: "miri", remedy: "this nightly toolchain has none".to_owned() }))
}

/// Sees to it that there is cargo-fuzz.
pub(crate) fn prepare_fuzzing(shell: &Shell) -> Result<()> {
    prepare_nightly()?;
    let is_there = cmd!("cargo", "fuzz", "--version").stdout_null().stderr_null().unchecked().run()?;
    if !is_there.status.success() {
        shell.say("installing cargo-fuzz");
        shell.run(cmd!("cargo", "install", "cargo-fuzz"))?;
    }
    Ok(())
}

/// Looks for a nightly toolchain. It is not installed without being asked for.
pub(crate) fn prepare_nightly() -> Result<()> {
    let is_there = cmd!("cargo", "+nightly", "--version").stdout_null().stderr_null().unchecked().run()?;
    if !is_there.status.success() {
        bail!(Skip { missing: "nightly toolchain", remedy: "get it: rustup toolchain install nightly".to_owned() });
    }
    Ok(())
}

/// Installs what a folder's package-lock.json names, unless that is done.
pub(crate) fn npm_install(shell: &Shell, folder: &str) -> Result<()> {
    let folder_path = path(folder);
    let lock = fs::read(folder_path.join("package-lock.json"))?;
    let stamp = folder_path.join("node_modules/.installed-from.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    shell.say(&format!("installing the npm packages of {folder}/"));
    shell.run(cmd!("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error").dir(folder_path))?;
    fs::write(stamp, lock)?;
    Ok(())
}

/// Runs an npm script of a folder.
pub(crate) fn npm_run(shell: &Shell, folder: &str, script: &str) -> Result<()> {
    shell.run(cmd!("npm", "run", "--silent", script).dir(path(folder)))
}

/// The Deno that npm installed in a folder.
///
/// It is the program itself: npm's `deno` is a script that starts it as a child, which a signal to
/// the script leaves running.
pub(crate) fn deno(folder: &str) -> Result<PathBuf> {
    let packages = path(folder).join("node_modules/@deno");
    for package in fs::read_dir(&packages).context("Deno is not installed")? {
        let program = package?.path().join("deno").with_extension(std::env::consts::EXE_EXTENSION);
        if program.is_file() {
            return Ok(program);
        }
    }
    bail!("npm has no Deno for this machine")
}
