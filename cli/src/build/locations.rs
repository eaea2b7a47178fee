//! Where in the source panics would have been: in a package they trap, and nobody is told.
//!
//! Rust hands each function that panics a `core::panic::Location`: a path, a line and a column. Once those
//! functions trap at once, nothing reads that any more. Zeros stand in its place then, which are left out.

use std::collections::BTreeSet;

use anyhow::Result;
use wasmparser::{FunctionBody, Operator};

use super::segments::{self, Segment};
use super::{panics, sections};

/// A location in memory: the path's address and length, the line and the column.
const SIZE: usize = 16;

/// Makes zeros of the locations that are handed to none but functions that trap.
pub(super) fn forget(wasm: &[u8]) -> Result<Vec<u8>> {
    let Some(mut segments) = segments::all(wasm)? else { return Ok(wasm.to_owned()) };
    let mut named = Named::default();
    let imports = sections::imported_functions(wasm)?;
    let traps = panics::trapping(wasm)?;
    for (body, &is_told) in panics::bodies(wasm)?.iter().zip(&traps) {
        named.note(body, is_told, |function| function.checked_sub(imports).is_some_and(|own| traps[own as usize]))?;
    }
    let mut paths = BTreeSet::new();
    let used = &named.used | &words(&segments);
    for &location in &named.told {
        let is_used = used.range(location..location.saturating_add(SIZE as u32)).next().is_some();
        if let Some(path) = path_of(&segments, location).filter(|_| !is_used) {
            paths.insert(path);
            clear(&mut segments, location, SIZE);
        }
    }
    let used = &named.used | &words(&segments);
    for (start, length) in paths {
        // It may be the end of a longer text.
        let is_whole = bytes_at(&segments, start.wrapping_sub(1), 1).is_none_or(|before| before == [0]);
        if is_whole && used.range(start..start + length).next().is_none() {
            clear(&mut segments, start, length as usize);
        }
    }
    segments::put(wasm, segments)
}

/// The numbers in code, each of which may be an address.
#[derive(Default)]
struct Named {
    /// What is in functions that trap, or handed to them as the last argument.
    told: BTreeSet<u32>,
    /// Everything else.
    used: BTreeSet<u32>,
}

impl Named {
    /// Takes note of all numbers in a function.
    fn note(&mut self, body: &FunctionBody<'_>, is_told: bool, traps: impl Fn(u32) -> bool) -> Result<()> {
        let mut last = None;
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            if let Some(number) = last.take() {
                let is_told = is_told || matches!(operator, Operator::Call { function_index } if traps(function_index));
                if is_told { &mut self.told } else { &mut self.used }.insert(number);
            }
            match operator {
                Operator::I32Const { value } => last = Some(value as u32),
                Operator::I32Load { memarg }
                | Operator::I64Load { memarg }
                | Operator::F32Load { memarg }
                | Operator::F64Load { memarg }
                | Operator::I32Load8S { memarg }
                | Operator::I32Load8U { memarg }
                | Operator::I32Load16S { memarg }
                | Operator::I32Load16U { memarg }
                | Operator::I64Load8S { memarg }
                | Operator::I64Load8U { memarg }
                | Operator::I64Load16S { memarg }
                | Operator::I64Load16U { memarg }
                | Operator::I64Load32S { memarg }
                | Operator::I64Load32U { memarg }
                | Operator::V128Load { memarg }
                | Operator::V128Load8x8S { memarg }
                | Operator::V128Load8x8U { memarg }
                | Operator::V128Load16x4S { memarg }
                | Operator::V128Load16x4U { memarg }
                | Operator::V128Load32x2S { memarg }
                | Operator::V128Load32x2U { memarg }
                | Operator::V128Load8Splat { memarg }
                | Operator::V128Load16Splat { memarg }
                | Operator::V128Load32Splat { memarg }
                | Operator::V128Load64Splat { memarg }
                | Operator::V128Load32Zero { memarg }
                | Operator::V128Load64Zero { memarg } => {
                    self.used.insert(memarg.offset as u32);
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The words in memory. Addresses are among them, which are aligned.
fn words(segments: &[Segment]) -> BTreeSet<u32> {
    let words = segments.iter().flat_map(|segment| {
        let padding = segment.start.next_multiple_of(4) - segment.start;
        segment.bytes.get(padding..).unwrap_or_default().as_chunks().0
    });
    words.map(|word| u32::from_le_bytes(*word)).collect()
}

/// The address and the length of a location's path, if there is a location.
fn path_of(segments: &[Segment], location: u32) -> Option<(u32, u32)> {
    let (words, _) = bytes_at(segments, location, SIZE)?.as_chunks();
    let [start, length, line, column] = *words else { return None };
    let [start, length, line, column] = [start, length, line, column].map(u32::from_le_bytes);
    let is_one = bytes_at(segments, start, length as usize)?.ends_with(b".rs") && line > 0 && column > 0;
    is_one.then_some((start, length))
}

fn bytes_at(segments: &[Segment], start: u32, length: usize) -> Option<&[u8]> {
    segments.iter().find_map(|segment| {
        let from = (start as usize).checked_sub(segment.start)?;
        segment.bytes.get(from..from.checked_add(length)?)
    })
}

fn clear(segments: &mut [Segment], start: u32, length: usize) {
    let start = start as usize;
    if let Some(segment) = segments.iter_mut().find(|segment| (segment.start..segment.end()).contains(&start)) {
        let from = start - segment.start;
        segment.bytes[from..from + length].fill(0);
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        BlockType, CodeSection, ConstExpr, DataSection, Function, FunctionSection, InstructionSink, MemArg,
        MemorySection, MemoryType, Module, TypeSection, ValType,
    };

    use super::*;

    const PATH: &[u8; 12] = b"src/panic.rs";
    const START: u32 = 1024;
    const LOCATION: u32 = START + 12;

    /// A module with a path, its location, and these words behind them. Its first function traps.
    fn module(words: &[u32], write: fn(&mut InstructionSink<'_>)) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], []);
        let mut memory = MemorySection::new();
        memory.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        let traps = |code: &mut InstructionSink<'_>| {
            code.unreachable().end();
        };
        for write in [traps, write] {
            functions.function(0);
            let mut function = Function::new([]);
            write(&mut function.instructions());
            code.function(&function);
        }
        let location = [START, PATH.len() as u32, 7, 9];
        let words = location.iter().chain(words).flat_map(|word| word.to_le_bytes());
        let bytes: Vec<u8> = PATH.iter().copied().chain(words).collect();
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(START as i32), bytes);
        let mut module = Module::new();
        module.section(&types).section(&functions).section(&memory).section(&code).section(&data);
        module.finish()
    }

    /// What is left of the path and of the location.
    fn left(module: &[u8]) -> [bool; 2] {
        let segments = segments::all(&forget(module).unwrap()).unwrap().unwrap();
        [(START, PATH.len()), (LOCATION, SIZE)]
            .map(|(start, length)| bytes_at(&segments, start, length).unwrap().iter().any(|byte| *byte != 0))
    }

    #[test]
    fn what_only_a_panic_would_tell_is_forgotten() {
        let tells = |code: &mut InstructionSink<'_>| {
            code.local_get(0).if_(BlockType::Empty);
            code.i32_const(LOCATION as i32).call(0).unreachable().end().end();
        };
        assert_eq!(left(&module(&[], tells)), [false, false]);
        // Somebody else has the path, or the location.
        assert_eq!(left(&module(&[START + 4], tells)), [true, false]);
        assert_eq!(left(&module(&[LOCATION], tells)), [true, true]);
    }

    #[test]
    fn what_others_may_read_stays() {
        for read in [
            |code: &mut InstructionSink<'_>| {
                code.i32_const(LOCATION as i32).call(1).end();
            },
            |code: &mut InstructionSink<'_>| {
                code.i32_const(LOCATION as i32).drop().i32_const(LOCATION as i32).call(0).end();
            },
            |code: &mut InstructionSink<'_>| {
                let offset = MemArg { offset: LOCATION.into(), align: 2, memory_index: 0 };
                code.local_get(0).i32_load(offset).drop().i32_const(LOCATION as i32).call(0).end();
            },
            |code: &mut InstructionSink<'_>| {
                code.end();
            },
        ] {
            assert_eq!(left(&module(&[], read)), [true, true]);
        }
    }

    #[test]
    fn what_is_no_location_stays() {
        let tells = |code: &mut InstructionSink<'_>| {
            code.i32_const((LOCATION + 4) as i32).call(0).local_get(0).drop().end();
        };
        assert_eq!(left(&module(&[3, 4, 5], tells)), [true, true]);
    }
}
