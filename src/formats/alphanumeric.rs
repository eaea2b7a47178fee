//! Letters and digits.

use super::Format;
use crate::json::as_text;

/// Nothing but characters of Unicode's `Alphabetic` and its numbers, as `char::is_alphanumeric`.
pub static ALPHANUMERIC: Format =
    Format { name: "alphanumeric", message: "Must have only letters and digits", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    as_text(text).is_some_and(|text| text.chars().all(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn letters_and_digits_of_all_scripts() {
        for text in ["", "abcXYZ019", "Zoë", "語", "½", "Ⅷ"] {
            assert!(check(text.as_bytes()), "{text}");
        }
        for text in [" ", "a-b", "a_b", "🚀", "e\u{301}"] {
            assert!(!check(text.as_bytes()), "{text}");
        }
        assert!(!check(b"a\xff"));
    }
}
