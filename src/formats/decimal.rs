//! Exact decimal numbers, as text.

use crate::json::spell;

/// The spelling of exact decimal numbers: `-?(0|[1-9][0-9]*)(\.[0-9]+)?`, and no `-0`.
///
/// Precision and scale are those of PostgreSQL's `numeric(precision, scale)`: at most `scale` digits
/// after the point, and at most `precision - scale` before it.
#[derive(Debug)]
pub struct DecimalFormat {
    /// How many digits there may be in all, where all that may be after the point count.
    pub precision: u8,
    /// How many digits there may be after the point.
    pub scale: u8,
    read: fn(&DecimalFormat, &[u8]) -> Option<i128>,
}

/// Formats are the same if they have the same limits.
impl PartialEq for DecimalFormat {
    fn eq(&self, other: &DecimalFormat) -> bool {
        (self.precision, self.scale) == (other.precision, other.scale)
    }
}

impl DecimalFormat {
    /// Numbers of so many digits.
    ///
    /// # Panics
    ///
    /// If the precision is not 1 to 28, or the scale is larger than the precision; at compile time
    /// in a constant.
    pub const fn new(precision: u8, scale: u8) -> DecimalFormat {
        assert!(precision >= 1 && precision <= 28, "a `Decimal` has a PRECISION of 1 to 28: choose another");
        assert!(
            scale <= precision,
            "the SCALE of a `Decimal` is at most its PRECISION, which counts all digits: choose a larger PRECISION"
        );
        DecimalFormat { precision, scale, read }
    }

    /// The largest number, in units of the last place.
    pub const fn maximum(&self) -> i128 {
        10_i128.pow(self.precision as u32) - 1
    }

    /// The number that is spelled so, in units of the last place. The bytes may be invalid UTF-8.
    pub fn read(&self, text: &[u8]) -> Option<i128> {
        (self.read)(self, text)
    }

    /// The spelling of a number in units of the last place, with all digits after the point.
    pub fn write(&self, units: i128) -> String {
        spell::decimal(units, self.scale.into())
    }
}

fn read(format: &DecimalFormat, text: &[u8]) -> Option<i128> {
    let (is_negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let scale = usize::from(format.scale);
    let (whole, fraction) = match digits.iter().position(|&byte| byte == b'.') {
        Some(point) => (&digits[..point], Some(&digits[point + 1..])),
        None => (digits, None),
    };
    let fits = match whole {
        // The zero before a fraction is no digit that counts.
        [b'0'] => true,
        [b'0', ..] | [] => false,
        digits => digits.len() <= usize::from(format.precision - format.scale),
    };
    if !fits || !fraction.is_none_or(|digits| (1..=scale).contains(&digits.len())) {
        return None;
    }
    let fraction = fraction.unwrap_or_default();
    let mut units = 0;
    for &byte in whole.iter().chain(fraction) {
        units = units * 10 + i128::from(byte.is_ascii_digit().then(|| byte - b'0')?);
    }
    for _ in fraction.len()..scale {
        units *= 10;
    }
    match is_negative {
        true if units == 0 => None,
        true => Some(-units),
        false => Some(units),
    }
}

#[cfg(test)]
mod tests {
    use super::DecimalFormat;

    const MONEY: DecimalFormat = DecimalFormat::new(5, 2);

    #[test]
    fn one_spelling_is_read() {
        let cases: [(&str, i128); 10] = [
            ("0", 0),
            ("0.0", 0),
            ("0.00", 0),
            ("0.05", 5),
            ("-0.05", -5),
            ("7", 700),
            ("10.5", 1050),
            ("10.50", 1050),
            ("999.99", 99999),
            ("-999.99", -99999),
        ];
        for (text, units) in cases {
            assert_eq!(MONEY.read(text.as_bytes()), Some(units), "{text}");
        }
        for text in [
            "", "-", ".", "-.5", ".5", "5.", "+5", "05", "00", "-05", "-0", "-0.00", "1e2", "1_0", "1,5", " 1", "1 ",
            "0x1", "NaN", "1.2.3", "1.-2", "--1", "0.001", "0.000", "1000", "1000.00", "1.½",
        ] {
            assert_eq!(MONEY.read(text.as_bytes()), None, "{text}");
        }
        assert_eq!(MONEY.read(b"1\xff"), None);
    }

    #[test]
    fn the_largest_are_read() {
        let nines = "9".repeat(28);
        let whole = DecimalFormat::new(28, 0);
        assert_eq!(whole.read(nines.as_bytes()), Some(whole.maximum()));
        assert_eq!(whole.read(format!("1{}", "0".repeat(28)).as_bytes()), None);
        assert_eq!(whole.read("9".repeat(99).as_bytes()), None);
        let fraction = DecimalFormat::new(28, 28);
        assert_eq!(fraction.read(format!("-0.{nines}").as_bytes()), Some(-fraction.maximum()));
        assert_eq!(fraction.read("9".repeat(28).as_bytes()), None);
    }

    #[test]
    fn what_is_written_is_read() {
        for units in [0, 5, -5, 99, 100, -1050, 99999] {
            assert_eq!(MONEY.read(MONEY.write(units).as_bytes()), Some(units));
        }
        assert_eq!(MONEY.write(1050), "10.50");
        assert_eq!(MONEY.write(-5), "-0.05");
        assert_eq!(DecimalFormat::new(5, 0).write(-5), "-5");
    }
}
