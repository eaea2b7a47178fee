//! Runs the tests that `cargo test --target wasm32-unknown-unknown` has compiled.
//!
//! A crate of its own, so that only who runs those tests compiles it, and cargo keeps its version in
//! step with the library's: nothing to install.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
