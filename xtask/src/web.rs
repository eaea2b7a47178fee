//! The page: web-example over the example's functions, on its embedded database.

use std::process::Command;

use anyhow::Result;

use crate::shell::{Shell, become_, path};
use crate::{build, tools};

/// Builds what both import and hands over to their servers.
pub(crate) fn run() -> Result<()> {
    let shell = Shell::showing();
    tools::prepare(&shell)?;
    build::packages(&shell)?;
    for folder in ["deno-example", "web-example"] {
        tools::npm_install(&shell, folder)?;
    }
    let mut servers = Command::new("node");
    servers.arg("start.mjs").current_dir(path("web-example"));
    become_(servers)
}
