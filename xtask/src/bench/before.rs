//! Before and after: the package as another commit builds it, beside that of the work tree.

use anyhow::Result;
use duct::cmd;
use serde::Deserialize;

use super::measure::{self, Programs};
use super::tables::{table, times};
use crate::shell::{Shell, path};
use crate::{build, tools};

/// The other commit, checked out.
const SOURCE: &str = "target/bench/before/source";
/// What it is compiled into; kept, for another commit needs most of it again.
const TARGET: &str = "target/bench/before/target";
const BEFORE: &str = "target/bench/before/package";
const NOW: &str = "target/bench/package";

/// What both packages took, by runtime and body: now as a ratio to before.
#[derive(Deserialize)]
struct Compared {
    rounds: usize,
    deno: Vec<Body>,
    node: Vec<Body>,
}

#[derive(Deserialize)]
struct Body {
    name: String,
    typed: f64,
    verdict: f64,
}

/// Measures both, and shows the ratios.
pub(crate) fn run(shell: &Shell, commit: &str, quick: bool) -> Result<()> {
    tools::prepare(shell)?;
    tools::npm_install(shell, "benches")?;
    build::package(shell, measure::PAYLOADS, NOW)?;
    let _ = cmd!("git", "worktree", "remove", "--force", path(SOURCE)).dir(path(".")).stderr_null().run();
    shell.run(cmd!("git", "worktree", "add", "--quiet", "--detach", path(SOURCE), commit).dir(path(".")))?;
    shell.say(&format!("building the package of {commit}"));
    let wasm_opt = path("xtask/node_modules/.bin/wasm-opt");
    let build = ["run", "--quiet", "--package", "portcullis-cli", "--", "build", "--wasm-opt"];
    let build = cmd(
        "cargo",
        build.iter().map(Into::into).chain([wasm_opt.into_os_string()]).chain([
            "--out".into(),
            path(BEFORE).into_os_string(),
            measure::PAYLOADS.into(),
        ]),
    );
    shell.run(build.dir(path(SOURCE)).env("CARGO_TARGET_DIR", path(TARGET)))?;
    shell.run(cmd!("git", "worktree", "remove", "--force", path(SOURCE)).dir(path(".")))?;

    let programs = Programs::new(shell, quick)?;
    let compared: Compared = programs.before(&path(BEFORE), &path(NOW))?;
    let rows = compared.deno.iter().zip(&compared.node).map(|(deno, node)| {
        let ratios = [deno.typed, deno.verdict, node.typed, node.verdict].map(times);
        [deno.name.clone()].into_iter().chain(ratios).collect()
    });
    let head = ["body", "typed, Deno", "verdict, Deno", "typed, Node.js", "verdict, Node.js"];
    shell.say(&format!("now, as a ratio to {commit}; medians of {} processes each\n", compared.rounds));
    shell.say(&table(&head, rows));
    Ok(())
}
