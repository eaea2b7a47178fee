//! Phone numbers as the whole world dials them.

use super::Format;

/// `+`, and 7 to 15 digits of which the first is no 0: an international number as [ITU-T E.164] has it,
/// without spaces and punctuation. Whether it is assigned is not looked at, and national spellings are
/// none: what they mean depends on the country, and changes.
///
/// [ITU-T E.164]: https://www.itu.int/rec/T-REC-E.164
pub static E164: Format =
    Format { name: "e164", message: "Must be a phone number like +441632960123", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    let [b'+', b'1'..=b'9', digits @ ..] = text else { return false };
    (6..=14).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn only_international_numbers() {
        for number in ["+441632960123", "+4930123456", "+1234567", "+123456789012345"] {
            assert!(check(number.as_bytes()), "{number}");
        }
        for other in [
            "",
            "+",
            "+123456",
            "+1234567890123456",
            "+0123456789",
            "441632960123",
            "00441632960123",
            "+44 1632 960123",
            "+44-1632",
            "+44163296O123",
            "++441632960123",
            "+44163296012\u{663}",
        ] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
