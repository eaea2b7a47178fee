//! The compiled engine, bound to JavaScript.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

/// What a package's `engine` folder gets beside its modules.
pub(super) struct Engine {
    /// What the WASM imports.
    pub(super) glue: String,
    pub(super) wasm: Vec<u8>,
}

/// Does the work of the `wasm-bindgen` command.
pub(super) fn bind(module: &Path) -> Result<Engine> {
    let folder = tempfile::tempdir()?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name("engine")
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .bundler(true)
        .and_then(|bindgen| bindgen.generate(folder.path()))
        .context("wasm-bindgen cannot bind the engine")?;
    let glue = fs::read_to_string(folder.path().join("engine_bg.js"))?;
    Ok(Engine { glue: decoding_late(&glue)?, wasm: fs::read(folder.path().join("engine_bg.wasm"))? })
}

/// Glue that makes its decoder of text when there is text, and not when it is imported: that takes longer than to
/// import all the rest. The limit is where wasm-bindgen makes another decoder.
fn decoding_late(glue: &str) -> Result<String> {
    let late = glue
        .replace(
            "let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });\ncachedTextDecoder.decode();\n",
            "let cachedTextDecoder;\n",
        )
        .replace("let numBytesDecoded = 0;\n", "let numBytesDecoded = MAX_SAFARI_DECODE_BYTES;\n");
    let changed = |line: &str| !glue.contains(line) && late.contains(line);
    let decodes = glue.contains("TextDecoder");
    ensure!(
        !decodes || changed("\nlet cachedTextDecoder;\n") && changed("= MAX_SAFARI_DECODE_BYTES;\n"),
        "wasm-bindgen decodes text in another way than the version this was written for"
    );
    Ok(late)
}
