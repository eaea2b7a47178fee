//! The rules that garde does not have, as plain Rust. The oracle's `#[payload]` makes a `custom` of
//! each.

use std::fmt::Display;

use garde::{Error, Result};

use crate::{Decimal, SafeInteger};

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

fn hold(holds: bool, message: impl FnOnce() -> String) -> Result {
    if holds { Ok(()) } else { Err(Error::new(message())) }
}

/// `greater_than = limit`.
pub fn greater_than<T: Number>(value: &T, limit: T::Limit) -> Result {
    hold(value.number().is_none_or(|number| number > limit), || format!("not greater than {limit}"))
}

/// `less_than = limit`.
pub fn less_than<T: Number>(value: &T, limit: T::Limit) -> Result {
    hold(value.number().is_none_or(|number| number < limit), || format!("not less than {limit}"))
}
