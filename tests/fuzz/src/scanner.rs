//! The scanner and the check of the syntax, against serde_json and the standard library.

use serde::de::IgnoredAny;
use serde_json::Deserializer;

use crate::json::{self, Input, Whole};

/// Scans the bytes as one value, as a string and as a number.
pub fn run(input: &[u8]) {
    value(input);
    string(input);
    number(input);
}

fn value(bytes: &[u8]) {
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    assert_eq!(json::is_utf8(bytes), is_utf8);

    let mut input = loaded(bytes);
    let is_skipped = input.skip(0).is_ok() && input.is_at_end();
    let checked = json::check(bytes);
    // Text that is no UTF-8 is the syntax check's to refuse.
    assert_eq!(checked.is_ok(), is_skipped && is_utf8, "{checked:?}");

    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let theirs = serde_json::from_slice::<IgnoredAny>(text);
    let is_narrowed = checked.as_ref().is_err_and(|error| {
        error.expected == "UTF-8" || error.expected.contains("nesting") || error.expected.contains("surrogate")
    });
    assert!(checked.is_ok() == theirs.is_ok() || is_narrowed && theirs.is_ok(), "{checked:?}, {theirs:?}");
}

fn string(bytes: &[u8]) {
    if !bytes.starts_with(b"\"") {
        return;
    }
    let mut input = loaded(bytes);
    let text = input.string().and_then(|text| if text.escaped { input.unescape(text) } else { Ok(text) });
    let mut values = Deserializer::from_slice(bytes).into_iter::<String>();
    match (text, values.next()) {
        (Ok(text), Some(Ok(value))) => {
            assert_eq!(input.at(), values.byte_offset());
            assert_eq!(input.span(text.start, text.end()), value.as_bytes());
            assert_eq!(text.chars() as usize, value.chars().count());
            assert_eq!(text.utf16() as usize, value.encode_utf16().count());
            assert_eq!(text.ascii, value.is_ascii());
        }
        (Err(_), Some(Err(_))) => {}
        // The scanner takes UTF-8 on trust.
        (Ok(_), Some(Err(error))) => assert!(!json::is_utf8(&bytes[..input.at()]), "{error}"),
        (text, value) => panic!("{text:?}, but {value:?}"),
    }
}

fn number(bytes: &[u8]) {
    if !matches!(bytes.first(), Some(b'-' | b'0'..=b'9')) {
        return;
    }
    let mut input = loaded(bytes);
    let mut again = loaded(bytes);
    let (number, whole) = (input.number(), again.whole());
    assert_eq!((number.is_ok(), input.at()), (whole.is_ok(), again.at()));
    let is_number = |text: &[u8]| serde_json::from_slice::<IgnoredAny>(text).is_ok();
    let (Ok(number), Ok(whole)) = (number, whole) else {
        // What it stopped at is no way to go on, nor is any way that may be meant.
        assert!(!is_number(bytes) || bytes[0] == b'-' && bytes.len() == 1);
        return;
    };
    let text = &bytes[..input.at()];
    assert!(is_number(text));
    let text = std::str::from_utf8(text).expect("a number is ASCII");
    assert_eq!(text.parse::<f64>().map(f64::to_bits), Ok(number.to_bits()), "{text}");
    let digits = (text != "-0").then(|| text.parse::<i128>().ok()).flatten();
    match whole {
        Whole::Exactly(value) => assert_eq!(digits, Some(value.into())),
        Whole::Large(value) => assert_eq!(digits, Some(value.into())),
        Whole::Below => assert!(digits.is_none_or(|digits| digits < i64::MIN.into()) && text.starts_with('-')),
        Whole::Above => assert!(digits.is_none_or(|digits| digits > u64::MAX.into()) && !text.starts_with('-')),
        Whole::Not => assert!(text == "-0" || text.contains(['.', 'e', 'E']), "{text}"),
    }
}

fn loaded(bytes: &[u8]) -> Input {
    let mut input = Input::new();
    input.load(bytes);
    input
}

/// Inputs to start from, each with a name: some of the cases of RFC 8259.
pub fn seeds() -> Vec<(String, Vec<u8>)> {
    let cases = parity::rfc8259::values().into_iter().filter(|case| case.text.len() < 80).step_by(23);
    let name = |name: String| {
        let words = name.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join("-").to_lowercase()
    };
    cases.map(|case| (name(case.name), case.text)).collect()
}
