//! What garde does not have, as plain Rust. The oracle's `#[payload]` makes a `custom` of each rule.

use std::borrow::Cow;
use std::fmt::Display;

use garde::{Error, Result};
use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

use crate::{Decimal, Edit, SafeInteger};

/// A number, or perhaps one.
pub trait Number {
    /// What it is compared with.
    type Limit: PartialOrd + Display;

    /// The number.
    fn number(&self) -> Option<Self::Limit>;
}

macro_rules! numbers {
    ($($number:ident)*) => {
        $(impl Number for $number {
            type Limit = $number;

            fn number(&self) -> Option<$number> {
                Some(*self)
            }
        })*
    };
}

numbers! { i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 }

impl Number for SafeInteger {
    type Limit = i64;

    fn number(&self) -> Option<i64> {
        Some(self.0)
    }
}

impl<const PRECISION: u8, const SCALE: u8> Number for Decimal<PRECISION, SCALE> {
    type Limit = Self;

    fn number(&self) -> Option<Self> {
        Some(*self)
    }
}

impl<T: Number> Number for Option<T> {
    type Limit = T::Limit;

    fn number(&self) -> Option<T::Limit> {
        self.as_ref().and_then(T::number)
    }
}

/// Text or a number, as it is written, or perhaps nothing.
pub trait Written {
    /// What it is one of.
    type Choice: Display;

    /// What is written.
    fn written(&self) -> Option<String>;
}

macro_rules! written {
    ($($type:ty: $choice:ty;)*) => {
        $(impl Written for $type {
            type Choice = $choice;

            fn written(&self) -> Option<String> {
                Some(self.to_string())
            }
        })*
    };
}

written! {
    i8: i8; i16: i16; i32: i32; i64: i64; u8: u8; u16: u16; u32: u32; u64: u64; f64: f64; String: &'static str;
    Cow<'static, str>: &'static str; Uuid: &'static str; bool: bool;
}

impl Written for SafeInteger {
    type Choice = i64;

    fn written(&self) -> Option<String> {
        self.0.written()
    }
}

impl<T: Written> Written for Option<T> {
    type Choice = T::Choice;

    fn written(&self) -> Option<String> {
        self.as_ref().and_then(T::written)
    }
}

fn hold(holds: bool, message: impl FnOnce() -> String) -> Result {
    if holds { Ok(()) } else { Err(Error::new(message())) }
}

/// `nfc`, by another library than ours.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// `greater_than = limit`.
pub fn greater_than<T: Number>(value: &T, limit: T::Limit) -> Result {
    hold(value.number().is_none_or(|number| number > limit), || format!("not greater than {limit}"))
}

/// `less_than = limit`.
pub fn less_than<T: Number>(value: &T, limit: T::Limit) -> Result {
    hold(value.number().is_none_or(|number| number < limit), || format!("not less than {limit}"))
}

/// `multiple_of = divisor`, by long division in decimals.
pub fn multiple_of<T: Number + Written>(value: &T, divisor: T::Limit) -> Result {
    let holds = value.written().is_none_or(|number| {
        let divisor = divisor.to_string();
        let decimals = divisor.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let digits = |number: &str| {
            let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
            let zeros = decimals.checked_sub(fraction.len())?;
            format!("{whole}{fraction}{}", "0".repeat(zeros)).parse::<u128>().ok()
        };
        let is_whole = std::any::type_name::<T::Limit>() != "f64";
        let divisor = digits(&divisor).unwrap();
        digits(number.trim_start_matches('-'))
            .is_some_and(|number| number % divisor == 0 && (is_whole || number < 1 << 51))
    });
    hold(holds, || format!("not a multiple of {divisor}"))
}

/// `one_of(choices)`.
pub fn one_of<T: Written>(value: &T, choices: &[T::Choice]) -> Result {
    let holds = value.written().is_none_or(|value| choices.iter().any(|choice| choice.to_string() == value));
    hold(holds, || "not one of the values".to_owned())
}

/// `matches` in a patch: of what is there.
pub fn matches<T: PartialEq>(name: &str, value: &Option<T>, other: &Option<T>) -> Result {
    let holds = value.as_ref().zip(other.as_ref()).is_none_or(|(value, other)| value == other);
    hold(holds, || format!("does not match {name} field"))
}

/// How what [`unique`] says starts.
pub const REPEATS: &str = "repeats";

/// `unique`: says of each item that is there already which one it equals.
pub fn unique<T: Serialize>(list: &T) -> Result {
    let list = serde_json::to_value(list).unwrap();
    let items = list.as_array().cloned().unwrap_or_default();
    let first = |item: &usize| items.iter().position(|other| *other == items[*item]).unwrap();
    let repeats: String =
        (0..items.len()).filter(|item| first(item) != *item).map(|item| format!(" {item}={}", first(&item))).collect();
    hold(repeats.is_empty(), || format!("{REPEATS}{repeats}"))
}

/// `empty_as_null`: at any depth of lists.
pub trait EmptyAsNull {
    /// Does it, in place.
    fn empty_as_null(&mut self);
}

impl<T: Edit> EmptyAsNull for Option<T> {
    fn empty_as_null(&mut self) {
        let mut is_empty = false;
        self.edit(&mut |text| is_empty = text.is_empty());
        if is_empty {
            *self = None;
        }
    }
}

impl<T: EmptyAsNull> EmptyAsNull for Vec<T> {
    fn empty_as_null(&mut self) {
        self.iter_mut().for_each(T::empty_as_null);
    }
}
