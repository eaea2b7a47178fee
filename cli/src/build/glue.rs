//! The glue that wasm-bindgen writes for bundlers, as packages have it.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use wasmparser::{Parser, Payload};

/// The function of the glue that is told of the module's instance.
const SET: &str = "__wbg_set_wasm";

/// Adds `glue`, which holds what the module imports, and has text decoded only where there is text.
pub(super) fn adapt(glue: &str, wasm: &[u8]) -> Result<String> {
    let mut names = imports(wasm)?;
    names.insert(SET.to_owned());
    let names: Vec<String> = names.into_iter().collect();
    // Of `import * as glue` bundlers make an object that looks each function up when it is asked for.
    Ok(format!("{}\nexport const glue = {{ {} }};\n", decoding_late(glue)?, names.join(", ")))
}

/// The names of what a module imports.
fn imports(wasm: &[u8]) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(reader) = payload? {
            for import in reader.into_imports() {
                names.insert(import?.name.to_owned());
            }
        }
    }
    Ok(names)
}

/// Glue that makes its decoder when there is text, and not when it is imported: that takes longer than the import
/// of all the rest. The limit is where wasm-bindgen makes another decoder.
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
