//! Numbers are read and written as JavaScript does it, by way of js-sys. The library asks the host only for
//! what is hard to round, and without js-sys, which would bring in 1 KB that nothing calls.
#![cfg(target_arch = "wasm32")]

use portcullis::{Payload, payload};
use wasm_bindgen_test::wasm_bindgen_test;

/// A number without limits.
#[payload]
struct Reading {
    #[garde(skip)]
    value: f64,
}

/// Numbers below limits that are hard to spell.
#[payload]
struct Limits {
    #[garde(range(max = 1e-7))]
    small: f64,
    #[garde(range(max = -1.5e300))]
    large: f64,
    #[garde(range(max = 0.1))]
    decimal: f64,
}

/// Digits that come one after the other, from a linear congruential generator.
fn digits(state: &mut u64, count: u64) -> String {
    let mut digit = || {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *state >> 33
    };
    (0..count).map(|_| char::from(b'0' + (digit() % 10) as u8)).collect()
}

#[wasm_bindgen_test]
fn numbers_are_read_as_javascript_reads_them() {
    let mut state = 7;
    let mut texts: Vec<String> =
        ["0.1", "5e-324", "2.2250738585072011e-308", "1.7976931348623157e308", "9007199254740993"]
            .map(str::to_owned)
            .to_vec();
    for round in 0..2_000 {
        let (whole, fraction) = (digits(&mut state, 1 + round % 20), digits(&mut state, 1 + round % 17));
        let exponent = digits(&mut state, 2 + round % 2);
        texts.push(format!("1{whole}.{fraction}"));
        texts.push(format!("-1.{fraction}{whole}e-{exponent}"));
    }
    for text in texts {
        let expected = js_sys::parse_float(&text);
        let reading = Reading::from_json(format!("{{\"value\":{text}}}").as_bytes());
        assert_eq!(reading.ok().map(|reading| reading.value.to_bits()), Some(expected.to_bits()), "{text}");
    }
}

#[wasm_bindgen_test]
fn limits_are_spelled_as_javascript_spells_them() {
    let refusal = Limits::check_json(br#"{"small":1,"large":1,"decimal":1}"#).unwrap_err();
    let messages = refusal.issues().iter().map(|issue| issue.message().into_owned());
    let spelled =
        [1e-7, -1.5e300, 0.1].map(|limit| String::from(js_sys::Number::from(limit).to_string_with_radix(10).unwrap()));
    assert!(messages.eq(spelled.map(|limit| format!("Must be at most {limit}"))), "{:?}", refusal.issues());
}
