//! Moments: a day, a time, and the offset from UTC.

use super::Format;
use super::digits::number;
use super::{date, time};

/// A moment as `2026-01-31T23:59:00Z` or `2026-02-01T00:59:00+01:00` ([RFC 3339], section 5.6,
/// `date-time`), in capital letters and as [`DATE`](super::DATE) and [`TIME`](super::TIME) have its
/// parts. The years are 0000 to 9999 in UTC too, and the offset is not `-00:00`, which stands for an
/// unknown one.
///
/// [RFC 3339]: https://www.rfc-editor.org/rfc/rfc3339#section-5.6
pub static DATETIME: Format =
    Format { name: "datetime", message: "Must be a date and time like 2026-01-31T23:59:00Z", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    let Some((day, [b'T', rest @ ..])) = text.split_at_checked(10) else { return false };
    let (time, offset) = match rest {
        [time @ .., b'Z'] => (time, Some(0)),
        [time @ .., sign, h1, h2, b':', m1, m2] => (time, offset(*sign, [*h1, *h2], [*m1, *m2])),
        _ => return false,
    };
    let (Some(minutes), Some(offset)) = (time::minutes(time), offset) else { return false };
    let is_beyond = matches!((day, i64::from(minutes) - offset), (b"0000-01-01", ..0) | (b"9999-12-31", 1440..));
    date::check(day) && !is_beyond
}

/// The offset in minutes.
fn offset(sign: u8, hours: [u8; 2], minutes: [u8; 2]) -> Option<i64> {
    let (hours, minutes) = (number(&hours)?, number(&minutes)?);
    let offset = i64::from(hours * 60 + minutes);
    match sign {
        _ if hours > 23 || minutes > 59 => None,
        b'+' => Some(offset),
        b'-' if offset > 0 => Some(-offset),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Datelike, FixedOffset};

    use super::check;

    #[test]
    fn every_offset_that_chrono_knows() {
        for (hours, minutes) in (0..=25).flat_map(|hours| (0..=61).map(move |minutes| (hours, minutes))) {
            for start in ["0000-01-01T12:34:56", "9999-12-31T00:00:00.5", "2026-02-28T23:59:59.123456789"] {
                for sign in ["+", "-"] {
                    let text = format!("{start}{sign}{hours:02}:{minutes:02}");
                    let theirs = text.parse::<DateTime<FixedOffset>>();
                    let is_in_range = theirs.is_ok_and(|moment| (0..=9999).contains(&moment.to_utc().year()));
                    assert_eq!(check(text.as_bytes()), is_in_range && !text.ends_with("-00:00"), "{text}");
                }
            }
        }
    }

    #[test]
    fn only_one_spelling() {
        assert!(check(b"2026-01-31T23:59:00Z"));
        assert!(check(b"2026-01-31T23:59:00.000000001+00:00"));
        for text in [
            "",
            "2026-01-31",
            "2026-01-31T23:59:00",
            "2026-01-31T23:59Z",
            "2026-01-31 23:59:00Z",
            "2026-01-31t23:59:00Z",
            "2026-01-31T23:59:00z",
            "2026-01-31T23:59:00 Z",
            "2026-01-31T23:59:00+0100",
            "2026-01-31T23:59:00+01",
            "2026-01-31T23:59:00UTC",
            "2026-01-31T23:59:60Z",
            "2026-02-29T00:00:00Z",
            "2026-01-31T24:00:00Z",
            "2026-01-31T23:59:00\u{2212}01:00",
            "2026-01-31T23:59:00 01:00",
            "2026-01-3éT00",
        ] {
            assert!(!check(text.as_bytes()), "{text}");
        }
    }
}
