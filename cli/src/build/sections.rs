//! Modules, section by section.

use anyhow::Result;
use wasm_encoder::{Module, RawSection, Section, SectionId};
use wasmparser::{ExternalKind, Import, Parser, Payload, TypeRef};

/// The module with this section in the place of the one of its kind.
pub(super) fn replace(wasm: &[u8], section: &impl Section) -> Result<Vec<u8>> {
    copy(wasm, section.id(), |module| {
        module.section(section);
    })
}

/// The module without its section of this kind, if it has one.
pub(super) fn without(wasm: &[u8], id: SectionId) -> Result<Vec<u8>> {
    copy(wasm, id.into(), |_| {})
}

/// The module, which says no more that it uses a feature of WebAssembly.
///
/// The names of those it uses are in a section of their own, by the tool conventions of WebAssembly.
pub(super) fn without_feature(wasm: &[u8], feature: &str) -> Result<Vec<u8>> {
    let used = [b"+", &[feature.len() as u8][..], feature.as_bytes()].concat();
    let mut module = wasm.to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CustomSection(section) = payload?
            && section.name() == "target_features"
            && let Some(at) = section.data().windows(used.len()).position(|name| name == used)
        {
            module[section.data_offset() + at] = b'-';
        }
    }
    Ok(module)
}

/// Copies all sections but that of one kind.
fn copy(wasm: &[u8], other: u8, instead: impl Fn(&mut Module)) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload?.as_section() {
            Some((id, _)) if id == other => instead(&mut module),
            Some((id, range)) => {
                module.section(&RawSection { id, data: &wasm[range] });
            }
            None => {}
        }
    }
    Ok(module.finish())
}

/// What a module imports.
pub(super) fn imports(wasm: &[u8]) -> Result<Vec<Import<'_>>> {
    let mut imports = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(reader) = payload? {
            for import in reader.into_imports() {
                imports.push(import?);
            }
        }
    }
    Ok(imports)
}

/// The name of the imported function that a module exports again by this name, if it does.
pub(super) fn exported_import<'a>(wasm: &'a [u8], name: &str) -> Result<Option<&'a str>> {
    let functions = function_imports(wasm)?;
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ExportSection(reader) = payload? {
            for export in reader {
                let export = export?;
                if export.name == name && export.kind == ExternalKind::Func {
                    return Ok(functions.get(export.index as usize).map(|import| import.name));
                }
            }
        }
    }
    Ok(None)
}

/// How many functions a module imports: its own are counted from there.
pub(super) fn imported_functions(wasm: &[u8]) -> Result<u32> {
    Ok(function_imports(wasm)?.len() as u32)
}

fn function_imports(wasm: &[u8]) -> Result<Vec<Import<'_>>> {
    let mut imports = imports(wasm)?;
    imports.retain(|import| matches!(import.ty, TypeRef::Func(_)));
    Ok(imports)
}
