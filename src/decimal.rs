//! Exact decimal numbers, for money and the like.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::formats::DecimalFormat;
use crate::json::spell;

/// An exact decimal number, as PostgreSQL's `numeric(PRECISION, SCALE)`: at most `SCALE` digits
/// after the point and `PRECISION - SCALE` before it. `PRECISION` is 1 to 28, `SCALE` at most that.
///
/// On the wire, in JavaScript and in TypeScript it is a string, since JSON's numbers become binary
/// ones there: `-?(0|[1-9][0-9]*)(\.[0-9]+)?`, without an exponent, and not `-0`. Zeros at the end
/// of the fraction are kept as they are; they make no difference to comparisons.
///
/// In Rust it holds a [`rust_decimal::Decimal`], which calculates.
///
/// ```
/// use portcullis::{Decimal, ErrorShape, Payload, payload, rust_decimal};
///
/// type Amount = Decimal<12, 2>;
///
/// #[payload]
/// struct Line {
///     #[garde(range(min = Decimal::from_scaled(1), max = Decimal::from_scaled(1_000_000_00)))]
///     price: Amount,
///     #[garde(skip)]
///     quantity: Decimal<6, 3>,
/// }
///
/// let line = Line::from_json(br#"{"price":"10.50","quantity":"1.5"}"#)?;
/// let total: rust_decimal::Decimal = line.price.get() * line.quantity.get();
/// assert_eq!(total.to_string(), "15.750");
/// // More digits than fit are no number of the type: round first, as is right for the purpose.
/// assert!(Amount::try_from(total).is_ok());
/// assert!(Amount::try_from(total / rust_decimal::Decimal::from(4)).is_err());
///
/// let refusal = Line::check_json(br#"{"price":"0.00","quantity":"1e3"}"#).unwrap_err();
/// assert_eq!(refusal.issues()[0].to_string(), "price: Must be at least 0.01 (too_small)");
/// assert_eq!(
///     refusal.issues()[1].to_string(),
///     "quantity: Must be a decimal number with at most 3 digits before the point and 3 digits after it (invalid_format)"
/// );
/// # Ok::<(), ErrorShape>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal<const PRECISION: u8, const SCALE: u8>(rust_decimal::Decimal);

impl<const PRECISION: u8, const SCALE: u8> Decimal<PRECISION, SCALE> {
    /// How such numbers are spelled.
    pub(crate) const FORMAT: DecimalFormat = DecimalFormat::new(PRECISION, SCALE);

    /// The smallest: `PRECISION` nines, with a minus.
    pub const MIN: Self = Decimal::from_scaled(-Self::FORMAT.maximum());
    /// The largest: `PRECISION` nines.
    pub const MAX: Self = Decimal::from_scaled(Self::FORMAT.maximum());

    /// The number in units of its last place: 1050 is 10.50 at a scale of 2. For limits in rules and
    /// other constants.
    ///
    /// ```
    /// # use portcullis::Decimal;
    /// const FEE: Decimal<12, 2> = Decimal::from_scaled(1050);
    /// assert_eq!(FEE.to_string(), "10.50");
    /// ```
    ///
    /// # Panics
    ///
    /// If it has more than `PRECISION` digits; at compile time in a constant:
    ///
    /// ```compile_fail
    /// # use portcullis::Decimal;
    /// const FEE: Decimal<3, 2> = Decimal::from_scaled(1050);
    /// ```
    #[must_use]
    #[track_caller]
    pub const fn from_scaled(units: i128) -> Self {
        let magnitude = units.unsigned_abs();
        assert!(
            magnitude <= Self::FORMAT.maximum() as u128,
            "the number has more digits than its type takes: choose a larger PRECISION"
        );
        let (low, middle, high) = (magnitude as u32, (magnitude >> 32) as u32, (magnitude >> 64) as u32);
        Decimal(rust_decimal::Decimal::from_parts(low, middle, high, units < 0, SCALE as u32))
    }

    /// The number in units of its last place: 10.5 is 1050 at a scale of 2.
    #[must_use]
    pub const fn scaled(self) -> i128 {
        self.0.mantissa() * 10_i128.pow(SCALE as u32 - self.0.scale())
    }

    /// The number, to calculate with; the way back is `try_from`.
    #[must_use]
    pub const fn get(self) -> rust_decimal::Decimal {
        self.0
    }
}

/// A number or text that is none of the `Decimal` asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotDecimal {
    precision: u8,
    scale: u8,
}

impl fmt::Display for NotDecimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this is no decimal number of precision {} and scale {}", self.precision, self.scale)
    }
}

impl std::error::Error for NotDecimal {}

impl<const PRECISION: u8, const SCALE: u8> Decimal<PRECISION, SCALE> {
    const ERROR: NotDecimal = NotDecimal { precision: PRECISION, scale: SCALE };
}

/// Exactly: what has more digits is not rounded, but an error. Zeros beyond the scale are dropped.
impl<const PRECISION: u8, const SCALE: u8> TryFrom<rust_decimal::Decimal> for Decimal<PRECISION, SCALE> {
    type Error = NotDecimal;

    fn try_from(number: rust_decimal::Decimal) -> Result<Self, NotDecimal> {
        let fits = |number: rust_decimal::Decimal| number.scale() <= u32::from(SCALE);
        let mut number = if fits(number) { number } else { number.normalize() };
        if number.is_zero() {
            number.set_sign_positive(true);
        }
        if fits(number) && number.abs() <= Self::MAX.0 { Ok(Decimal(number)) } else { Err(Self::ERROR) }
    }
}

impl<const PRECISION: u8, const SCALE: u8> From<Decimal<PRECISION, SCALE>> for rust_decimal::Decimal {
    fn from(number: Decimal<PRECISION, SCALE>) -> rust_decimal::Decimal {
        number.0
    }
}

/// Takes what the wire takes.
impl<const PRECISION: u8, const SCALE: u8> FromStr for Decimal<PRECISION, SCALE> {
    type Err = NotDecimal;

    fn from_str(text: &str) -> Result<Self, NotDecimal> {
        Self::FORMAT.read(text.as_bytes()).ok_or(Self::ERROR)?;
        rust_decimal::Decimal::from_str_exact(text).map(Decimal).map_err(|_| Self::ERROR)
    }
}

impl<const PRECISION: u8, const SCALE: u8> fmt::Display for Decimal<PRECISION, SCALE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<const PRECISION: u8, const SCALE: u8> Serialize for Decimal<PRECISION, SCALE> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Without what `Display` knows of widths and signs, which takes 4 KB in WASM.
        serializer.serialize_str(&spell::decimal(self.0.mantissa(), self.0.scale() as usize))
    }
}

impl<'de, const PRECISION: u8, const SCALE: u8> Deserialize<'de> for Decimal<PRECISION, SCALE> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text<const PRECISION: u8, const SCALE: u8>;

        impl<const PRECISION: u8, const SCALE: u8> Visitor<'_> for Text<PRECISION, SCALE> {
            type Value = Decimal<PRECISION, SCALE>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a decimal number of precision {PRECISION} and scale {SCALE} in a string")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                text.parse().map_err(de::Error::custom)
            }
        }

        deserializer.deserialize_str(Text)
    }
}

/// For `range`, and the type in TypeScript.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use garde::rules::range::{Bounds, OutOfBounds};
    use ts_rs::{Config, TS};

    use super::Decimal;

    impl<const PRECISION: u8, const SCALE: u8> Bounds for Decimal<PRECISION, SCALE> {
        type Size = Self;

        const MIN: Self = Decimal::MIN;
        const MAX: Self = Decimal::MAX;

        fn validate_bounds(&self, lower: Self, upper: Self) -> Result<(), OutOfBounds> {
            match *self {
                number if number < lower => Err(OutOfBounds::Lower),
                number if number > upper => Err(OutOfBounds::Upper),
                _ => Ok(()),
            }
        }
    }

    impl<const PRECISION: u8, const SCALE: u8> TS for Decimal<PRECISION, SCALE> {
        type WithoutGenerics = Self;
        type OptionInnerType = Self;

        fn name(_: &Config) -> String {
            "string".to_owned()
        }

        fn inline(_: &Config) -> String {
            "string".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::str::FromStr;

    use super::{Decimal, NotDecimal};

    type Money = Decimal<5, 2>;

    fn wide(text: &str) -> rust_decimal::Decimal {
        rust_decimal::Decimal::from_str(text).unwrap()
    }

    #[test]
    fn only_numbers_that_fit_are_taken() {
        for (number, text) in
            [("999.99", "999.99"), ("-999.99", "-999.99"), ("1.100", "1.1"), ("-0.000", "0"), ("0.50", "0.50")]
        {
            assert_eq!(Money::try_from(wide(number)).unwrap().to_string(), text);
        }
        for number in ["1000", "-1000.00", "0.001", "79228162514264337593543950335"] {
            assert_eq!(Money::try_from(wide(number)), Err(NotDecimal { precision: 5, scale: 2 }), "{number}");
        }
    }

    #[test]
    fn numbers_are_compared_by_value() {
        let numbers = ["1.5", "1.50", "-2", "10"].map(|text| Money::from_str(text).unwrap());
        assert_eq!(numbers[0], numbers[1]);
        assert_eq!(HashSet::from(numbers).len(), 3);
        assert!(numbers[2] < numbers[0] && numbers[1] < numbers[3]);
        assert_eq!(Money::default(), Money::from_scaled(0));
    }

    #[test]
    fn units_are_of_the_last_place() {
        for units in [0, 1, -1, 1050, -99999] {
            assert_eq!(Money::from_scaled(units).scaled(), units);
        }
        assert_eq!(Money::from_str("10.5").unwrap().scaled(), 1050);
        assert_eq!(Decimal::<28, 28>::MIN.to_string(), format!("-0.{}", "9".repeat(28)));
        assert_eq!(Decimal::<28, 0>::MAX.to_string(), "9".repeat(28));
    }
}
