//! Nothing: see `tests/surface.rs`.
