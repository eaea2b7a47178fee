//! Rules of this domain that no general rule covers.

use portcullis::garde;

/// Digits, and what people write between them: `+44 20 7946 0018`, `(555) 010-2000 ext. 4`.
///
/// Loose on purpose: a number that someone can dial must not be lost to a missing prefix.
pub(super) fn phone_number(value: &str, _: &()) -> garde::Result {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let dialable = |byte: u8| byte.is_ascii_digit() || b" +-()./#*,extEXT".contains(&byte);
    if digits < 3 || !value.bytes().all(dialable) {
        return Err(garde::Error::new("Must be a phone number"));
    }
    Ok(())
}

/// `DE`, not `de`: an ISO 3166-1 code is written in capital letters.
pub(super) fn capital_letters(value: &str, _: &()) -> garde::Result {
    if !value.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(garde::Error::new("Must be written in capital letters"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_has_digits_and_what_people_write_between_them() {
        for number in ["112", "+44 20 7946 0018", "(555) 010-2000 ext. 4", "030/901820"] {
            assert!(phone_number(number, &()).is_ok(), "{number}");
        }
        for other in ["", "12", "call me", "+49 30 901820 \u{2014} office"] {
            assert!(phone_number(other, &()).is_err(), "{other}");
        }
    }

    #[test]
    fn capital_letters_are_ascii() {
        assert!(capital_letters("DE", &()).is_ok());
        for other in ["de", "D1", "\u{c4}\u{d6}"] {
            assert!(capital_letters(other, &()).is_err(), "{other}");
        }
    }
}
