//! Numbers of payment cards.

use super::Format;

/// 12 to 19 digits of which the last checks the others, without spaces ([ISO/IEC 7812-1], annex B: the
/// Luhn algorithm). Whether there is such a card is not looked at.
///
/// [ISO/IEC 7812-1]: https://www.iso.org/standard/70484.html
pub static CREDIT_CARD: Format =
    Format { name: "credit_card", message: "Must be the number of a payment card", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    let mut sum = 0;
    for (place, &byte) in text.iter().rev().enumerate() {
        if !byte.is_ascii_digit() {
            return false;
        }
        let digit = u32::from(byte - b'0');
        sum += match place % 2 {
            0 => digit,
            _ => digit * 2 / 10 + digit * 2 % 10,
        };
    }
    (12..=19).contains(&text.len()) && sum % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::check;

    /// Numbers that payment providers publish for tests.
    #[test]
    fn numbers_for_tests() {
        for number in [
            "4242424242424242",
            "5555555555554444",
            "378282246310005",
            "6011111111111117",
            "3566002020360505",
            "30569309025904",
            "6759649826438453",
            "4000002760003184",
        ] {
            assert!(check(number.as_bytes()), "{number}");
        }
    }

    #[test]
    fn one_wrong_digit_is_found() {
        let number = b"4242424242424242";
        for place in 0..number.len() {
            for digit in b'0'..=b'9' {
                let mut other = *number;
                other[place] = digit;
                assert_eq!(check(&other), digit == number[place]);
            }
        }
        for other in ["", "0", "00000000000", "4242 4242 4242 4242", "42424242424242420000", "424242424242424a"] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
