//! What the macros' output names.

use core::fmt::Display;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Payload;
use crate::code::ApplicationCodes;

#[cfg(not(target_arch = "wasm32"))]
pub use crate::alias::Alias;
pub use core::any::TypeId;
pub use serde;
pub use std::sync::OnceLock;
#[cfg(not(target_arch = "wasm32"))]
pub use ts_rs;

pub use crate::code::is_built_in;
pub use crate::engine::{Members, Value};
pub use crate::normalize::{collapse_whitespace, lowercase, nfc, uppercase};
pub use crate::optional::present;
pub use crate::plan::Plan;
#[cfg(not(target_arch = "wasm32"))]
pub use crate::print::Literals;
pub use crate::rules::bounds::{Divisible, Limit, Nest, Ranged, Whole, graphemes, length};
pub use crate::rules::matches::matches;
#[cfg(not(target_arch = "wasm32"))]
pub use crate::rules::native;
pub use crate::rules::unique::repeats;

/// What flattened structs are written with.
pub mod flatten {
    pub use crate::flatten::{Part, checks, count_checks, fields, is_apart, object, position};
}

/// Text that only printers read: none of it is in WASM.
pub const fn host(text: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { text }
}

/// Codes that only printers read: none of them is in WASM.
pub const fn host_codes(codes: &'static [&'static ApplicationCodes]) -> &'static [&'static ApplicationCodes] {
    if cfg!(target_arch = "wasm32") { &[] } else { codes }
}

/// The JSON of the value that serde puts in the place of a missing field.
pub fn default_json<T: Serialize>(default: fn() -> T) -> Vec<u8> {
    crate::json::to_vec(&default()).unwrap_or_default()
}

/// What a check across fields has said.
pub fn check(said: crate::garde::Result) -> Result<(), String> {
    said.map_err(|error| error.message().to_owned())
}

/// Calls a rule of the application with the typed value.
pub fn custom<T>(value: Value<'_>, rule: fn(&T) -> crate::garde::Result) -> Result<(), String>
where
    T: Payload + DeserializeOwned,
{
    check(rule(&value.build()?))
}

/// The same for an optional field.
pub fn custom_of_optional<T>(value: Value<'_>, rule: fn(&Option<T>) -> crate::garde::Result) -> Result<(), String>
where
    T: Payload + DeserializeOwned,
{
    check(rule(&value.optional()?))
}

/// Whether serde's `with` makes a value of its type; if not, what it says.
pub fn converts<'v, T, E: Display>(value: Value<'v>, read: fn(Value<'v>) -> Result<T, E>) -> Result<(), String> {
    read(value).map(drop).map_err(|error| error.to_string())
}

/// Calls a rule of the application with what serde's `with` makes of a value, if it is anything.
pub fn custom_of_converted<'v, T, E>(
    value: Value<'v>,
    read: fn(Value<'v>) -> Result<T, E>,
    rule: fn(&T) -> crate::garde::Result,
) -> Result<(), String> {
    read(value).map_or(Ok(()), |value| check(rule(&value)))
}

/// Whether an object has any of its fields.
pub fn not_empty(members: Members<'_>) -> Result<(), String> {
    if members.is_empty() { Err(String::new()) } else { Ok(()) }
}
