//! Builds what is measured, and runs the programs that measure.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use duct::{Expression, cmd};
use serde::de::DeserializeOwned;

use super::results::{InRuntime, Results};
use crate::shell::{Shell, ask, path};
use crate::{build, tools};

/// The payloads that are measured.
pub(super) const PAYLOADS: &str = "benches/payloads";
const NATIVE: &str = "target/bench/native/release/bench-native";
const BODIES: &str = "target/bench/native.json";

/// Builds everything that is measured.
pub(crate) fn prepare(shell: &Shell) -> Result<()> {
    tools::prepare(shell)?;
    tools::npm_install(shell, "benches")?;
    build::package(shell, PAYLOADS, "target/bench/package")?;
    build::package(shell, "benches/contact", "target/bench/contact")?;
    build::package(shell, "contracts", "target/bench/contracts")?;
    shell.say("building benches/native");
    shell
        .cargo("build --quiet --release --manifest-path benches/native/Cargo.toml --target-dir target/bench/native")?;
    shell.run(cmd!("node", "export.mjs", path(BODIES)).dir(path("benches")))
}

/// Measures everything.
pub(crate) fn run(shell: &Shell, quick: bool) -> Result<Results> {
    let programs = Programs::new(shell, quick)?;
    Ok(Results {
        machine: programs.node("machine.mjs")?,
        rust: ask("rustc", &["--version"])?,
        warm: programs.in_each("warm.mjs")?,
        hostile: programs.in_each("hostile.mjs")?,
        memory: programs.in_each("memory.mjs")?,
        start: programs.start()?,
        sizes: programs.node("sizes.mjs")?,
        types: programs.node("types.mjs")?,
        native: programs.native()?,
    })
}

/// Programs that print JSON.
pub(super) struct Programs<'a> {
    shell: &'a Shell,
    quick: bool,
    deno: PathBuf,
}

impl<'a> Programs<'a> {
    pub(super) fn new(shell: &'a Shell, quick: bool) -> Result<Programs<'a>> {
        Ok(Programs { shell, quick, deno: tools::deno("benches")? })
    }

    /// One package beside another, in both runtimes.
    pub(super) fn before<T: DeserializeOwned>(&self, before: &Path, now: &Path) -> Result<T> {
        self.shell.announce("measuring before.mjs")?;
        self.read(cmd!("node", "before.mjs", &self.deno, before, now))
    }

    fn in_each<T: DeserializeOwned>(&self, script: &str) -> Result<InRuntime<T>> {
        self.shell.announce(&format!("measuring {script} in Deno"))?;
        let deno = self.read(cmd!(&self.deno, "run", "--allow-all", "--v8-flags=--expose-gc", script))?;
        Ok(InRuntime { deno, node: self.node(script)? })
    }

    fn node<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        self.shell.announce(&format!("measuring {script} in Node.js"))?;
        self.read(cmd!("node", "--expose-gc", script))
    }

    fn start<T: DeserializeOwned>(&self) -> Result<T> {
        self.shell.announce("measuring start.mjs")?;
        self.read(cmd!("node", "start.mjs", &self.deno))
    }

    fn native<T: DeserializeOwned>(&self) -> Result<T> {
        self.shell.announce("measuring native Rust")?;
        self.read(cmd!(path(NATIVE), path(BODIES)))
    }

    fn read<T: DeserializeOwned>(&self, program: Expression) -> Result<T> {
        let quick = self.quick.then_some("--quick");
        let program = program.before_spawn(move |command| {
            command.args(quick);
            Ok(())
        });
        let output = program.dir(path("benches")).env("NO_COLOR", "1").read()?;
        serde_json::from_str(&output).with_context(|| format!("not what was expected: {output}"))
    }
}
