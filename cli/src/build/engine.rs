//! The compiled engine, bound to JavaScript.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::{glue, sections};

/// What a package's `engine` folder gets beside its modules.
pub(super) struct Engine {
    /// What the WASM imports.
    pub(super) glue: String,
    pub(super) wasm: Vec<u8>,
}

/// Does the work of the `wasm-bindgen` command.
pub(super) fn bind(module: &Path) -> Result<Engine> {
    let mut wasm = fs::read(module)?;
    // Who asks JavaScript for nothing needs no table of its values.
    let asks = sections::imports(&wasm)?.iter().any(|import| import.name.starts_with("__wbg_"));
    if !asks {
        wasm = sections::without_feature(&wasm, "reference-types")?;
    }
    let folder = tempfile::tempdir()?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes("engine", wasm)
        .out_name("engine")
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .bundler(true)
        .and_then(|bindgen| bindgen.generate(folder.path()))
        .context("wasm-bindgen cannot bind the engine")?;
    let glue = fs::read_to_string(folder.path().join("engine_bg.js"))?;
    let wasm = fs::read(folder.path().join("engine_bg.wasm"))?;
    Ok(Engine { glue: glue::adapt(&glue, &wasm)?, wasm })
}
