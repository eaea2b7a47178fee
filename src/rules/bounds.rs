//! What the macros' output asks the types of fields, to write rules about them.

use core::cmp::Ordering;
use core::fmt::{self, Display};
use std::collections::{BTreeMap, HashMap};

use unicode_segmentation::UnicodeSegmentation;

use super::multiple_of::Divisor;
use crate::schema::Bound;
use crate::{Decimal, SafeInteger};

/// A type whose values `range`, `greater_than` and `less_than` can limit: a number, or an `Option` of
/// one.
#[diagnostic::on_unimplemented(
    message = "`range`, `greater_than` and `less_than` limit numbers, and `{Self}` is none",
    label = "this needs an integer, `f32`, `f64`, `Decimal`, or an `Option` of one",
    note = "for the numbers in a list say `inner(range(..))`; for the length of text or a list say `length(..)`",
    note = "the rules of a newtype are said where it is declared"
)]
pub trait Ranged {
    /// The type of the limits.
    type Bound: Copy + Display;
    /// The same as a constant of the macros' output.
    type Limit;

    /// Where the value is, seen from a limit; `None` if there is no value, or no order.
    fn compare(&self, limit: &Self::Bound) -> Option<Ordering>;
}

/// A type whose values `multiple_of` can look at: a number, or an `Option` of one.
#[diagnostic::on_unimplemented(
    message = "`multiple_of` is for whole numbers and `f64`, and `{Self}` is neither",
    label = "this needs an integer, `f64`, or an `Option` of one",
    note = "an `f32` has other decimals than the JSON it is read from: make it an `f64`",
    note = "for the numbers in a list say `inner(multiple_of = ..)`",
    note = "the rules of a newtype are said where it is declared"
)]
pub trait Divisible {
    /// The divisor as a constant of the macros' output.
    type Divisor: Copy + Display;

    /// Whether the value, if there is one, is a multiple.
    fn is_multiple(&self, divisor: Divisor) -> bool;
}

/// A type whose values `one_of` can compare with whole numbers: an integer, or an `Option` of one.
#[diagnostic::on_unimplemented(
    message = "these values are whole numbers, and `{Self}` is none",
    label = "this needs an integer, or an `Option` of one",
    note = "for text say `one_of(\"..\", \"..\")`; for the items of a list say `inner(one_of(..))`",
    note = "the rules of a newtype are said where it is declared"
)]
pub trait Whole {
    /// The type of the values.
    type Integer;

    /// The number, if there is one.
    fn whole(&self) -> Option<i128>;
}

/// A type that `inner` can look into: a list, an `Option` or the values of a map.
#[diagnostic::on_unimplemented(
    message = "`inner` looks into lists, maps and options, and `{Self}` is none",
    label = "this needs a `Vec`, an array, a map or an `Option`"
)]
pub trait Nest {
    /// What is inside.
    type Item;
}

impl<T: Ranged> Ranged for Option<T> {
    type Bound = T::Bound;
    type Limit = T::Limit;

    fn compare(&self, limit: &T::Bound) -> Option<Ordering> {
        self.as_ref()?.compare(limit)
    }
}

impl<T> Nest for Option<T> {
    type Item = T;
}

impl<T> Nest for Vec<T> {
    type Item = T;
}

impl<T, const N: usize> Nest for [T; N] {
    type Item = T;
}

impl<K, V> Nest for HashMap<K, V> {
    type Item = V;
}

impl<K, V> Nest for BTreeMap<K, V> {
    type Item = V;
}

/// A limit of a rule. Its methods are those of no trait, so that constants can call them.
#[derive(Clone, Copy, Debug)]
pub struct Limit<T>(pub T);

impl<T: Display> Display for Limit<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

macro_rules! limits {
    ($($number:ident)*) => {
        $(impl Limit<$number> {
            /// The limit, as the schema has it.
            pub const fn bound(self) -> Bound {
                Bound { integer: self.0 as i128, number: self.0 as f64 }
            }

            /// Whether it is a number that has digits.
            pub const fn is_finite(self) -> bool {
                (self.0 as f64).is_finite()
            }

            /// Whether there are values between this limit and a larger one.
            pub const fn is_at_most(self, other: Self) -> bool {
                self.0 <= other.0
            }

            /// The same where one of them is not allowed itself.
            pub const fn is_below(self, other: Self) -> bool {
                self.0 < other.0
            }
        })*
    };
}

limits! { i8 i16 i32 i64 i128 u8 u16 u32 u64 usize f32 f64 }

impl<const PRECISION: u8, const SCALE: u8> Limit<Decimal<PRECISION, SCALE>> {
    /// The limit, as the schema has it.
    pub const fn bound(self) -> Bound {
        Limit(self.0.scaled()).bound()
    }

    /// As for numbers: it always is.
    pub const fn is_finite(self) -> bool {
        true
    }

    /// Whether there are values between this limit and a larger one.
    pub const fn is_at_most(self, other: Self) -> bool {
        self.0.scaled() <= other.0.scaled()
    }

    /// The same where one of them is not allowed itself.
    pub const fn is_below(self, other: Self) -> bool {
        self.0.scaled() < other.0.scaled()
    }
}

macro_rules! numbers {
    ($($number:ident)*) => {
        $(impl Ranged for $number {
            type Bound = $number;
            type Limit = Limit<$number>;

            fn compare(&self, limit: &$number) -> Option<Ordering> {
                self.partial_cmp(limit)
            }
        })*
    };
}

impl<T: Divisible> Divisible for Option<T> {
    type Divisor = T::Divisor;

    fn is_multiple(&self, divisor: Divisor) -> bool {
        self.as_ref().is_none_or(|value| value.is_multiple(divisor))
    }
}

impl Divisible for f64 {
    type Divisor = Limit<f64>;

    fn is_multiple(&self, divisor: Divisor) -> bool {
        divisor.divides(*self)
    }
}

impl<T: Whole> Whole for Option<T> {
    type Integer = T::Integer;

    fn whole(&self) -> Option<i128> {
        self.as_ref()?.whole()
    }
}

macro_rules! integers {
    ($($type:ident: $integer:ident;)*) => {
        $(
            impl Divisible for $type {
                type Divisor = Limit<$integer>;

                fn is_multiple(&self, divisor: Divisor) -> bool {
                    divisor.divides_whole($integer::from(*self).abs_diff(0).into())
                }
            }

            impl Whole for $type {
                type Integer = $integer;

                fn whole(&self) -> Option<i128> {
                    Some($integer::from(*self).into())
                }
            }
        )*
    };
}

integers! { i8: i8; i16: i16; i32: i32; i64: i64; u8: u8; u16: u16; u32: u32; u64: u64; SafeInteger: i64; }

numbers! { i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 }

impl Ranged for SafeInteger {
    type Bound = i64;
    type Limit = Limit<i64>;

    fn compare(&self, limit: &i64) -> Option<Ordering> {
        self.get().partial_cmp(limit)
    }
}

impl<const PRECISION: u8, const SCALE: u8> Ranged for Decimal<PRECISION, SCALE> {
    type Bound = Self;
    type Limit = Limit<Self>;

    fn compare(&self, limit: &Self) -> Option<Ordering> {
        self.partial_cmp(limit)
    }
}

/// A limit on a length, as the schema has it.
pub const fn length(limit: usize) -> u32 {
    if limit > u32::MAX as usize { u32::MAX } else { limit as u32 }
}

/// How many extended grapheme clusters a text has.
pub fn graphemes(text: &str) -> usize {
    text.graphemes(true).count()
}
