//! `portcullis build`: a crate of payloads in, an npm package out.

use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::Result;
use clap::Args;

use self::cargo::Failure;
use self::engine::Engine;
use self::package::{Draft, Package};
use self::profile::Profile;
use self::progress::Progress;
use self::wrapper::Wrapper;

mod cargo;
mod engine;
mod glue;
mod locations;
mod manifest;
mod metadata;
mod optimize;
mod package;
mod panics;
mod profile;
mod progress;
mod sections;
mod segments;
mod sources;
mod table;
mod update;
mod watch;
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

    /// The wasm-opt to use, and the wasm-ctor-eval beside it [default: the one in node_modules, else the one in PATH]
    #[arg(long, value_name = "PROGRAM")]
    wasm_opt: Option<PathBuf>,

    /// Stay, and build again whenever a source of the crate, or of one it depends on by path, changes
    ///
    /// To be quick the engine is compiled without optimization: the package does the same, but is
    /// larger and slower. While the crate does not compile the last package stays. Ctrl-C ends it.
    #[arg(long, short)]
    watch: bool,

    /// Say nothing unless something is wrong
    #[arg(long, short)]
    quiet: bool,
}

/// Runs the command.
pub(crate) fn run(options: &Options) -> Result<()> {
    let progress = Progress::new(options.quiet);
    if options.watch {
        return watch::run(options, &progress);
    }
    let project = Project::read(options, &progress)?;
    let made = project.build(project.draft()?, Profile::Release, &progress)?;
    progress.say(&made.package.to_string());
    Ok(())
}

/// A crate, and what to do with it.
struct Project<'a> {
    options: &'a Options,
    wrapper: Wrapper,
}

/// What a build has made.
struct Made {
    package: Package,
    /// What cargo has made for it.
    artifacts: [PathBuf; 2],
}

impl Project<'_> {
    fn read<'a>(options: &'a Options, progress: &Progress) -> Result<Project<'a>> {
        let krate = progress.step("Read the crate", || metadata::read(&options.krate))?;
        cargo::require_wasm_target(&krate)?;
        let wrapper = progress.step("Write a program around it", || Wrapper::write(krate))?;
        Ok(Project { options, wrapper })
    }

    fn draft(&self) -> Result<Draft> {
        Draft::new(self.wrapper.krate(), &self.options.out)
    }

    /// Prints and compiles at the same time, which takes cargo little longer than the slower of both.
    fn build(&self, draft: Draft, profile: Profile, progress: &Progress) -> Result<Made> {
        let (printer, engine) = thread::scope(|scope| {
            let engine = scope.spawn(|| self.engine(profile, progress));
            let printer = self.print(draft.folder(), progress);
            (printer, engine.join().unwrap_or_else(|panic| resume_unwind(panic)))
        });
        // Of an error in the crate both say the same.
        let printer = printer.map_err(Failure::show)?;
        let (module, engine) = engine.map_err(Failure::show)?;
        let package = progress.step("Put the package together", || draft.finish(self.wrapper.krate(), engine))?;
        Ok(Made { package, artifacts: [printer, module] })
    }

    /// Prints into a folder; gives the program that did.
    fn print(&self, folder: &Path, progress: &Progress) -> Result<PathBuf, Failure> {
        let printer = progress.step("Compile it for this machine", || self.wrapper.compile_printer())?;
        progress.step("Print readers and types", || cargo::run(&printer, folder))?;
        Ok(printer)
    }

    /// Makes the engine; gives also the module that it was bound from.
    fn engine(&self, profile: Profile, progress: &Progress) -> Result<(PathBuf, Engine), Failure> {
        let compile = || self.wrapper.compile_engine(profile, progress.shows_cargo());
        let module = progress.step("Compile it to WebAssembly", compile)?;
        let mut engine = progress.step("Bind it to JavaScript", || engine::bind(&module))?;
        if profile == Profile::Release {
            let folders = [self.wrapper.krate().folder.as_path(), &self.options.out];
            match optimize::find(self.options.wasm_opt.as_deref(), &folders)? {
                Some(tools) => progress.step("Optimize it", || tools.run(&mut engine.wasm))?,
                None => progress.say(optimize::MISSING),
            }
        }
        Ok((module, engine))
    }
}
