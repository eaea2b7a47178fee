//! The demo: the example on its embedded database, and what it answers.

use std::process::Command;

use anyhow::Result;

use crate::shell::{Shell, become_, path};
use crate::{build, tools};

/// Builds what the example imports and hands over to it.
pub(crate) fn run(once: bool) -> Result<()> {
    let shell = Shell::showing();
    tools::prepare(&shell)?;
    build::package(&shell, "contracts", build::OF_EXAMPLE)?;
    tools::npm_install(&shell, "deno-example")?;

    let mut demo = Command::new(tools::deno("deno-example")?);
    demo.args(["run", "--allow-net=127.0.0.1", "--allow-read", "demo.ts"]);
    demo.args(once.then_some("--once")).current_dir(path("deno-example"));
    become_(demo)
}
