//! Builds what is generated: the packages, and the TypeScript types of bindings/.

use anyhow::Result;

use crate::shell::{Shell, cargo};
use crate::tools;

/// Where the functions of the example import the package from, by relative path.
pub(crate) const OF_EXAMPLE: &str = "deno-example/supabase/functions/_shared/contracts";

/// Builds everything.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    tools::prepare(shell)?;
    packages(shell)?;
    bindings(shell)
}

/// Builds contracts/ wherever its package is wanted.
pub(crate) fn packages(shell: &Shell) -> Result<()> {
    package(shell, "contracts", "pkg")?;
    package(shell, "contracts", OF_EXAMPLE)
}

/// Builds a crate of payloads into a folder.
pub(crate) fn package(shell: &Shell, krate: &str, folder: &str) -> Result<()> {
    tools::npm_install(shell, "xtask")?;
    shell.say(&format!("building {krate}/ into {folder}/"));
    let build = "run --quiet --package portcullis-cli -- build --wasm-opt xtask/node_modules/.bin/wasm-opt";
    shell.cargo(&format!("{build} --out {folder} {krate}"))
}

/// Writes bindings/. Without the variable the same test compares instead.
fn bindings(shell: &Shell) -> Result<()> {
    let test = cargo("test --quiet --package portcullis-contracts --test bindings");
    shell.run(test.env("UPDATE_BINDINGS", "1"))
}
