//! Panics, which in a package trap: nobody there reads their messages, and no hook of an application's is told.

use anyhow::Result;
use wasm_encoder::{CodeSection, Function};
use wasmparser::{FunctionBody, Operator, Parser, Payload};

use super::sections;

/// Makes each function that never returns trap at once, so that what it would have written into a message is
/// linked no more. Those that call JavaScript stay: they throw.
pub(super) fn trap(wasm: &[u8]) -> Result<Vec<u8>> {
    let traps = trapping(wasm)?;
    let mut at_once = Function::new([]);
    at_once.instructions().unreachable().end();
    let mut code = CodeSection::new();
    for (traps, body) in traps.into_iter().zip(bodies(wasm)?) {
        if traps {
            code.function(&at_once)
        } else {
            code.raw(body.as_bytes())
        };
    }
    sections::replace(wasm, &code)
}

/// Of each function of the module's own, whether it can but trap.
pub(super) fn trapping(wasm: &[u8]) -> Result<Vec<bool>> {
    let imports = sections::imported_functions(wasm)?;
    let bodies = bodies(wasm)?.iter().map(Behaviour::of).collect::<Result<Vec<Behaviour>>>()?;
    // Whoever calls what calls JavaScript does so too.
    let mut calls_out = vec![false; bodies.len()];
    let reaches = |calls_out: &[bool], function: u32| match function.checked_sub(imports) {
        Some(own) => calls_out[own as usize],
        None => true,
    };
    loop {
        let before = calls_out.clone();
        for (index, body) in bodies.iter().enumerate() {
            calls_out[index] = body.calls.iter().any(|&function| reaches(&before, function));
        }
        if calls_out == before {
            break;
        }
    }
    Ok(bodies.iter().zip(calls_out).map(|(body, calls_out)| !body.returns && !calls_out).collect())
}

/// The functions of the module's own.
pub(super) fn bodies(wasm: &[u8]) -> Result<Vec<FunctionBody<'_>>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::CodeSectionEntry(body) = payload? {
            bodies.push(body);
        }
    }
    Ok(bodies)
}

/// What a function does.
struct Behaviour {
    /// Whether there is a way to its end.
    returns: bool,
    /// What it calls by name.
    calls: Vec<u32>,
}

impl Behaviour {
    fn of(body: &FunctionBody<'_>) -> Result<Behaviour> {
        let mut behaviour = Behaviour { returns: false, calls: Vec::new() };
        let mut depth = 0;
        let mut last = Operator::Nop;
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            match &operator {
                Operator::Block { .. } | Operator::Loop { .. } | Operator::If { .. } => depth += 1,
                Operator::End if depth > 0 => depth -= 1,
                // That of the function itself.
                Operator::End => behaviour.returns |= !matches!(last, Operator::Unreachable),
                Operator::Return | Operator::ReturnCall { .. } | Operator::ReturnCallIndirect { .. } => {
                    behaviour.returns = true;
                }
                // No function has these that is compiled to abort: one that does is left alone.
                Operator::Try { .. } | Operator::TryTable { .. } => behaviour.returns = true,
                Operator::Br { relative_depth } | Operator::BrIf { relative_depth } => {
                    behaviour.returns |= *relative_depth == depth;
                }
                Operator::BrTable { targets } => {
                    behaviour.returns |= targets.default() == depth;
                    for target in targets.targets() {
                        behaviour.returns |= target? == depth;
                    }
                }
                Operator::Call { function_index } => behaviour.calls.push(*function_index),
                _ => {}
            }
            last = operator;
        }
        Ok(behaviour)
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{BlockType, EntityType, FunctionSection, ImportSection, InstructionSink, Module, TypeSection};

    use super::*;

    fn function(write: fn(&mut InstructionSink<'_>)) -> Function {
        let mut function = Function::new([]);
        write(&mut function.instructions());
        function
    }

    /// A module that imports one function, and has these: of no parameters and no result.
    fn module(functions: &[Function]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("host", "throw", EntityType::Function(0));
        let (mut declared, mut code) = (FunctionSection::new(), CodeSection::new());
        for function in functions {
            declared.function(0);
            code.function(function);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&declared).section(&code);
        module.finish()
    }

    #[test]
    fn only_what_can_but_trap_traps_at_once() {
        let traps = function(|code| {
            code.unreachable().end();
        });
        let panics = function(|code| {
            code.i32_const(7).drop().call(2).unreachable().end();
        });
        let returns = [
            function(|code| {
                code.call(1).end();
            }),
            function(|code| {
                code.return_().unreachable().end();
            }),
            function(|code| {
                code.i32_const(1).br_if(0).unreachable().end();
            }),
            function(|code| {
                code.block(BlockType::Empty).i32_const(1).br_table([0], 1).end().unreachable().end();
            }),
            function(|code| {
                code.block(BlockType::Empty).unreachable().end().end();
            }),
        ];
        let throws = function(|code| {
            code.call(0).unreachable().end();
        });
        let throws_by_another = function(|code| {
            code.call(9).unreachable().end();
        });
        let leaves_a_block = function(|code| {
            code.block(BlockType::Empty).br(0).end().unreachable().end();
        });
        let before =
            [&[panics, leaves_a_block], &returns[..], &[throws_by_another, throws.clone(), throws.clone()]].concat();
        let after = [&[traps.clone(), traps], &before[2..]].concat();
        assert_eq!(trap(&module(&before)).unwrap(), module(&after));
    }
}
