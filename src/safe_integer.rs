//! Whole numbers that JavaScript holds exactly.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A whole number from -(2^53 - 1) to 2^53 - 1: a `number` in TypeScript, and exact there
/// (ECMA-262's `Number.isSafeInteger`). For identifiers and counters that a 32-bit type cannot
/// hold; the whole range of 64 bits is `i64` and `u64`, which are `bigint` in TypeScript.
///
/// ```
/// use portcullis::{Payload, SafeInteger, payload};
///
/// #[payload]
/// struct Row {
///     #[garde(range(min = 1))]
///     id: SafeInteger,
/// }
///
/// let row = Row::from_json(br#"{"id":9007199254740991}"#)?;
/// assert_eq!(row.id, SafeInteger::MAX);
/// assert!(Row::from_json(br#"{"id":9007199254740992}"#).is_err());
/// # Ok::<(), portcullis::ErrorShape>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct SafeInteger(i64);

impl SafeInteger {
    /// -(2^53 - 1), the smallest.
    pub const MIN: SafeInteger = SafeInteger(-((1 << 53) - 1));
    /// 2^53 - 1, the largest.
    pub const MAX: SafeInteger = SafeInteger((1 << 53) - 1);

    /// The number, if it is safe.
    pub const fn new(number: i64) -> Option<SafeInteger> {
        if SafeInteger::MIN.0 <= number && number <= SafeInteger::MAX.0 { Some(SafeInteger(number)) } else { None }
    }

    /// The number.
    pub const fn get(self) -> i64 {
        self.0
    }
}

/// A number that is not exact in JavaScript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsafe;

impl fmt::Display for Unsafe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the number is not between -(2^53 - 1) and 2^53 - 1")
    }
}

impl std::error::Error for Unsafe {}

impl TryFrom<i64> for SafeInteger {
    type Error = Unsafe;

    fn try_from(number: i64) -> Result<SafeInteger, Unsafe> {
        SafeInteger::new(number).ok_or(Unsafe)
    }
}

impl From<SafeInteger> for i64 {
    fn from(number: SafeInteger) -> i64 {
        number.0
    }
}

impl From<i32> for SafeInteger {
    fn from(number: i32) -> SafeInteger {
        SafeInteger(number.into())
    }
}

impl From<u32> for SafeInteger {
    fn from(number: u32) -> SafeInteger {
        SafeInteger(number.into())
    }
}

impl fmt::Display for SafeInteger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl PartialEq<i64> for SafeInteger {
    fn eq(&self, other: &i64) -> bool {
        self.0 == *other
    }
}

/// As the integers have them, for `range`.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use garde::rules::range::{Bounds, OutOfBounds};
    use ts_rs::{Config, TS};

    use super::SafeInteger;

    impl PartialOrd<i64> for SafeInteger {
        fn partial_cmp(&self, other: &i64) -> Option<std::cmp::Ordering> {
            self.0.partial_cmp(other)
        }
    }

    impl Bounds for SafeInteger {
        type Size = i64;

        const MIN: i64 = SafeInteger::MIN.0;
        const MAX: i64 = SafeInteger::MAX.0;

        fn validate_bounds(&self, lower: i64, upper: i64) -> Result<(), OutOfBounds> {
            self.0.validate_bounds(lower, upper)
        }
    }

    impl TS for SafeInteger {
        type WithoutGenerics = SafeInteger;
        type OptionInnerType = SafeInteger;

        fn name(_: &Config) -> String {
            "number".to_owned()
        }

        fn inline(_: &Config) -> String {
            "number".to_owned()
        }
    }
}
