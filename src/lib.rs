//! Boundary validation from one definition.

extern crate self as portcullis;

#[cfg(all(feature = "axum", not(target_arch = "wasm32")))]
pub mod axum;
mod code;
mod contracts;
mod engine;
pub mod error;
pub mod formats;
pub mod issue;
mod json;
mod kind;
mod normalize;
mod payload;
mod plan;
#[cfg(not(target_arch = "wasm32"))]
pub mod print;
#[cfg(not(target_arch = "wasm32"))]
mod report;
mod rules;
mod safe_integer;
pub mod schema;
mod types;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use contracts::{Contract, Contracts};
pub use error::{ErrorCode, ErrorShape};
pub use issue::Issue;
pub use kind::Kind;
pub use payload::Payload;
pub use portcullis_macros::{ErrorCode, Payload, payload};
pub use safe_integer::SafeInteger;
pub use uuid::Uuid;

#[cfg(not(target_arch = "wasm32"))]
pub use garde;

/// What custom rules need of garde. The engine has the other rules in WASM, where garde itself
/// would be larger than all the rest.
#[cfg(target_arch = "wasm32")]
pub mod garde;

/// What the macros' output names. Not for use by hand.
#[doc(hidden)]
pub mod __private;

/// The examples of README.md, tested.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
