//! `portcullis build`: a crate of payloads in, an npm package out.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use self::progress::Progress;

mod cargo;
mod engine;
mod manifest;
mod metadata;
mod optimize;
mod package;
mod progress;
mod wrapper;

/// Build an npm package from a crate that lists its payloads with `contracts!`
///
/// The package validates by WebAssembly in Deno, Node.js, Bun, edge runtimes and browsers, and has
/// TypeScript types. It needs nothing beside it: import it by name after `npm install`, or by the
/// relative path of its index.js.
///
/// What else is in the folder stays: a README.md, a LICENSE, and the keys of a package.json other
/// than type, sideEffects, exports, types and files.
#[derive(Args)]
pub(crate) struct Options {
    /// The folder of the crate
    #[arg(value_name = "CRATE", default_value = ".")]
    krate: PathBuf,

    /// The folder to put the package in
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,

    /// The wasm-opt to use [default: the one in node_modules, else the one in PATH]
    #[arg(long, value_name = "PROGRAM")]
    wasm_opt: Option<PathBuf>,

    /// Say nothing unless something is wrong
    #[arg(long, short)]
    quiet: bool,
}

/// Runs the command.
pub(crate) fn run(options: &Options) -> Result<()> {
    let progress = Progress::new(options.quiet);

    let krate = progress.step("Read the crate", || metadata::read(&options.krate))?;
    cargo::require_wasm_target(&krate)?;
    let package = package::Draft::new(&krate, &options.out)?;
    let wrapper = progress.step("Write a program around it", || wrapper::write(&krate))?;
    let printer = progress.step("Compile it for this machine", || wrapper.compile_printer(progress.shows_cargo()))?;
    progress.step("Print readers and types", || cargo::run(&printer, package.folder()))?;
    let module = progress.step("Compile it to WebAssembly", || wrapper.compile_engine(progress.shows_cargo()))?;
    let mut engine = progress.step("Bind it to JavaScript", || engine::bind(&module))?;
    match optimize::find(options.wasm_opt.as_deref(), &[&krate.folder, &options.out])? {
        Some(wasm_opt) => progress.step("Optimize it", || optimize::run(&wasm_opt, &mut engine.wasm))?,
        None => progress.say(optimize::MISSING),
    }
    let summary = progress.step("Put the package together", || package.finish(&krate, &engine))?;
    progress.say(&summary.to_string());
    Ok(())
}
