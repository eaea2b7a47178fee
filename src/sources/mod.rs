//! What the engine can read.

#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod cells;

/// What a walk reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// JSON.
    Json,
    /// JSON whose values are text cells: a text is read as what its place asks for.
    Cells,
    /// Values in the order of the schema, without keys, as runtime/writer.js writes them: so many texts
    /// were met.
    #[cfg_attr(not(any(test, target_arch = "wasm32")), expect(dead_code, reason = "only JavaScript writes them"))]
    Written { texts: u32 },
}
