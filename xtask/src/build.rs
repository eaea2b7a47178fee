//! Builds what is generated: the packages, and the TypeScript types of bindings/.

use anyhow::Result;
use duct::cmd;

use crate::shell::{Shell, path};
use crate::tools;

/// Where the package of contracts/ is built to: as an npm package, and where the example's functions
/// import it by relative path.
const PACKAGES: [&str; 2] = ["pkg", "deno-example/supabase/functions/_shared/contracts"];

/// Builds everything.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    tools::prepare(shell)?;
    packages(shell)?;
    bindings(shell)
}

/// Builds the package of contracts/, each place from the same compiled engine.
pub(crate) fn packages(shell: &Shell) -> Result<()> {
    tools::npm_install(shell, "xtask")?;
    let wasm_opt = tools::npm_program("xtask", "wasm-opt");
    for package in PACKAGES {
        let build = cmd!(
            "cargo",
            "run",
            "--quiet",
            "--package",
            "portcullis-cli",
            "--",
            "build",
            "contracts",
            "--out",
            package,
            "--wasm-opt",
            &wasm_opt
        );
        shell.run(build.dir(path("")))?;
    }
    Ok(())
}

/// Writes bindings/. Without the variable the same test compares instead.
fn bindings(shell: &Shell) -> Result<()> {
    let test = cmd!("cargo", "test", "--quiet", "--package", "portcullis-contracts", "--test", "bindings");
    shell.run(test.env("UPDATE_BINDINGS", "1").dir(path("")))
}
