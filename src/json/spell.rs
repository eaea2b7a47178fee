//! Numbers as ECMAScript spells them.

use super::as_text;

/// A finite double by ECMA-262's `Number::toString`, once that is asked for.
#[cfg(target_arch = "wasm32")]
pub(crate) use ecmascript::{ask, double};

#[cfg(target_arch = "wasm32")]
mod ecmascript {
    use std::cell::Cell;

    use wasm_bindgen::prelude::wasm_bindgen;

    thread_local! {
        static DOUBLE: Cell<fn(f64) -> String> = const { Cell::new(|_| String::new()) };
    }

    pub(crate) fn double(value: f64) -> String {
        DOUBLE.get()(value)
    }

    /// Whoever makes something of a double that may be spelled, asks for it: a module where nobody does needs
    /// nothing of JavaScript.
    pub(crate) fn ask() {
        // The engine that runs WASM knows how; the tables for it here would be 10 KB. It is asked for one
        // character after the other, so that nothing is needed to hand over text.
        DOUBLE
            .set(|value| (0..).map(|index| char::from(unit(value, index))).take_while(|unit| *unit != '\0').collect());
    }

    #[wasm_bindgen]
    unsafe extern "C" {
        /// A code unit of a number as a string; behind its end NaN, which is 0 as an integer.
        #[wasm_bindgen(js_namespace = ["String", "prototype", "charCodeAt"], js_name = call)]
        safe fn unit(value: f64, index: u32) -> u8;
    }
}

/// Here it is always there.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn ask() {}

/// A finite double by ECMA-262's `Number::toString`: the shortest digits that are the same double.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn double(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    if (1e-6..1e21).contains(&value.abs()) {
        return value.to_string();
    }
    let text = format!("{value:e}");
    if value.abs() >= 1e21 { text.replace('e', "e+") } else { text }
}

/// A whole number.
pub(crate) fn whole(number: i128) -> String {
    decimal(number, 0)
}

/// A number with so many digits behind the point, all of them, given in units of the last one. There
/// are at most 28 digits behind the point.
///
/// `Display` knows of signs, widths and paddings besides, which are 4 KB in WASM.
pub(crate) fn decimal(units: i128, scale: usize) -> String {
    let mut text = [0; 48];
    let mut start = text.len();
    let mut put = |byte| {
        start -= 1;
        text[start] = byte;
    };
    // By words, as on paper: to divide 128 bits at once takes another KB.
    let mut words = [96, 64, 32, 0].map(|shift| (units.unsigned_abs() >> shift) as u32);
    let mut place = 0;
    while place <= scale || words != [0; 4] {
        if place == scale && scale > 0 {
            put(b'.');
        }
        let mut rest = 0;
        let leading = words.iter().take_while(|word| **word == 0).count();
        for word in words.iter_mut().skip(leading) {
            rest = rest << 32 | u64::from(*word);
            *word = (rest / 10) as u32;
            rest %= 10;
        }
        put(b'0' + rest as u8);
        place += 1;
    }
    if units < 0 {
        put(b'-');
    }
    as_text(&text[start..]).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{ask, decimal, double, whole};
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn doubles_are_spelled_as_in_ecmascript() {
        ask();
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-1.5, "-1.5"),
            (0.1, "0.1"),
            (0.000001, "0.000001"),
            (0.00000123, "0.00000123"),
            (1.5e-7, "1.5e-7"),
            (1e16, "10000000000000000"),
            (123456789012345680000.0, "123456789012345680000"),
            (1e21, "1e+21"),
            (-1.7976931348623157e308, "-1.7976931348623157e+308"),
            (5e-324, "5e-324"),
        ] {
            assert_eq!(double(value), text);
        }
    }

    #[test]
    fn whole_numbers_are_spelled_as_by_the_standard_library() {
        for value in [0, 1, -1, 9, 10, 1 << 32, -(1 << 63), u64::MAX.into(), i128::MAX, i128::MIN] {
            assert_eq!(whole(value), value.to_string());
        }
    }

    #[test]
    fn decimals_have_all_their_digits() {
        for (units, scale, text) in
            [(0, 0, "0"), (0, 2, "0.00"), (5, 2, "0.05"), (-5, 1, "-0.5"), (1050, 2, "10.50"), (-12, 2, "-0.12")]
        {
            assert_eq!(decimal(units, scale), text);
        }
        assert_eq!(decimal(10_i128.pow(28) - 1, 28), format!("0.{}", "9".repeat(28)));
    }
}
