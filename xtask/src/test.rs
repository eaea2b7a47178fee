//! The tests of the repository, step by step.

use std::env;

use anyhow::{Result, bail};
use duct::cmd;

use crate::build;
use crate::shell::{Shell, cargo, path};
use crate::steps::{self, Needs, Skip, Step};
use crate::tools::{self, npm_install, npm_run};

const STEPS: &[Step] = &[
    Step { name: "format", needs: Needs::Little, run: |sh| sh.cargo("fmt --all --check") },
    Step { name: "clippy", needs: Needs::Little, run: clippy },
    Step { name: "Rust", needs: Needs::Little, run: |sh| sh.cargo("test --workspace") },
    Step { name: "Rust in WebAssembly", needs: Needs::Little, run: webassembly },
    Step { name: "Rust's documentation", needs: Needs::Little, run: documentation },
    Step { name: "packages are built", needs: Needs::Little, run: build::packages },
    Step { name: "types of packages and bindings", needs: Needs::Little, run: types },
    Step { name: "JavaScript runtime", needs: Needs::Little, run: javascript_runtime },
    Step { name: "package in Deno, Node.js and Bun", needs: Needs::Little, run: javascript_runtimes },
    Step { name: "example", needs: Needs::Little, run: example },
    Step { name: "example on a PostgreSQL server", needs: Needs::More, run: example_on_postgresql },
];

/// Runs the steps, all of them or those that need little, and says whether none failed.
pub(crate) fn run(all: bool) -> Result<bool> {
    let shell = Shell::capturing();
    tools::prepare(&shell)?;
    let is_unattended = env::var_os("CI").is_some_and(|value| value == "true");
    steps::run(&shell, STEPS, all, is_unattended)
}

fn clippy(shell: &Shell) -> Result<()> {
    shell.cargo("clippy --workspace --all-targets -- --deny=warnings")?;
    shell.cargo(
        "clippy --package=portcullis --package=portcullis-contracts --target=wasm32-unknown-unknown -- --deny=warnings",
    )
}

fn webassembly(shell: &Shell) -> Result<()> {
    shell.cargo("test --package=portcullis --test=wasm --target=wasm32-unknown-unknown")
}

fn documentation(shell: &Shell) -> Result<()> {
    shell.run(cargo("doc --workspace --no-deps").env("RUSTDOCFLAGS", "--deny=warnings"))
}

/// What is generated holds under the strictest TypeScript, whoever imports it.
fn types(shell: &Shell) -> Result<()> {
    npm_install(shell, "xtask")?;
    npm_run(shell, "xtask", "types")
}

fn javascript_runtime(shell: &Shell) -> Result<()> {
    npm_install(shell, "runtime")?;
    npm_run(shell, "runtime", "check")?;
    npm_run(shell, "runtime", "test")
}

fn javascript_runtimes(shell: &Shell) -> Result<()> {
    npm_install(shell, "tests/runtimes")?;
    npm_run(shell, "tests/runtimes", "test")
}

/// On the embedded database; given DATABASE_URL, also on that server.
fn example(shell: &Shell) -> Result<()> {
    npm_install(shell, "deno-example")?;
    npm_run(shell, "deno-example", "check")?;
    npm_run(shell, "deno-example", "test")
}

/// On a scratch cluster that Debian's `pg_virtualenv` makes and takes away again.
fn example_on_postgresql(shell: &Shell) -> Result<()> {
    if cmd!("pg_virtualenv", "--help").stdout_null().stderr_null().unchecked().run().is_err() {
        bail!(Skip("there is no pg_virtualenv; on Debian: apt-get install postgresql"));
    }
    let script = r#"DATABASE_URL="postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/postgres" exec "$@""#;
    let test = cmd!("pg_virtualenv", "sh", "-c", script, "sh", "npm", "run", "--silent", "test");
    shell.run(test.dir(path("deno-example")))
}
