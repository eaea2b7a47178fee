//! Exact decimal numbers: what `rust_decimal` parses, of one spelling and so many digits.

use std::fmt;

use garde::rules::range::{Bounds, OutOfBounds};
use serde::{Deserialize, Serialize};

/// A decimal number of `PRECISION` digits, of which `SCALE` are after the point.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Decimal<const PRECISION: u8, const SCALE: u8>(rust_decimal::Decimal);

impl<const PRECISION: u8, const SCALE: u8> Decimal<PRECISION, SCALE> {
    /// The number in units of its last place.
    pub const fn from_scaled(units: i128) -> Self {
        let bits = units.unsigned_abs();
        let parts = [bits as u32, (bits >> 32) as u32, (bits >> 64) as u32];
        Decimal(rust_decimal::Decimal::from_parts(parts[0], parts[1], parts[2], units < 0, SCALE as u32))
    }
}

impl<const PRECISION: u8, const SCALE: u8> TryFrom<String> for Decimal<PRECISION, SCALE> {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let number = rust_decimal::Decimal::from_str_exact(&text).map_err(|error| error.to_string())?;
        let scale = number.scale();
        // A number is written in one way, but for the zeros at its end, which the scale keeps.
        if number.to_string() != text || scale > u32::from(SCALE) {
            return Err("not as it is written".to_owned());
        }
        let whole = number.trunc().abs().to_string();
        let digits = if whole == "0" { 0 } else { whole.len() };
        (digits <= usize::from(PRECISION - SCALE)).then_some(Decimal(number)).ok_or("too many digits".to_owned())
    }
}

impl<const PRECISION: u8, const SCALE: u8> From<Decimal<PRECISION, SCALE>> for String {
    fn from(number: Decimal<PRECISION, SCALE>) -> String {
        number.to_string()
    }
}

impl<const PRECISION: u8, const SCALE: u8> fmt::Display for Decimal<PRECISION, SCALE> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<const PRECISION: u8, const SCALE: u8> Bounds for Decimal<PRECISION, SCALE> {
    type Size = Self;

    const MIN: Self = Decimal(rust_decimal::Decimal::MIN);
    const MAX: Self = Decimal(rust_decimal::Decimal::MAX);

    fn validate_bounds(&self, lower: Self, upper: Self) -> Result<(), OutOfBounds> {
        match self.0 {
            number if number < lower.0 => Err(OutOfBounds::Lower),
            number if number > upper.0 => Err(OutOfBounds::Upper),
            _ => Ok(()),
        }
    }
}
