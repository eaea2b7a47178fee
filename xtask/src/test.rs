//! The tests of the repository, step by step.

use std::env;

use anyhow::{Result, bail};
use duct::cmd;

use crate::bench;
use crate::build;
use crate::shell::{Shell, cargo, path};
use crate::steps::{self, Needs, Skip, Step};
use crate::tools::{self, npm_run};

const STEPS: &[Step] = &[
    Step { name: "format", needs: Needs::Little, run: |sh| sh.cargo("fmt --all --check") },
    Step { name: "clippy", needs: Needs::Little, run: clippy },
    Step { name: "Rust", needs: Needs::Little, run: |sh| sh.cargo("test --workspace --no-fail-fast") },
    Step { name: "Rust in WebAssembly", needs: Needs::Little, run: webassembly },
    Step { name: "unsafe code in Miri", needs: Needs::More, run: miri },
    Step { name: "axum, outside the workspace", needs: Needs::Little, run: axum },
    Step { name: "Rust's documentation", needs: Needs::Little, run: documentation },
    Step { name: "packages are built", needs: Needs::Little, run: build::packages },
    Step { name: "types of package and bindings", needs: Needs::Little, run: |sh| npm_run(sh, "xtask", "types") },
    Step { name: "JavaScript runtime", needs: Needs::Little, run: javascript_runtime },
    Step { name: "package in each runtime", needs: Needs::Little, run: |sh| npm_run(sh, "tests/runtimes", "test") },
    Step { name: "package in other libraries", needs: Needs::Little, run: |sh| npm_run(sh, "tests/consumers", "test") },
    Step { name: "package in Chromium", needs: Needs::More, run: chromium },
    Step { name: "package through bundlers", needs: Needs::More, run: bundlers },
    Step { name: "bundles in Chromium", needs: Needs::More, run: bundles_in_chromium },
    Step { name: "package in Next.js", needs: Needs::More, run: next },
    Step { name: "example", needs: Needs::Little, run: example },
    Step { name: "web example in Chromium", needs: Needs::More, run: web_example },
    Step { name: "benches run", needs: Needs::More, run: |sh| bench::run(sh, true) },
    Step { name: "example on a PostgreSQL server", needs: Needs::More, run: example_on_postgresql },
];

/// Runs the steps, all of them or those that need little, and says whether none failed.
pub(crate) fn run(all: bool) -> Result<bool> {
    let shell = Shell::capturing();
    tools::prepare(&shell)?;
    tools::prepare_lints(&shell)?;
    for folder in ["xtask", "runtime", "tests/consumers", "tests/json-schema", "tests/runtimes", "deno-example"] {
        tools::npm_install(&shell, folder)?;
    }
    let is_unattended = env::var_os("CI").is_some_and(|value| value == "true");
    steps::run(&shell, STEPS, all, is_unattended)
}

fn clippy(shell: &Shell) -> Result<()> {
    shell.cargo("clippy --workspace --all-targets --features=portcullis/axum -- --deny=warnings")?;
    shell.cargo("clippy --package=wasm-tests --package=portcullis-contracts --lib --test=json --test=numbers --test=surface --test=url --target=wasm32-unknown-unknown -- --deny=warnings")
}

fn webassembly(shell: &Shell) -> Result<()> {
    shell.cargo("test --package=wasm-tests --target=wasm32-unknown-unknown")
}

/// Scanner, walk and tape, which are where `unsafe` is, and what reads the tape.
fn miri(shell: &Shell) -> Result<()> {
    tools::prepare_miri(shell)?;
    shell.cargo("+nightly miri test --package=portcullis --lib -- json::string json::number json::key engine::")
}

fn axum(shell: &Shell) -> Result<()> {
    shell.cargo("test --package=portcullis --features=axum --doc axum")?;
    for line in ["fmt --check", "clippy --all-targets -- --deny=warnings", "test"] {
        shell.run(cmd("cargo", line.split(' ')).dir(path("tests/axum")))?;
    }
    Ok(())
}

fn documentation(shell: &Shell) -> Result<()> {
    shell.run(cargo("doc --workspace --no-deps --features=portcullis/axum").env("RUSTDOCFLAGS", "--deny=warnings"))
}

fn javascript_runtime(shell: &Shell) -> Result<()> {
    npm_run(shell, "runtime", "check")?;
    npm_run(shell, "runtime", "test")
}

fn chromium(shell: &Shell) -> Result<()> {
    skip_without("chromium", "chromium")?;
    npm_run(shell, "tests/runtimes", "test:browser")
}

/// Little is needed, but it takes a while.
fn bundlers(shell: &Shell) -> Result<()> {
    tools::npm_install(shell, "tests/bundlers")?;
    npm_run(shell, "tests/bundlers", "test")
}

fn bundles_in_chromium(shell: &Shell) -> Result<()> {
    skip_without("chromium", "chromium")?;
    tools::npm_install(shell, "tests/bundlers")?;
    npm_run(shell, "tests/bundlers", "test:browser")
}

fn next(shell: &Shell) -> Result<()> {
    skip_without("chromium", "chromium")?;
    tools::npm_install(shell, "tests/next")?;
    npm_run(shell, "tests/next", "test")
}

/// On the embedded database; given DATABASE_URL, also on that server.
fn example(shell: &Shell) -> Result<()> {
    npm_run(shell, "deno-example", "check")?;
    npm_run(shell, "deno-example", "test")
}

/// The page as it is built, over the example's functions.
fn web_example(shell: &Shell) -> Result<()> {
    tools::npm_install(shell, "web-example")?;
    npm_run(shell, "web-example", "check")?;
    skip_without("chromium", "chromium")?;
    npm_run(shell, "web-example", "test")
}

/// On a scratch cluster that Debian's `pg_virtualenv` makes and takes away again.
fn example_on_postgresql(shell: &Shell) -> Result<()> {
    skip_without("pg_virtualenv", "postgresql")?;
    let script = r#"DATABASE_URL="postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/postgres" exec "$@""#;
    let test = cmd!("pg_virtualenv", "sh", "-c", script, "sh", "npm", "run", "--silent", "test");
    shell.run(test.dir(path("deno-example")))
}

/// Skips the step where a program is missing, and names the Debian package that has it.
fn skip_without(program: &'static str, package: &'static str) -> Result<()> {
    let start = cmd!(program, "--version").stdin_null().stdout_null().stderr_null().unchecked().run();
    if start.is_err() {
        bail!(Skip { missing: program, remedy: format!("on Debian: apt-get install {package}") });
    }
    Ok(())
}
