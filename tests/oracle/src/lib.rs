//! The oracle: what serde_json, the declared normalisation and garde say of an input.
//!
//! The payloads are the very source files of `contracts/` and `tests/zoo`, but here `portcullis`
//! is this crate, whose `#[payload]` leaves everything to serde's and garde's own derives.

extern crate self as portcullis;

use garde::Validate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

pub use garde;
pub use oracle_macros::payload;
pub use uuid::Uuid;

#[path = "../../../contracts/src/crm/mod.rs"]
pub mod crm;
#[path = "../../zoo/src/payloads.rs"]
pub mod zoo;

/// What the oracle says of an input.
#[derive(Debug)]
pub enum Verdict {
    /// Accepted, with this value.
    Accepted(Value),
    /// Refused by serde_json.
    Malformed(serde_json::Error),
    /// Refused by garde: the path in Rust's names, and the message.
    Invalid(Report),
}

/// Judges an input as the payload `T`.
pub fn judge<T>(input: &[u8]) -> Verdict
where
    T: DeserializeOwned + Serialize + Normalise + Validate<Context = ()>,
{
    let input = input.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input);
    let mut value: T = match serde_json::from_slice(input) {
        Ok(value) => value,
        Err(error) => return Verdict::Malformed(error),
    };
    value.normalise();
    match errors(&value) {
        errors if errors.is_empty() => Verdict::Accepted(serde_json::to_value(&value).unwrap()),
        errors => Verdict::Invalid(errors),
    }
}

/// The JSON of the normalised value, whatever garde says of it, if serde_json takes the input.
pub fn normalised<T: DeserializeOwned + Serialize + Normalise>(input: &[u8]) -> Option<Value> {
    let input = input.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input);
    let mut value: T = serde_json::from_slice(input).ok()?;
    value.normalise();
    serde_json::to_value(&value).ok()
}

/// Paths and messages of garde's report.
pub type Report = Vec<(String, String)>;

/// What garde alone says of a value that serde_json takes.
pub fn validate<T>(input: &[u8]) -> Option<Report>
where
    T: DeserializeOwned + Validate<Context = ()>,
{
    serde_json::from_slice::<T>(input).ok().as_ref().map(errors)
}

fn errors<T: Validate<Context = ()>>(value: &T) -> Report {
    let report = value.validate().err();
    let errors = report.iter().flat_map(|report| report.iter());
    errors.map(|(path, error)| (path.to_string(), error.to_string())).collect()
}

/// The normalisation that a payload declares.
pub trait Normalise {
    /// Does it, in place.
    fn normalise(&mut self);
}

/// Finds the texts in a value.
pub trait Edit {
    /// Changes each.
    fn edit(&mut self, change: &mut dyn FnMut(&mut String));
}

impl Edit for String {
    fn edit(&mut self, change: &mut dyn FnMut(&mut String)) {
        change(self);
    }
}

impl<T: Edit> Edit for Option<T> {
    fn edit(&mut self, change: &mut dyn FnMut(&mut String)) {
        if let Some(value) = self {
            value.edit(change);
        }
    }
}

impl<T: Edit> Edit for Vec<T> {
    fn edit(&mut self, change: &mut dyn FnMut(&mut String)) {
        for item in self {
            item.edit(change);
        }
    }
}

macro_rules! nothing_to_normalise {
    ($($type:ty)*) => {
        $(impl Normalise for $type {
            fn normalise(&mut self) {}
        })*
    };
}

nothing_to_normalise! { bool i8 i16 i32 u8 u16 u32 f64 String Uuid }

impl<T: Normalise> Normalise for Option<T> {
    fn normalise(&mut self) {
        self.iter_mut().for_each(T::normalise);
    }
}

impl<T: Normalise> Normalise for Vec<T> {
    fn normalise(&mut self) {
        self.iter_mut().for_each(T::normalise);
    }
}
