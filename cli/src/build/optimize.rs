//! The tools of Binaryen, where they are.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::wrapper::START;
use super::{locations, panics, segments, table};

/// What is said where no wasm-opt is found.
pub(super) const MISSING: &str = "\
note: without wasm-opt the package is larger and starts more slowly than it could; to get it: \
npm install --save-dev binaryen";

/// What the engine needs of WebAssembly.
const FEATURES: &[&str] = &[
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-reference-types",
];

/// How wasm-opt works. What has one caller is by default put into it, however large it is and rarely
/// called; but functions are compiled when they are first called, which is most of a first call's time.
const OPTIONS: &[&str] = &[
    "-O3",
    "--one-caller-inline-max-function-size=150",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// The tools to use.
pub(super) struct Tools {
    wasm_opt: PathBuf,
    /// Lies beside wasm-opt, but for packages of wasm-opt alone.
    ctor_eval: Option<PathBuf>,
}

/// The tools to use: the wasm-opt asked for, else one that npm has installed in one of the folders,
/// the current one or above, else one in PATH; and what came with it.
pub(super) fn find(asked: Option<&Path>, folders: &[&Path]) -> Result<Option<Tools>> {
    let current = env::current_dir()?;
    let tools = |wasm_opt: PathBuf| {
        let name = wasm_opt.file_name().unwrap_or_default().to_string_lossy().replace("wasm-opt", "wasm-ctor-eval");
        Tools { ctor_eval: Some(wasm_opt.with_file_name(name)).filter(|program| program.is_file()), wasm_opt }
    };
    if let Some(program) = asked {
        let found = which::which_in(program, env::var_os("PATH"), &current)
            .with_context(|| format!("there is no program {}", program.display()))?;
        return Ok(Some(tools(found)));
    }
    let mut places: Vec<PathBuf> = Vec::new();
    for folder in folders.iter().copied().chain([current.as_path()]) {
        let folder = current.join(folder);
        places.extend(folder.ancestors().map(|folder| folder.join("node_modules/.bin")));
    }
    places.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    Ok(which::which_in("wasm-opt", Some(env::join_paths(places)?), current).ok().map(tools))
}

impl Tools {
    /// Starts the engine ahead of time and makes it small.
    pub(super) fn run(&self, wasm: &mut Vec<u8>) -> Result<()> {
        let start_of_data = segments::start_of_data(wasm)?;
        // Before anything else has calculated with places in the table.
        *wasm = table::leave_out_unnamed(&panics::trap(&locations::forget(wasm)?)?)?;
        if let Some(ctor_eval) = &self.ctor_eval {
            // What the start leaves in memory becomes the module's data, and its code is no longer needed.
            rewrite(ctor_eval, &[&format!("--ctors={START}")], wasm)?;
        }
        rewrite(&self.wasm_opt, OPTIONS, wasm)?;
        *wasm = segments::join(wasm, start_of_data)?;
        Ok(())
    }
}

/// Lets a tool rewrite a module.
fn rewrite(program: &Path, arguments: &[&str], wasm: &mut Vec<u8>) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (input, output) = (folder.path().join("in.wasm"), folder.path().join("out.wasm"));
    fs::write(&input, &wasm)?;
    let result = Command::new(program)
        .args(FEATURES)
        .args(arguments)
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
