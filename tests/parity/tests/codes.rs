//! Lists of codes, all of them.

use portcullis::formats::{COUNTRY, CURRENCY, Format};

/// The codes of so many capitals about which our format and the oracle's disagree.
fn disputed(format: &Format, letters: u32) -> Vec<String> {
    let codes = (0..26_usize.pow(letters)).map(|number| {
        let letter = |place| char::from(b'A' + (number / 26_usize.pow(place) % 26) as u8);
        (0..letters).rev().map(letter).collect::<String>()
    });
    codes.filter(|code| (format.check)(code.as_bytes()) != oracle::formats::is_spelled(format.name, code)).collect()
}

#[test]
fn countries() {
    assert_eq!(disputed(&COUNTRY, 2), [""; 0]);
}

#[test]
fn currencies() {
    assert_eq!(disputed(&CURRENCY, 3), [""; 0]);
}
