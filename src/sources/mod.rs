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
}
