//! The data segments of a module.

use anyhow::Result;
use wasm_encoder::{ConstExpr, DataSection, SectionId};
use wasmparser::{Data, DataKind, Operator, Parser, Payload};

use super::sections;

/// So many zeros between two segments are written out: compressed, they are less than what a segment of
/// its own begins with.
const GAP: usize = 48;

/// Where the data of a compiled module starts, or 0 where some have no place of their own. Below it is the stack, or
/// nothing.
pub(super) fn start_of_data(wasm: &[u8]) -> Result<usize> {
    let segments = all(wasm)?.unwrap_or_default();
    Ok(segments.iter().map(|segment| segment.start).min().unwrap_or_default())
}

/// Joins segments that lie close together: wasm-opt parts them at the shortest runs of zeros. What is below
/// `lowest` is left out: it is what a start ahead of time has left on the stack, which nothing reads.
pub(super) fn join(wasm: &[u8], lowest: usize) -> Result<Vec<u8>> {
    match all(wasm)? {
        Some(segments) => put(wasm, joined(segments, lowest)),
        None => Ok(wasm.to_owned()),
    }
}

/// The segments; `None` where one has no place of its own in memory.
pub(super) fn all(wasm: &[u8]) -> Result<Option<Vec<Segment>>> {
    let mut segments = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::DataSection(reader) = payload? {
            for data in reader {
                let data = data?;
                let Some(start) = start(&data)? else { return Ok(None) };
                segments.push(Segment { start, bytes: data.data.to_owned() });
            }
        }
    }
    Ok(Some(segments))
}

/// The module with these segments in the place of its own.
pub(super) fn put(wasm: &[u8], segments: Vec<Segment>) -> Result<Vec<u8>> {
    let mut section = DataSection::new();
    for Segment { start, bytes } in segments {
        section.active(0, &ConstExpr::i32_const(start as i32), bytes);
    }
    // Only segments that code names must be counted beforehand.
    sections::replace(&sections::without(wasm, SectionId::DataCount)?, &section)
}

/// Bytes, and where in memory they are put when the module starts.
pub(super) struct Segment {
    pub(super) start: usize,
    pub(super) bytes: Vec<u8>,
}

impl Segment {
    pub(super) fn end(&self) -> usize {
        self.start + self.bytes.len()
    }
}

/// The segments, joined.
fn joined(segments: Vec<Segment>, lowest: usize) -> Vec<Segment> {
    let mut joined: Vec<Segment> = Vec::new();
    for Segment { start, mut bytes } in segments {
        bytes.drain(..lowest.saturating_sub(start).min(bytes.len()));
        if bytes.is_empty() {
            continue;
        }
        let start = start.max(lowest);
        match joined.last_mut() {
            Some(last) if (last.end()..=last.end() + GAP).contains(&start) => {
                last.bytes.resize(start - last.start, 0);
                last.bytes.extend(bytes);
            }
            _ => joined.push(Segment { start, bytes }),
        }
    }
    joined
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
    use wasm_encoder::{DataCountSection, MemorySection, MemoryType, Module};

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
        assert_eq!(join(&parted, 0).unwrap(), module(&[(0, b"ab\0\0\0cde"), (far, b"f"), (far - 1, b"g")]));
    }

    #[test]
    fn segments_are_no_longer_counted_beforehand() {
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(0), *b"a").active(0, &ConstExpr::i32_const(1), *b"b");
        let mut counted = Module::new();
        counted.section(&DataCountSection { count: 2 }).section(&data);
        let mut joined = Module::new();
        joined.section(DataSection::new().active(0, &ConstExpr::i32_const(0), *b"ab"));
        assert_eq!(join(&counted.finish(), 0).unwrap(), joined.finish());
    }

    #[test]
    fn what_is_left_on_the_stack_is_left_out() {
        let started = module(&[(0, b"stack"), (300, b"stack"), (398, b"stack, data"), (500, b"data")]);
        assert_eq!(start_of_data(&module(&[(500, b"data"), (400, b"data")])).unwrap(), 400);
        assert_eq!(join(&started, 400).unwrap(), module(&[(400, b"ack, data"), (500, b"data")]));
    }
}
