//! Numbers of so many digits, which dates and times are made of.

/// The number that the digits spell, at most nine of them; `None` if there is anything else.
pub(super) fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
}
