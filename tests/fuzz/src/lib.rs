//! What must hold of any bytes, a function for each target: it panics where it does not hold.
//!
//! `cargo test` runs them with the seeds of `seeds/`, and `cargo xtask fuzz` with all that
//! cargo-fuzz makes of these.

pub mod cells;
pub mod engine;
#[allow(dead_code, unused_imports, reason = "the library's own, which the engine alone uses all of")]
#[path = "../../../src/json/mod.rs"]
mod json;
pub mod patterns;
pub mod scanner;
mod subject;
pub mod tape;

/// A target: what it is called, and what it does with bytes.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const TARGETS: &[Target] = &[
    ("cells", cells::run),
    ("engine", engine::run),
    ("patterns", patterns::run),
    ("scanner", scanner::run),
    ("tape", tape::run),
];
