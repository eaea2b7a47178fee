//! Doubles as ECMAScript spells them.

/// A finite double by ECMA-262's `Number::toString`.
#[cfg(target_arch = "wasm32")]
pub(super) fn spell(value: f64) -> String {
    // The engine that runs WASM knows how; the tables for it here would be 10 KB.
    js_sys::Number::from(value).to_string_with_radix(10).map_or_else(|_| String::new(), String::from)
}

/// A finite double by ECMA-262's `Number::toString`: the shortest digits that are the same double.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn spell(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    if (1e-6..1e21).contains(&value.abs()) {
        return value.to_string();
    }
    let text = format!("{value:e}");
    if value.abs() >= 1e21 { text.replace('e', "e+") } else { text }
}

#[cfg(test)]
mod tests {
    use super::spell;

    #[test]
    fn doubles_are_spelled_as_in_ecmascript() {
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
            assert_eq!(spell(value), text);
        }
    }
}
