//! Rules as the compiler sees them: what the macros' output asks of the types of fields, and
//! the rules for typed values, garde's own and ours; and patterns, which are tables.
//!
//! How bytes are held against rules is in the engine; what each rule says, in
//! [`schema`](crate::schema).

pub mod bounds;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod exclusive;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod format;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod inside;
pub mod matches;
pub mod multiple_of;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod one_of;
pub mod pattern;
pub mod unique;
