//! The rules that garde does not have, and others in their company.

use std::borrow::Cow;

use portcullis::{SafeInteger, Uuid, garde, payload};

use super::Colour;

const MOST: u8 = 100;

/// Limits that are not allowed themselves.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Between {
    #[payload(greater_than = 0, less_than = MOST)]
    pub share: u8,
    #[garde(range(max = -1))]
    #[payload(greater_than = -100)]
    pub below_zero: i16,
    #[payload(greater_than = 0.0, less_than = 1.5)]
    pub f64: f64,
    #[payload(greater_than = 9_007_199_254_740_992, less_than = u64::MAX)]
    pub large: u64,
    #[payload(less_than = 9_007_199_254_740_991)]
    pub safe: Option<SafeInteger>,
    #[garde(length(max = 4))]
    #[payload(inner(greater_than = 1, less_than = 5))]
    pub list: Vec<i64>,
    #[garde(inner(inner(range(min = 0.0))))]
    #[payload(inner(inner(less_than = 1.0)))]
    pub shares: Vec<Option<f64>>,
}

/// Numbers that only come in steps.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    #[payload(multiple_of = 5)]
    pub u8: u8,
    #[garde(range(min = -1000))]
    #[payload(multiple_of = STEP, less_than = 1000)]
    pub i32: Option<i32>,
    #[payload(multiple_of = 4_294_967_296)]
    pub i64: i64,
    #[payload(multiple_of = 9_223_372_036_854_775_809)]
    pub u64: u64,
    #[payload(multiple_of = 0.05)]
    pub price: f64,
    #[payload(multiple_of = 50.0)]
    pub round: Option<f64>,
    #[payload(inner(inner(multiple_of = 0.125, greater_than = -3.0)))]
    pub eighths: Vec<Option<f64>>,
    #[payload(inner(multiple_of = 3))]
    pub safe: Vec<SafeInteger>,
}

const STEP: i32 = 12;

/// What is one of a few.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    #[payload(one_of("EUR", "USD", "é\"🚀"), trim)]
    pub currency: String,
    #[garde(length(bytes, max = 2))]
    #[payload(one_of("a", "bb", "ccc"))]
    #[payload(lowercase)]
    pub size: Option<String>,
    #[payload(inner(one_of("x", "")))]
    pub marks: Vec<String>,
    #[payload(one_of(1, 2, -3))]
    pub level: i8,
    #[payload(one_of(18_446_744_073_709_551_615, 7, 0))]
    pub large: Option<u64>,
    #[payload(inner(inner(one_of(-9_007_199_254_740_993, 5))))]
    pub gaps: Vec<Option<i64>>,
    #[payload(one_of(true))]
    pub is_accepted: bool,
    #[payload(one_of(false))]
    pub is_spam: Option<bool>,
    #[payload(inner(one_of(true)))]
    pub flags: Vec<bool>,
    #[payload(one_of(2))]
    #[serde(default = "two")]
    pub version: u8,
    #[payload(one_of("choices"))]
    pub kind: Cow<'static, str>,
}

fn two() -> u8 {
    2
}

/// Lists in which nothing is twice.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Distinct {
    #[garde(inner(length(chars, max = 2)))]
    #[payload(unique, inner(trim, lowercase))]
    pub tags: Vec<String>,
    #[payload(unique)]
    pub ids: Vec<Uuid>,
    #[garde(length(max = 3))]
    #[payload(unique)]
    pub numbers: Option<Vec<i8>>,
    #[payload(unique)]
    pub large: Vec<u64>,
    #[payload(unique)]
    pub flags: Vec<bool>,
    #[payload(unique)]
    pub colours: Vec<Colour>,
    #[payload(inner(unique))]
    pub rows: Vec<Vec<u16>>,
    #[garde(length(min = 17), inner(range(max = 300)))]
    #[payload(unique)]
    pub many_numbers: Vec<u32>,
    #[garde(length(min = 17), inner(length(chars, min = 1)))]
    #[payload(unique)]
    pub many_texts: Vec<String>,
}

/// What may be missing or empty, or may not.
#[payload(patch(PresencePatch))]
#[derive(Clone, Debug, PartialEq)]
pub struct Presence {
    #[garde(required)]
    pub needed: Option<u8>,
    #[garde(required, length(chars, min = 2))]
    #[payload(trim, empty_as_null)]
    pub needed_text: Option<String>,
    #[garde(length(chars, min = 2))]
    #[payload(empty_as_null, trim)]
    pub empty_first: Option<String>,
    #[garde(custom(not_none), inner(custom(not_a)))]
    #[payload(trim, empty_as_null)]
    pub seen: Option<String>,
    #[garde(required)]
    #[serde(default)]
    pub needed_by_default: Option<Vec<u8>>,
    #[garde(inner(required, inner(length(chars, max = 1))))]
    #[payload(inner(collapse_whitespace, trim, empty_as_null))]
    pub list: Vec<Option<String>>,
    #[garde(email)]
    #[payload(empty_as_null)]
    pub email: Option<String>,
}

fn not_none(text: &Option<String>, _: &()) -> garde::Result {
    if text.is_none() { Err(garde::Error::new("Must be some")) } else { Ok(()) }
}

fn not_a(text: &str, _: &()) -> garde::Result {
    if text.is_empty() || text == "a" { Err(garde::Error::new("Must be another")) } else { Ok(()) }
}

/// Web addresses and other ones.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Links {
    #[garde(url)]
    pub url: String,
    #[garde(url, prefix("https://"), length(chars, max = 30))]
    #[payload(trim, empty_as_null)]
    pub website: Option<String>,
    #[garde(inner(url))]
    pub others: Vec<String>,
}
