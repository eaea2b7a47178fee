//! Single characters.

use super::Format;

/// One [Unicode scalar value](https://www.unicode.org/glossary/#unicode_scalar_value), which may be one or
/// two UTF-16 code units in JavaScript. What a reader takes for one character may be several of them.
pub static CHARACTER: Format = Format { name: "char", message: "Must be one character", normalize: &[], check };

/// In UTF-8 a character starts with the one byte that goes on no other.
fn check(text: &[u8]) -> bool {
    text.iter().filter(|byte| !matches!(byte, 0x80..0xc0)).count() == 1
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn one_scalar_value() {
        for text in ["a", " ", "\0", "é", "\u{ffff}", "🚀", "\u{301}"] {
            assert!(check(text.as_bytes()), "{text}");
        }
        for text in ["", "ab", "éé", "e\u{301}", "👩‍👧"] {
            assert!(!check(text.as_bytes()), "{text}");
        }
    }
}
