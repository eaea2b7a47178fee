//! Times of day.

use super::Format;
use super::digits::number;

/// A time of day as `23:59:00` ([RFC 3339], section 5.6, `partial-time`), with up to nine digits of a
/// second's fraction, and without a leap second.
///
/// [RFC 3339]: https://www.rfc-editor.org/rfc/rfc3339#section-5.6
pub static TIME: Format = Format {
    name: "time",
    message: "Must be a time like 23:59:00",
    normalize: &[],
    check: |text| minutes(text).is_some(),
};

/// The time in whole minutes, if it is one.
pub(super) fn minutes(text: &[u8]) -> Option<u32> {
    let [h1, h2, b':', m1, m2, b':', s1, s2, ref fraction @ ..] = *text else { return None };
    let (hours, minutes, seconds) = (number(&[h1, h2])?, number(&[m1, m2])?, number(&[s1, s2])?);
    let has_fraction = match fraction {
        [] => true,
        [b'.', digits @ ..] => (1..=9).contains(&digits.len()) && number(digits).is_some(),
        _ => false,
    };
    (hours < 24 && minutes < 60 && seconds < 60 && has_fraction).then_some(hours * 60 + minutes)
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveTime, Timelike};

    use super::minutes;

    #[test]
    fn every_second_that_chrono_knows() {
        for (hour, minute) in (0..=25).flat_map(|hour| (0..=61).map(move |minute| (hour, minute))) {
            for second in 0..=60 {
                let text = format!("{hour:02}:{minute:02}:{second:02}");
                // Of chrono's, all but the leap second.
                let theirs = text.parse::<NaiveTime>().ok().filter(|time| time.nanosecond() < 1_000_000_000);
                assert_eq!(minutes(text.as_bytes()), theirs.map(|time| time.hour() * 60 + time.minute()), "{text}");
            }
        }
    }

    #[test]
    fn fractions_have_up_to_nine_digits() {
        for digits in 1..=9 {
            let text = format!("23:59:59.{}", "123456789".split_at(digits).0);
            assert_eq!(minutes(text.as_bytes()), Some(24 * 60 - 1), "{text}");
        }
        for text in [
            "",
            "23:59",
            "23:59:5",
            "1:00:00",
            "23:59:59.",
            "23:59:59.1234567890",
            "23:59:59,5",
            "23:59:59.5a",
            " 23:59:59",
            "23:59:59 ",
            "23: 59:59",
            "23:59:59Z",
            "235959",
            "23:59:+5",
        ] {
            assert_eq!(minutes(text.as_bytes()), None, "{text}");
        }
    }
}
