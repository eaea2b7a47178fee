//! The package around the crate: a program that prints its schema, and the engine to compile.
//!
//! It depends on the crate alone, so that the crate decides which `portcullis` is used, and it
//! shares the crate's target folder, lock file and patches, so that nothing is compiled twice.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use cargo_metadata::diagnostic::Diagnostic;
use cargo_metadata::{MetadataCommand, Package};
use toml::{Table, Value};

use super::cargo::{Build, Failure, WASM};
use super::metadata::Crate;
use super::profile::Profile;
use super::table;

/// The function of the engine that starts it.
pub(super) const START: &str = "portcullis_start";

/// How the compiler works for the engine.
const FLAGS: [&str; 3] = [
    "-Ctarget-feature=+simd128",
    // By default much code is copied to where it is called that is seldom reached there, or no faster: a
    // twentieth of the engine. What must be copied says so.
    "-Cllvm-args=-inline-threshold=75",
    // Half of what the linker gives. All else lies above the stack, and addresses below 2^20 are a byte shorter.
    "-Clink-arg=-zstack-size=524288",
];

const ENGINE: &str = "\
//! The engine of the package.
#![cfg(target_arch = \"wasm32\")]

/// Tells the engine its payloads. Where this was done ahead of time, it is no longer there.
#[unsafe(no_mangle)]
pub extern \"C\" fn portcullis_start() {
    contracts::CONTRACTS.serve();
}
";

const PRINT: &str = "\
//! Prints the JavaScript and the types of the package into a folder.

use std::process::ExitCode;

fn main() -> ExitCode {
    let folder = std::env::args_os().nth(1).unwrap_or_default();
    match contracts::CONTRACTS.print(folder.as_ref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!(\"{error}\");
            ExitCode::FAILURE
        }
    }
}
";

/// The package around a crate.
pub(super) struct Wrapper {
    krate: Crate,
    folder: PathBuf,
    /// What the engine is compiled of.
    packages: Vec<Package>,
}

fn packages(krate: &Crate, folder: &Path) -> Result<Vec<Package>> {
    let metadata = MetadataCommand::new()
        .manifest_path(folder.join("Cargo.toml"))
        .current_dir(&krate.folder)
        .other_options(["--filter-platform".to_owned(), WASM.to_owned()])
        .exec()?;
    Ok(metadata.packages)
}

fn manifest(krate: &Crate) -> Result<String> {
    let name = &krate.name;
    let folder = krate.folder.to_str().context("the crate's path is no Unicode")?;
    let path = Value::from(folder);
    // The names differ from crate to crate, for a target folder may serve several.
    let own = format!(
        r#"
[workspace]

[package]
name = "{name}-package"
version = "0.0.0"
edition = "2024"

[lib]
name = "{}_engine"
path = "engine.rs"
crate-type = ["cdylib"]

[[bin]]
name = "{name}-print"
path = "print.rs"

[dependencies]
contracts = {{ package = "{name}", path = {path} }}

# Small, but for what every byte of input passes through.
[profile.release]
opt-level = "s"
lto = "fat"
codegen-units = 1
panic = "abort"

[profile.release.package.portcullis]
opt-level = 3

# Soon done, for who waits for it.
[profile.watch]
inherits = "release"
opt-level = 0
lto = "off"
codegen-units = 256
incremental = true

"#,
        name.replace('-', "_")
    );
    Ok(own + &toml::to_string(&inherited(&krate.workspace)?)?)
}

/// What the crate's workspace decides for the wrapper too.
fn inherited(workspace: &Path) -> Result<Table> {
    let root: Table = fs::read_to_string(workspace.join("Cargo.toml"))?.parse()?;
    let mut inherited = Table::new();
    if let Some(patch) = root.get("patch") {
        let mut patch = patch.clone();
        make_absolute(&mut patch, workspace);
        inherited.insert("patch".to_owned(), patch);
    }
    // With the same profile, what `cargo test` has built there is used again.
    if let Some(Value::Table(dev)) = root.get("profile").and_then(|profile| profile.get("dev")) {
        let mut dev = dev.clone();
        // These may name packages that the crate does not need.
        dev.remove("package");
        let profiles = Table::from_iter([("dev".to_owned(), dev.into())]);
        inherited.insert("profile".to_owned(), profiles.into());
    }
    Ok(inherited)
}

/// Makes the paths of a `[patch]` table independent of the folder it stands in.
fn make_absolute(patch: &mut Value, root: &Path) {
    let Value::Table(registries) = patch else { return };
    for (_, registry) in registries {
        let Value::Table(packages) = registry else { continue };
        for (_, package) in packages {
            if let Some(Value::String(path)) = package.get_mut("path") {
                *path = root.join(&path).to_string_lossy().into_owned();
            }
        }
    }
}

impl Wrapper {
    /// Writes the package into the target folder of the crate.
    pub(super) fn write(krate: Crate) -> Result<Wrapper> {
        let folder = krate.target.join("portcullis").join(&krate.name);
        fs::create_dir_all(&folder)?;
        // Cargo looks at the times of files: what has not changed is not written.
        let write = |name: &str, text: &str| {
            let path = folder.join(name);
            if fs::read_to_string(&path).is_ok_and(|old| old == text) {
                return Ok(());
            }
            fs::write(path, text)
        };
        write("Cargo.toml", &manifest(&krate)?)?;
        write("engine.rs", ENGINE)?;
        write("print.rs", PRINT)?;
        let lock = krate.workspace.join("Cargo.lock");
        if lock.is_file() {
            fs::copy(lock, folder.join("Cargo.lock"))?;
        }
        // Also settles the lock file, before two calls of cargo read it at once.
        let packages = packages(&krate, &folder)?;
        require_wasm_bindgen(&packages)?;
        Ok(Wrapper { krate, folder, packages })
    }

    /// The crate inside.
    pub(super) fn krate(&self) -> &Crate {
        &self.krate
    }

    /// What the engine is compiled of, the wrapper included.
    pub(super) fn packages(&self) -> &[Package] {
        &self.packages
    }

    /// Compiles the program that prints.
    pub(super) fn compile_printer(&self) -> Result<PathBuf, Failure> {
        self.build(&["--bins"], None, false)
    }

    /// Compiles the engine.
    ///
    /// The flags given here are all that count, so that the bytes do not depend on the environment.
    /// For the same reason the paths that panics mention lose what is of this machine.
    pub(super) fn compile_engine(&self, profile: Profile, shows_cargo: bool) -> Result<PathBuf, Failure> {
        let mut flags = FLAGS.map(str::to_owned).to_vec();
        flags.push(format!("-Clink-arg=--table-base={}", table::BASE));
        flags.extend(self.packages.iter().filter_map(|package| {
            let folder = package.manifest_path.parent()?;
            Some(format!("--remap-path-prefix={folder}={}", package.name))
        }));
        flags.sort();
        let arguments = ["--lib", "--profile", profile.name(), "--target", WASM];
        self.build(&arguments, Some(flags.join("\x1f")), shows_cargo)
    }

    fn build(&self, arguments: &[&str], flags: Option<String>, shows_cargo: bool) -> Result<PathBuf, Failure> {
        Build { manifest: &self.folder.join("Cargo.toml"), krate: &self.krate, arguments, flags, shows_cargo }
            .run(|error| self.explain(error))
    }

    /// Our own word for an error in the wrapper that is the crate's fault.
    fn explain(&self, error: &Diagnostic) -> Option<String> {
        let is_ours = (error.spans.iter()).any(|span| self.folder.join("print.rs").ends_with(&span.file_name));
        let is_missing = error.code.as_ref().is_some_and(|code| code.code == "E0425");
        (is_ours && is_missing).then(|| {
            format!("`{}` lists no payloads: add `portcullis::contracts! {{ … }}` to its src/lib.rs", self.krate.name)
        })
    }
}

/// Refuses a crate whose wasm-bindgen is not the one that this command binds with.
fn require_wasm_bindgen(packages: &[Package]) -> Result<()> {
    let ours = wasm_bindgen_shared::version();
    for package in packages.iter().filter(|package| package.name == "wasm-bindgen") {
        let theirs = package.version.to_string();
        if theirs != ours {
            bail!(
                "the crate depends on wasm-bindgen {theirs}, but this command works with {ours}: \
                 install the portcullis-cli of the same version as the crate's portcullis"
            );
        }
    }
    Ok(())
}
