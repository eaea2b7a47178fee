//! Numbers: exact whole ones, and correctly rounded doubles.

use core::mem;

use super::{Input, Malformed, as_text};

/// What a number is, seen as a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whole {
    /// A whole number, exactly.
    Exactly(i64),
    /// A whole number above `i64` that is a `u64`.
    Large(u64),
    /// A whole number below `i64`.
    Below,
    /// A whole number above `u64`.
    Above,
    /// A number with a fraction or an exponent, or `-0`, which serde takes for a double.
    Not,
}

/// The powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

impl Input {
    /// Moves over a number and gives it as a whole one.
    #[inline(always)]
    pub(crate) fn whole(&mut self) -> Result<Whole, Malformed> {
        let start = self.at();
        let negative = self.minus();
        let (digits, value) = self.integer_part()?;
        if matches!(self.ahead(0), b'.' | b'e' | b'E') {
            self.fraction_and_exponent()?;
            return Ok(Whole::Not);
        }
        if digits > 18 {
            return Ok(self.long_whole(start));
        }
        Ok(match (negative, value as i64) {
            (true, 0) => Whole::Not,
            (true, value) => Whole::Exactly(-value),
            (false, value) => Whole::Exactly(value),
        })
    }

    /// Moves over the eight bytes of a finite double, if they stand here behind a mark.
    pub(crate) fn double(&mut self) -> Option<f64> {
        // There is no zero below zero in JSON that JavaScript writes.
        let value = f64::from_le_bytes(self.marked(b'#')?) + 0.0;
        value.is_finite().then_some(value)
    }

    /// Moves over the four bytes of a count, if they stand here behind a mark.
    pub(crate) fn count(&mut self) -> Option<u32> {
        self.marked(b'~').map(u32::from_le_bytes)
    }

    /// Moves over bytes behind their mark. White space is left of them, so that all of the input remains text.
    #[inline(always)]
    fn marked<const N: usize>(&mut self, mark: u8) -> Option<[u8; N]> {
        let start = self.at() + 1;
        if self.ahead(0) != mark || self.left() <= N {
            return None;
        }
        self.advance(1 + N);
        let bytes = self.span_mut(start, start + N).first_chunk_mut()?;
        Some(mem::replace(bytes, [b' '; N]))
    }

    /// Moves over a number and gives it as a double; an infinity where it is beyond them.
    #[inline(always)]
    pub(crate) fn number(&mut self) -> Result<f64, Malformed> {
        let start = self.at();
        let negative = self.minus();
        let (mut digits, mut value) = self.integer_part()?;
        let mut exponent = 0_i32;
        if self.ahead(0) == b'.' {
            self.advance(1);
            let (places, fraction) = self.digits(value);
            if places == 0 {
                return Err(Malformed);
            }
            (digits, value) = (digits + places, fraction);
            exponent = -(places as i32);
        }
        if matches!(self.ahead(0), b'e' | b'E') {
            exponent = exponent.saturating_add(self.exponent()?);
        }
        // Clinger's fast path: both factors are exact, so one operation rounds once.
        let power = exponent.unsigned_abs() as usize;
        if digits > 19 || value >= 1 << 53 || power >= POWERS.len() {
            return Ok(parse(self.span(start, self.at())));
        }
        let value = match exponent {
            0.. => value as f64 * POWERS[power],
            _ => value as f64 / POWERS[power],
        };
        Ok(if negative { -value } else { value })
    }

    /// Moves over a number.
    pub(crate) fn skip_number(&mut self) -> Result<(), Malformed> {
        self.minus();
        self.integer_part()?;
        self.fraction_and_exponent()
    }

    #[inline(always)]
    fn minus(&mut self) -> bool {
        let negative = self.ahead(0) == b'-';
        self.advance(usize::from(negative));
        negative
    }

    /// Moves over digits: how many there are, and the value with them behind it (modulo 2^64).
    #[inline(always)]
    fn digits(&mut self, mut value: u64) -> (usize, u64) {
        let start = self.at();
        loop {
            let digit = self.ahead(0).wrapping_sub(b'0');
            if digit > 9 {
                return (self.at() - start, value);
            }
            value = value.wrapping_mul(10).wrapping_add(u64::from(digit));
            self.advance(1);
        }
    }

    /// Moves over `0`, or digits that do not start with `0`.
    #[inline(always)]
    fn integer_part(&mut self) -> Result<(usize, u64), Malformed> {
        let leading_zero = self.ahead(0) == b'0';
        let (digits, value) = self.digits(0);
        if digits == 0 || leading_zero && digits > 1 {
            return Err(Malformed);
        }
        Ok((digits, value))
    }

    fn fraction_and_exponent(&mut self) -> Result<(), Malformed> {
        if self.ahead(0) == b'.' {
            self.advance(1);
            if self.digits(0).0 == 0 {
                return Err(Malformed);
            }
        }
        if matches!(self.ahead(0), b'e' | b'E') {
            self.exponent()?;
        }
        Ok(())
    }

    /// Moves over an exponent; one beyond all doubles is given as some other such.
    fn exponent(&mut self) -> Result<i32, Malformed> {
        self.advance(1);
        let negative = self.ahead(0) == b'-';
        if matches!(self.ahead(0), b'+' | b'-') {
            self.advance(1);
        }
        let (mut digits, mut value) = (0, 0_i32);
        while self.ahead(0).is_ascii_digit() {
            value = value.saturating_mul(10).saturating_add(i32::from(self.ahead(0) - b'0'));
            digits += 1;
            self.advance(1);
        }
        if digits == 0 {
            return Err(Malformed);
        }
        Ok(if negative { -value } else { value })
    }

    /// A whole number of more than 18 digits, from `start` to here.
    #[cold]
    fn long_whole(&self, start: usize) -> Whole {
        let (is_negative, digits) = match self.span(start, self.at()) {
            [b'-', digits @ ..] => (true, digits),
            digits => (false, digits),
        };
        let add = |value: u64, digit: &u8| value.checked_mul(10)?.checked_add((digit - b'0').into());
        match (is_negative, digits.iter().try_fold(0, add)) {
            (true, Some(value)) if value <= 1 << 63 => Whole::Exactly((value as i64).wrapping_neg()),
            (true, _) => Whole::Below,
            (false, Some(value)) => i64::try_from(value).map_or(Whole::Large(value), Whole::Exactly),
            (false, None) => Whole::Above,
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod ecmascript {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    unsafe extern "C" {
        #[wasm_bindgen(js_name = parseFloat)]
        pub(super) safe fn parse(text: &str) -> f64;
    }
}

/// The double nearest to a number that is not in reach of the fast path.
#[cold]
fn parse(number: &[u8]) -> f64 {
    // A number is ASCII.
    let text = as_text(number).unwrap_or_default();
    // The engine that runs WASM knows doubles; the parser of `core` would be 15 KB more.
    #[cfg(target_arch = "wasm32")]
    return ecmascript::parse(text);
    #[cfg(not(target_arch = "wasm32"))]
    text.parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn input(json: &str) -> Input {
        let mut input = Input::new();
        input.load(json.as_bytes());
        input
    }

    #[test]
    fn doubles_are_rounded_as_by_the_standard_library() {
        for json in [
            "0",
            "-0",
            "0.0",
            "1",
            "-1",
            "0.1",
            "0.30000000000000004",
            "1e22",
            "1e23",
            "1E+2",
            "1.5e-7",
            "87.5",
            "9007199254740991",
            "9007199254740992",
            "9007199254740993",
            "123456789012345678901234567890",
            "1.7976931348623157e308",
            "1.7976931348623159e308",
            "1e309",
            "-1e309",
            "5e-324",
            "2e-324",
            "1e-400",
            "0.000000000000000000000000000000000000000001",
            "0e999999999999",
            "1e-99999999999",
            "3.14159265358979",
            "0.00000000000000000000000000000000000000000000000000000000000000000000000001e75",
        ] {
            let mut input = input(json);
            let value = input.number().unwrap();
            assert_eq!(input.at(), json.len());
            assert_eq!(value.to_bits(), json.parse::<f64>().unwrap().to_bits(), "{json}");
        }
    }

    #[test]
    fn whole_numbers_are_exact() {
        for (json, whole) in [
            ("0", Whole::Exactly(0)),
            ("-7", Whole::Exactly(-7)),
            ("999999999999999999", Whole::Exactly(999_999_999_999_999_999)),
            ("9223372036854775807", Whole::Exactly(i64::MAX)),
            ("-9223372036854775808", Whole::Exactly(i64::MIN)),
            ("9223372036854775808", Whole::Large(1 << 63)),
            ("18446744073709551615", Whole::Large(u64::MAX)),
            ("-9223372036854775809", Whole::Below),
            ("18446744073709551616", Whole::Above),
            ("-0", Whole::Not),
            ("1.0", Whole::Not),
            ("1e2", Whole::Not),
        ] {
            let mut input = input(json);
            assert_eq!(input.whole(), Ok(whole), "{json}");
            assert_eq!(input.at(), json.len());
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for json in ["", "-", "+1", "01", "-01", ".5", "1.", "1.e5", "1e", "1e+", "Infinity", "NaN"] {
            assert!(input(json).number().is_err(), "{json}");
            assert!(input(json).whole().is_err(), "{json}");
            assert!(input(json).skip_number().is_err(), "{json}");
        }
    }
}
