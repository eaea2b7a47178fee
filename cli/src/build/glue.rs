//! The glue that wasm-bindgen writes for bundlers, as packages have it.

use std::collections::BTreeSet;

use anyhow::{Result, bail, ensure};

use super::sections;

/// The module that holds the glue.
const MODULE: &str = "./engine_bg.js";

/// The function of the glue that is told of the module's instance.
const SET: &str = "__wbg_set_wasm";

/// The function of the glue that an instance calls when it starts, if it calls any.
const INIT: &str = "__wbindgen_init_externref_table";

/// What the module exports to be called at first, if there is anything to do.
const START: &str = "__wbindgen_start";

/// Adds as the default export what the module imports, has text decoded only where there is text, and brackets what
/// each start calls.
pub(super) fn adapt(glue: &str, wasm: &[u8]) -> Result<String> {
    for line in glue.lines().filter(|line| line.starts_with("import ")) {
        let module = line.rsplit_once(" from ").map_or(line, |(_, module)| module);
        is_own(module.trim_matches(['\'', '"', ';']))?;
    }
    let mut names = BTreeSet::from([SET]);
    for import in sections::imports(wasm)? {
        is_own(import.module)?;
        names.insert(import.name);
    }
    let mut names = Vec::from_iter(names.into_iter().map(str::to_owned));
    // What is exported again is called sooner where it comes from: V8 wraps it twice on its way through WASM.
    if let Some(start) = sections::exported_import(wasm, START)? {
        names.push(format!("{START}: {start}"));
    }
    let glue = bracketing(INIT, bracketing(SET, decoding_late(glue)?)?)?;
    // Of `import * as glue` bundlers make an object that looks each function up when it is asked for.
    Ok(format!("{glue}\nexport default {{ {} }};\n", names.join(", ")))
}

/// Refuses the modules of others: a package has those alone that are written for it.
fn is_own(module: &str) -> Result<()> {
    ensure!(
        module == MODULE,
        "the crate imports from \"{module}\" by wasm-bindgen: a package has its own modules alone"
    );
    Ok(())
}

/// Glue that makes its decoder when there is text, and not when it is imported, where it takes part of each cold
/// start. The limit is where wasm-bindgen makes another decoder.
fn decoding_late(glue: &str) -> Result<String> {
    let late = glue
        .replace(
            "let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });\ncachedTextDecoder.decode();\n",
            "let cachedTextDecoder;\n",
        )
        .replace("let numBytesDecoded = 0;\n", "let numBytesDecoded = MAX_SAFARI_DECODE_BYTES;\n");
    let changed = |line: &str| !glue.contains(line) && late.contains(line);
    let decodes = glue.contains("function decodeText");
    ensure!(
        !decodes || changed("\nlet cachedTextDecoder;\n") && changed("= MAX_SAFARI_DECODE_BYTES;\n"),
        "wasm-bindgen decodes text in another way than the version this was written for"
    );
    Ok(late)
}

/// Glue with an exported function in brackets, if it has that function: runtime/README.md says why.
fn bracketing(name: &str, glue: String) -> Result<String> {
    const END: &str = "\n}\n";
    let Some((before, function)) = glue.split_once(&format!("export function {name}(")) else { return Ok(glue) };
    let Some((function, after)) = function.split_once(END) else {
        bail!("wasm-bindgen writes {name} in another way than the version this was written for");
    };
    Ok(format!("{before}export const {name} = (function {name}({function}\n}});\n{after}"))
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{Encode, EntityType, ExportKind, ExportSection, ImportSection, Module, Section, TypeSection};

    use super::adapt;

    /// A module that imports these functions.
    fn module(imports: &[(&str, &str)]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut section = ImportSection::new();
        for (module, name) in imports {
            section.import(module, name, EntityType::Function(0));
        }
        let mut module = Module::new();
        module.section(&types).section(&section);
        module.finish()
    }

    #[test]
    fn what_is_imported_is_the_default_export() {
        let wasm = module(&[("./engine_bg.js", "__wbg_b"), ("./engine_bg.js", "__wbg_a")]);
        let glue = adapt("export function __wbg_a() {}\n", &wasm).unwrap();
        assert_eq!(glue, "export function __wbg_a() {}\n\nexport default { __wbg_a, __wbg_b, __wbg_set_wasm };\n");
    }

    #[test]
    fn what_each_start_calls_is_bracketed() {
        let wasm = module(&[("./engine_bg.js", "__wbindgen_init_externref_table")]);
        let glue = "export function __wbindgen_init_externref_table() {\n    wasm.a;\n}\nlet wasm;\n\
                    export function __wbg_set_wasm(val) {\n    wasm = val;\n}\n";
        assert_eq!(
            adapt(glue, &wasm).unwrap(),
            "export const __wbindgen_init_externref_table = (function __wbindgen_init_externref_table() {\n    wasm.a;\n});\n\
             let wasm;\nexport const __wbg_set_wasm = (function __wbg_set_wasm(val) {\n    wasm = val;\n});\n\n\
             export default { __wbg_set_wasm, __wbindgen_init_externref_table };\n"
        );
        assert!(adapt("export function __wbg_set_wasm(val) { wasm = val; }\n", &wasm).is_err());
    }

    #[test]
    fn a_start_that_is_but_an_import_is_called_directly() {
        let mut wasm = module(&[("./engine_bg.js", "__wbg_a"), ("./engine_bg.js", "__wbg_b")]);
        let mut exports = ExportSection::new();
        exports.export("__wbindgen_start", ExportKind::Func, 1);
        wasm.push(exports.id());
        exports.encode(&mut wasm);
        let glue = adapt("", &wasm).unwrap();
        assert_eq!(glue, "\nexport default { __wbg_a, __wbg_b, __wbg_set_wasm, __wbindgen_start: __wbg_b };\n");
    }

    #[test]
    fn modules_of_others_are_refused() {
        let refusal = |glue, wasm: &[u8]| adapt(glue, wasm).unwrap_err().to_string();
        let said = "the crate imports from \"node:fs\" by wasm-bindgen: a package has its own modules alone";
        assert_eq!(refusal("", &module(&[("node:fs", "readFileSync")])), said);
        assert_eq!(refusal("import { readFileSync } from 'node:fs';\n", &module(&[])), said);
    }

    #[test]
    fn the_decoder_is_made_when_there_is_text() {
        let glue = "let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });\ncachedTextDecoder.decode();\n\
                    const MAX_SAFARI_DECODE_BYTES = 2146435072;\nlet numBytesDecoded = 0;\nfunction decodeText() {}\n";
        let late = adapt(&format!("\n{glue}"), &module(&[])).unwrap();
        assert!(late.starts_with(
            "\nlet cachedTextDecoder;\nconst MAX_SAFARI_DECODE_BYTES = 2146435072;\n\
             let numBytesDecoded = MAX_SAFARI_DECODE_BYTES;\n"
        ));
        assert!(adapt(&glue.replace("let numBytesDecoded", "var numBytesDecoded"), &module(&[])).is_err());
    }
}
