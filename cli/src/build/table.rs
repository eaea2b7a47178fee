//! The table of functions that are called by their place in it.

use std::collections::BTreeSet;

use anyhow::Result;
use wasm_encoder::{ConstExpr, ElementSection, Elements};
use wasmparser::{Element, ElementItems, ElementKind, Operator, Parser, Payload};

use super::sections;

/// Where the linker is told to begin the table: so that a place in it is hardly ever the same number as
/// something else in the module.
pub(super) const BASE: u32 = 601;

/// Takes functions out of the table whose place nothing in code or data names any more, such as those that spell
/// numbers for panics: what is linked for their sake alone can go then. What stands there instead traps.
pub(super) fn leave_out_unnamed(wasm: &[u8]) -> Result<Vec<u8>> {
    let Some(trap) = trap(wasm)? else { return Ok(wasm.to_owned()) };
    let named = named(wasm)?;
    let mut section = ElementSection::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::ElementSection(reader) = payload? else { continue };
        for element in reader {
            let Element { kind, items, .. } = element?;
            let (ElementKind::Active { table_index: None | Some(0), offset_expr }, ElementItems::Functions(functions)) =
                (kind, items)
            else {
                return Ok(wasm.to_owned());
            };
            let Operator::I32Const { value: first } = offset_expr.get_operators_reader().read()? else {
                return Ok(wasm.to_owned());
            };
            let mut kept = Vec::new();
            for (place, function) in (first as u32..).zip(functions) {
                kept.push(if named.contains(&place) { function? } else { trap });
            }
            section.active(None, &ConstExpr::i32_const(first), Elements::Functions(kept.into()));
        }
    }
    sections::replace(wasm, &section)
}

/// A function that does nothing but trap, if there is one.
fn trap(wasm: &[u8]) -> Result<Option<u32>> {
    let mut index = sections::imported_functions(wasm)?;
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CodeSectionEntry(body) = payload? else { continue };
        if let Operator::Unreachable = body.get_operators_reader()?.read()? {
            return Ok(Some(index));
        }
        index += 1;
    }
    Ok(None)
}

/// The numbers of 32 bits that are in a module: all places in its table that it can know of are among them.
fn named(wasm: &[u8]) -> Result<BTreeSet<u32>> {
    let mut named = BTreeSet::new();
    let mut add = |bytes: &[u8]| {
        let words = bytes.windows(4).filter_map(<[u8]>::first_chunk);
        named.extend(words.map(|word| u32::from_le_bytes(*word)));
    };
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionEntry(body) => {
                for operator in body.get_operators_reader()? {
                    match operator? {
                        Operator::I32Const { value } => add(&value.to_le_bytes()),
                        Operator::I64Const { value } => add(&value.to_le_bytes()),
                        Operator::V128Const { value } => add(value.bytes()),
                        _ => {}
                    }
                }
            }
            Payload::DataSection(reader) => {
                for data in reader {
                    // Zeros around it may have been left out.
                    add(&[&[0; 3], data?.data, &[0; 3]].concat());
                }
            }
            _ => {}
        }
    }
    Ok(named)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, DataSection, Function, FunctionSection, MemorySection, MemoryType, Module, RefType, TableSection,
        TableType, TypeSection,
    };

    use super::*;

    /// A module with such a table, whose code names the first place, whose data ends with the second, and whose last function traps.
    fn module(table: [u32; 5]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        for index in 0..5 {
            functions.function(0);
            let mut function = Function::new([]);
            let named = i64::from(BASE) << (if index == 0 { 32 } else { 0 });
            if index == 4 {
                function.instructions().unreachable();
            }
            function.instructions().i64_const(if index < 2 { named } else { 7 }).drop().end();
            code.function(&function);
        }
        let mut tables = TableSection::new();
        let size = u64::from(BASE) + 5;
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: size,
            maximum: Some(size),
            table64: false,
            shared: false,
        });
        let mut memory = MemorySection::new();
        memory.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut elements = ElementSection::new();
        let functions_in_table = Elements::Functions(table.as_slice().into());
        elements.active(None, &ConstExpr::i32_const(BASE as i32), functions_in_table);
        let mut data = DataSection::new();
        let second = (BASE + 1).to_le_bytes();
        data.active(0, &ConstExpr::i32_const(13), [&[1, 2, 3], &second[..2]].concat());
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&tables).section(&memory);
        module.section(&elements).section(&code).section(&data);
        module.finish()
    }

    #[test]
    fn a_place_that_nobody_names_is_given_up() {
        assert_eq!(leave_out_unnamed(&module([0, 1, 2, 3, 4])).unwrap(), module([0, 1, 4, 4, 4]));
    }
}
