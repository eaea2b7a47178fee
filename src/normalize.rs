//! Changes made to text before any rule looks at it, over bytes that need not be valid UTF-8.

/// How many bytes of Unicode `White_Space` the text starts and ends with.
///
/// If all of it is white space, the start has it all.
pub(crate) fn margins(text: &[u8]) -> (usize, usize) {
    let mut start = 0;
    while let Some(length) = leading_space(&text[start..]) {
        start += length;
    }
    let mut end = text.len();
    while let Some(length) = trailing_space(&text[start..end]) {
        end -= length;
    }
    (start, text.len() - end)
}

/// The length in bytes of the white space character that the text starts with.
fn leading_space(text: &[u8]) -> Option<usize> {
    match *text {
        [b'\t'..=b'\r' | b' ', ..] => Some(1),
        [0xc2, 0x85 | 0xa0, ..] => Some(2),
        [a, b, c, ..] if is_wide_space([a, b, c]) => Some(3),
        _ => None,
    }
}

/// The length in bytes of the white space character that the text ends with.
fn trailing_space(text: &[u8]) -> Option<usize> {
    match *text {
        [.., b'\t'..=b'\r' | b' '] => Some(1),
        [.., 0xc2, 0x85 | 0xa0] => Some(2),
        [.., a, b, c] if is_wide_space([a, b, c]) => Some(3),
        _ => None,
    }
}

/// U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F and U+3000, in UTF-8.
fn is_wide_space(bytes: [u8; 3]) -> bool {
    matches!(
        bytes,
        [0xe1, 0x9a, 0x80] | [0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf] | [0xe2, 0x81, 0x9f] | [0xe3, 0x80, 0x80]
    )
}

/// Whether there is certainly no white space but single spaces.
pub(crate) fn is_collapsed(text: &[u8]) -> bool {
    let is_plain = |byte: u8| byte > b' ' && byte < 0x80;
    let mut previous = b'x';
    text.iter().all(|&byte| {
        let is_single_space = byte == b' ' && previous != b' ';
        previous = byte;
        is_plain(byte) || is_single_space
    })
}

/// Unicode lowercase.
pub fn lowercase(text: &str) -> String {
    text.to_lowercase()
}

/// Unicode uppercase.
pub fn uppercase(text: &str) -> String {
    text.to_uppercase()
}

/// Unicode Normalization Form C (Unicode Standard Annex #15): characters that are spelled in several ways
/// are spelled in one, mostly the shortest.
#[cfg(not(target_arch = "wasm32"))]
pub fn nfc(text: &str) -> String {
    icu_normalizer::ComposingNormalizer::new_nfc().normalize(text).into_owned()
}

/// The same by the host, which has the tables. Versions of Unicode agree about the characters that all of
/// them know; of newer ones the host may think otherwise than the library that is used natively.
#[cfg(target_arch = "wasm32")]
pub fn nfc(text: &str) -> String {
    host::normalize(text)
}

#[cfg(target_arch = "wasm32")]
mod host {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    unsafe extern "C" {
        #[wasm_bindgen(js_namespace = ["String", "prototype", "normalize"], js_name = call)]
        pub(super) safe fn normalize(text: &str) -> String;
    }
}

/// One space for each run of white space.
pub fn collapse_whitespace(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    let mut is_in_run = false;
    for char in text.chars() {
        let is_space = char.is_whitespace();
        match is_space {
            false => collapsed.push(char),
            true if !is_in_run => collapsed.push(' '),
            true => {}
        }
        is_in_run = is_space;
    }
    collapsed
}

#[cfg(test)]
mod tests {
    use super::{collapse_whitespace, is_collapsed, margins};

    #[test]
    fn white_space_is_unicodes() {
        for char in (0..=0x10_ffff).filter_map(char::from_u32) {
            let text = format!("{char}x{char}");
            let expected = if char.is_whitespace() { char.len_utf8() } else { 0 };
            assert_eq!(margins(text.as_bytes()), (expected, expected), "U+{:04X}", u32::from(char));
        }
        assert_eq!(margins("\u{3000} \t".as_bytes()), (5, 0));
        assert_eq!(margins(b""), (0, 0));
    }

    #[test]
    fn runs_of_white_space_become_one_space() {
        for (text, collapsed) in [
            ("", ""),
            ("a b c", "a b c"),
            ("  a  b\t", " a b "),
            ("a\r\nb\u{3000}\u{a0}c\u{2028}", "a b c "),
            ("é\u{200b}é", "é\u{200b}é"),
        ] {
            assert_eq!(collapse_whitespace(text), collapsed, "{text:?}");
            assert!(text == collapsed || !is_collapsed(text.as_bytes()), "{text:?}");
            assert!(is_collapsed(collapsed.as_bytes()) || !collapsed.is_ascii(), "{collapsed:?}");
        }
    }
}
