//! The scanner by the instructions of WebAssembly: the library's own tests, run there.
#![cfg(target_arch = "wasm32")]

#[allow(dead_code, unused_imports, reason = "here only its tests are wanted")]
#[path = "../../../src/json/mod.rs"]
mod json;
