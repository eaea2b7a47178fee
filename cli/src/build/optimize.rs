//! wasm-opt, where there is one.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// What is said where no wasm-opt is found.
pub(super) const MISSING: &str = "\
note: without wasm-opt the package is larger than it could be; to get it: \
npm install --save-dev binaryen";

const FLAGS: &[&str] = &[
    "-O3",
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-reference-types",
    "--strip-debug",
    "--strip-producers",
];

/// The wasm-opt to use: the one asked for, else one that npm has installed in one of the folders,
/// the current one or above, else one in PATH.
pub(super) fn find(asked: Option<&Path>, folders: &[&Path]) -> Result<Option<PathBuf>> {
    let current = env::current_dir()?;
    if let Some(program) = asked {
        let found = which::which_in(program, env::var_os("PATH"), &current)
            .with_context(|| format!("there is no program {}", program.display()))?;
        return Ok(Some(found));
    }
    let mut places: Vec<PathBuf> = Vec::new();
    for folder in folders.iter().copied().chain([current.as_path()]) {
        let folder = current.join(folder);
        places.extend(folder.ancestors().map(|folder| folder.join("node_modules/.bin")));
    }
    places.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    Ok(which::which_in("wasm-opt", Some(env::join_paths(places)?), current).ok())
}

/// Lets wasm-opt rewrite a module.
pub(super) fn run(program: &Path, wasm: &mut Vec<u8>) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (input, output) = (folder.path().join("in.wasm"), folder.path().join("out.wasm"));
    fs::write(&input, &wasm)?;
    let result = Command::new(program)
        .args(FLAGS)
        .arg(&input)
        .arg("-o")
        .arg(&output)
        .output()
        .with_context(|| format!("{} cannot be started", program.display()))?;
    if !result.status.success() {
        bail!(
            "{} cannot optimize the engine: {}",
            program.display(),
            String::from_utf8_lossy(&result.stderr).trim_end()
        );
    }
    *wasm = fs::read(output)?;
    Ok(())
}
