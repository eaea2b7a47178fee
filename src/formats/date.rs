//! Days of the calendar.

use chrono::NaiveDate;

use super::Format;
use super::digits::number;

/// A day as `2026-01-31` ([RFC 3339], section 5.6, `full-date`): a day that there is in the Gregorian
/// calendar, of the years 0000 to 9999.
///
/// [RFC 3339]: https://www.rfc-editor.org/rfc/rfc3339#section-5.6
pub static DATE: Format = Format { name: "date", message: "Must be a date like 2026-01-31", normalize: &[], check };

pub(super) fn check(text: &[u8]) -> bool {
    parts(text).is_some_and(|(year, month, day)| (1..=days(year, month)).contains(&day))
}

/// The day that is spelled so: chrono's own parser takes more spellings, and ten times the code.
pub(crate) fn read(text: &[u8]) -> Option<NaiveDate> {
    let (year, month, day) = parts(text)?;
    NaiveDate::from_ymd_opt(year as i32, month, day)
}

/// Year, month and day.
fn parts(text: &[u8]) -> Option<(u32, u32, u32)> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text else { return None };
    Some((number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?))
}

/// How many days a month has; none, if there is no such month.
fn days(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{check, read};

    #[test]
    fn every_day_that_chrono_knows() {
        for year in (0..=9999).step_by(4).chain([1899, 1901, 9999]) {
            for (month, day) in (0..=13).flat_map(|month| (0..=32).map(move |day| (month, day))) {
                let text = format!("{year:04}-{month:02}-{day:02}");
                let day = text.parse::<NaiveDate>().ok();
                assert_eq!(check(text.as_bytes()), day.is_some(), "{text}");
                assert_eq!(read(text.as_bytes()), day, "{text}");
            }
        }
    }

    #[test]
    fn only_one_spelling() {
        for text in [
            "",
            "2026-1-5",
            "2026-01-5",
            "26-01-05",
            "02026-01-05",
            "+2026-01-05",
            "-026-01-05",
            "2026-01-05 ",
            " 2026-01-05",
            "2026 -01-05",
            "2026/01/05",
            "20260105",
            "2026-01-0a",
            "2026-01-05T00:00:00Z",
            "2026-W01-1",
        ] {
            assert!(!check(text.as_bytes()), "{text}");
        }
    }
}
