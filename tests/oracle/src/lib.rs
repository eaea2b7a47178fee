//! The oracle: what serde_json, the declared normalisation and garde say of an input.
//!
//! The payloads are the very source files of `contracts/` and `tests/zoo`, but here `portcullis`
//! is this crate, whose `#[payload]` leaves everything to serde's and garde's own derives.

extern crate self as portcullis;

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone};
use garde::error::Kind;
use garde::rules::range::{Bounds, OutOfBounds};
use garde::{Path, Validate};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

pub use bytes::Bytes;
pub use chrono;
pub use decimal::Decimal;
pub use garde;
pub use oracle_macros::payload;
pub use serde_json::Value as Json;
pub use uuid::Uuid;

mod bytes;
mod decimal;

#[path = "../../../contracts/src/crm/mod.rs"]
pub mod crm;
pub mod formats;
pub mod maps;
pub mod own;
pub mod said;
#[path = "../../zoo/src/payloads/mod.rs"]
pub mod zoo;

/// Whole numbers that JavaScript holds exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64")]
pub struct SafeInteger(i64);

impl TryFrom<i64> for SafeInteger {
    type Error = &'static str;

    fn try_from(number: i64) -> Result<SafeInteger, &'static str> {
        let is_safe = number.unsigned_abs() < 1 << 53;
        is_safe.then_some(SafeInteger(number)).ok_or("not safe")
    }
}

impl PartialOrd<i64> for SafeInteger {
    fn partial_cmp(&self, other: &i64) -> Option<std::cmp::Ordering> {
        self.0.partial_cmp(other)
    }
}

impl PartialEq<i64> for SafeInteger {
    fn eq(&self, other: &i64) -> bool {
        self.0 == *other
    }
}

impl Bounds for SafeInteger {
    type Size = i64;

    const MIN: i64 = i64::MIN;
    const MAX: i64 = i64::MAX;

    fn validate_bounds(&self, lower: i64, upper: i64) -> Result<(), OutOfBounds> {
        self.0.validate_bounds(lower, upper)
    }
}

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
    errors.flat_map(|(path, error)| expand(spell(path), error.to_string())).collect()
}

/// A path as garde spells it, but for keys of maps that would break it.
fn spell(path: &Path) -> String {
    path.__iter().rev().fold(String::new(), |spelled, (kind, name)| match kind {
        Kind::Key => maps::join(&spelled, &maps::escape(name)),
        Kind::Index => format!("{spelled}[{name}]"),
        Kind::None => spelled,
    })
}

/// A `custom` has one message, for the list; the rule `unique` has one for each item.
fn expand(path: String, message: String) -> Report {
    if let Some(entries) = maps::heard(&message) {
        return entries.into_iter().flat_map(|(below, message)| expand(maps::join(&path, &below), message)).collect();
    }
    match message.strip_prefix(own::REPEATS) {
        None => vec![(path, message)],
        Some(repeats) => repeats
            .split_whitespace()
            .filter_map(|repeat| repeat.split_once('='))
            .map(|(item, first)| (format!("{path}[{item}]"), format!("same as item {first}")))
            .collect(),
    }
}

/// For serde: reads an optional field that is there.
pub fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
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

impl Edit for Cow<'static, str> {
    fn edit(&mut self, change: &mut dyn FnMut(&mut String)) {
        change(self.to_mut());
    }
}

impl<T: Edit> Edit for Option<T> {
    fn edit(&mut self, change: &mut dyn FnMut(&mut String)) {
        if let Some(value) = self {
            value.edit(change);
        }
    }
}

impl<T: Edit, const N: usize> Edit for [T; N] {
    fn edit(&mut self, change: &mut dyn FnMut(&mut String)) {
        self.iter_mut().for_each(|item| item.edit(change));
    }
}

impl<T: Edit> Edit for Vec<T> {
    fn edit(&mut self, change: &mut dyn FnMut(&mut String)) {
        for item in self {
            item.edit(change);
        }
    }
}

macro_rules! scalars {
    ($($type:ty)*) => {
        $(impl Normalise for $type {
            fn normalise(&mut self) {}
        }

        impl maps::Dive for $type {
            fn dive(&self) -> Report {
                Report::new()
            }
        })*
    };
}

scalars! {
    bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char String Cow<'static, str> Bytes Uuid SafeInteger NaiveDate NaiveTime
    Value
}

impl<Zone: TimeZone> Normalise for DateTime<Zone> {
    fn normalise(&mut self) {}
}

impl<const PRECISION: u8, const SCALE: u8> Normalise for Decimal<PRECISION, SCALE> {
    fn normalise(&mut self) {}
}

impl<T: Normalise> Normalise for Box<T> {
    fn normalise(&mut self) {
        self.as_mut().normalise();
    }
}

impl<T: Normalise> Normalise for Option<T> {
    fn normalise(&mut self) {
        self.iter_mut().for_each(T::normalise);
    }
}

impl<T: Normalise, const N: usize> Normalise for [T; N] {
    fn normalise(&mut self) {
        self.iter_mut().for_each(T::normalise);
    }
}

impl<T: Normalise> Normalise for Vec<T> {
    fn normalise(&mut self) {
        self.iter_mut().for_each(T::normalise);
    }
}

macro_rules! tuples {
    ($(($($item:ident)+))*) => {
        $(impl<$($item: Normalise),+> Normalise for ($($item,)+) {
            #[allow(non_snake_case, reason = "the items are named after their types")]
            fn normalise(&mut self) {
                let ($($item,)+) = self;
                $($item.normalise();)+
            }
        })*
    };
}

tuples! { (A B) (A B C) (A B C D E) }
