//! The data segments of a module.

use anyhow::Result;
use wasm_encoder::{ConstExpr, DataSection, Module, RawSection};
use wasmparser::{Data, DataKind, DataSectionReader, Operator, Parser, Payload};

/// So many zeros between two segments are written out: compressed, they are less than what a segment of
/// its own begins with.
const GAP: usize = 48;

/// Joins segments that lie close together. wasm-opt parts them at the shortest runs of zeros.
pub(super) fn join(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::DataSection(reader) => {
                let Some(segments) = joined(reader)? else { return Ok(wasm.to_owned()) };
                let mut section = DataSection::new();
                for Segment { start, bytes } in segments {
                    section.active(0, &ConstExpr::i32_const(start as i32), bytes);
                }
                module.section(&section);
            }
            // Only segments that code names must be counted beforehand.
            Payload::DataCountSection { .. } => {}
            payload => {
                if let Some((id, range)) = payload.as_section() {
                    module.section(&RawSection { id, data: &wasm[range] });
                }
            }
        }
    }
    Ok(module.finish())
}

/// Bytes, and where in memory they are put when the module starts.
struct Segment {
    start: usize,
    bytes: Vec<u8>,
}

impl Segment {
    fn end(&self) -> usize {
        self.start + self.bytes.len()
    }
}

/// The segments, joined; `None` where one has no place of its own in memory.
fn joined(reader: DataSectionReader<'_>) -> Result<Option<Vec<Segment>>> {
    let mut segments: Vec<Segment> = Vec::new();
    for data in reader {
        let data = data?;
        let Some(start) = start(&data)? else { return Ok(None) };
        match segments.last_mut() {
            Some(last) if (last.end()..=last.end() + GAP).contains(&start) => {
                last.bytes.resize(start - last.start, 0);
                last.bytes.extend(data.data);
            }
            _ => segments.push(Segment { start, bytes: data.data.to_owned() }),
        }
    }
    Ok(Some(segments))
}

/// Where a segment is put when the module starts, if it is.
fn start(data: &Data<'_>) -> Result<Option<usize>> {
    let DataKind::Active { memory_index: 0, offset_expr } = &data.kind else { return Ok(None) };
    Ok(match offset_expr.get_operators_reader().read()? {
        Operator::I32Const { value } => Some(value as u32 as usize),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{MemorySection, MemoryType};

    use super::*;

    fn module(segments: &[(usize, &[u8])]) -> Vec<u8> {
        let mut memory = MemorySection::new();
        memory.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut data = DataSection::new();
        for (start, bytes) in segments {
            data.active(0, &ConstExpr::i32_const(*start as i32), bytes.iter().copied());
        }
        let mut module = Module::new();
        module.section(&memory).section(&data);
        module.finish()
    }

    #[test]
    fn only_what_lies_close_together_is_joined() {
        let far = 8 + GAP + 1;
        let parted = module(&[(0, b"ab"), (5, b"c"), (6, b"de"), (far, b"f"), (far - 1, b"g")]);
        assert_eq!(join(&parted).unwrap(), module(&[(0, b"ab\0\0\0cde"), (far, b"f"), (far - 1, b"g")]));
    }
}
