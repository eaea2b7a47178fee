//! Boundary validation from one definition: a payload is an ordinary serde and garde struct marked
//! [`#[payload]`](macro@payload), and bytes become a checked, typed value in one pass.
//!
//! ```
//! use portcullis::{ErrorShape, Payload, payload};
//!
//! #[payload]
//! pub struct CreateContact {
//!     #[garde(length(chars, min = 1, max = 100))]
//!     #[payload(trim)]
//!     pub first_name: String,
//!     #[garde(email)]
//!     #[payload(trim, lowercase)]
//!     pub email: String,
//! }
//!
//! let contact = CreateContact::from_json(br#"{"first_name":" Ada ","email":"Ada@Example.com"}"#)?;
//! assert_eq!((contact.first_name.as_str(), contact.email.as_str()), ("Ada", "ada@example.com"));
//!
//! let refusal = CreateContact::check_json(br#"{"email":"ada@"}"#).unwrap_err();
//! assert_eq!(refusal.status(), 422);
//! assert_eq!(refusal.issues().len(), 2);
//! # Ok::<(), ErrorShape>(())
//! ```
//!
//! - [`macro@payload`] makes a payload, and [`mod@reference`] lists all that one can say; [`Payload`] is
//!   what it derives.
//! - [`ErrorShape`] is how every refusal looks, with all [`Issue`]s of an input at once.
//! - [`contracts!`] lists what `portcullis build` makes an npm package of.
//! - [`schema`] is the schema as plain data, for printers.

extern crate self as portcullis;

#[cfg(not(target_arch = "wasm32"))]
mod alias;
mod any;
#[cfg(all(feature = "axum", not(target_arch = "wasm32")))]
pub mod axum;
mod bytes;
mod code;
mod constant;
mod contracts;
mod decimal;
mod engine;
pub mod error;
mod flatten;
pub mod formats;
#[cfg(not(target_arch = "wasm32"))]
mod identity;
pub mod issue;
mod json;
mod kind;
mod normalize;
mod optional;
mod payload;
mod plan;
#[cfg(not(target_arch = "wasm32"))]
pub mod print;
#[cfg(not(target_arch = "wasm32"))]
mod report;
mod rules;
mod safe_integer;
pub mod schema;
mod sources;
mod types;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use any::Json;
pub use bytes::Bytes;
pub use chrono;
pub use contracts::{Contract, Contracts};
pub use decimal::Decimal;
pub use error::{ErrorCode, ErrorShape};
#[cfg(not(target_arch = "wasm32"))]
pub use identity::Identity;
pub use issue::Issue;
pub use kind::Kind;
pub use payload::Payload;
pub use portcullis_macros::{ErrorCode, Payload, payload};
pub use rust_decimal;
pub use safe_integer::SafeInteger;
pub use serde_json;
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

#[cfg(any(doc, doctest))]
#[doc = include_str!("../docs/reference.md")]
pub mod reference {}

/// The examples of README.md, tested.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
