//! Lengths of time.

use super::Format;

/// A duration by ISO 8601-1, such as `P1Y2M10DT2H30M` or `P2W`: years, months, days, hours, minutes and
/// seconds, some of them but at least one, or weeks alone. Only seconds have a fraction, behind a point.
/// No sign. [RFC 3339], appendix A, is narrower: there no unit may be left out between two others.
///
/// [RFC 3339]: https://www.rfc-editor.org/rfc/rfc3339#appendix-A
pub static DURATION: Format =
    Format { name: "duration", message: "Must be a duration like PT1H30M", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    let Some(rest) = text.strip_prefix(b"P") else { return false };
    let (days, time) = match rest.iter().position(|&byte| byte == b'T') {
        Some(place) => (&rest[..place], Some(&rest[place + 1..])),
        None => (rest, None),
    };
    match time {
        None => are_units(days, b"YMD") || are_units(days, b"W"),
        Some(time) => (days.is_empty() || are_units(days, b"YMD")) && are_units(time, b"HMS"),
    }
}

/// Whether there are numbers with these units, in this order, one or more.
fn are_units(text: &[u8], units: &[u8]) -> bool {
    let (mut rest, mut units) = (text, units.iter());
    while let Some(end) = rest.iter().position(u8::is_ascii_alphabetic) {
        let unit = rest[end];
        let is_number = match rest[..end].iter().position(|&byte| byte == b'.') {
            Some(place) => unit == b'S' && are_digits(&rest[..place]) && are_digits(&rest[place + 1..end]),
            None => are_digits(&rest[..end]),
        };
        if !is_number || !units.any(|&other| other == unit) {
            return false;
        }
        rest = &rest[end + 1..];
    }
    rest.is_empty() && !text.is_empty()
}

fn are_digits(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn units_in_their_order() {
        for duration in [
            "P4DT12H30M5S",
            "PT0S",
            "P0D",
            "P1M",
            "PT1M",
            "PT36H",
            "P1DT12H",
            "P2W",
            "PT1.5S",
            "P1Y",
            "P1Y2D",
            "P0001Y",
            "PT1H1S",
        ] {
            assert!(check(duration.as_bytes()), "{duration}");
        }
        for other in [
            "", "P", "PT", "P1", "PT1D", "P1D2M", "P1DT", "4DT12H", "P2D1Y", "P1D2H", "P2S", "P1H", "P1Y2W", "P1.5D",
            "PT1.S", "PT.5S", "PT1,5S", "PT1.5.5S", "-P1D", "P-1D", "p1d", "P১Y", "P1D ", "PT1M1M", "P1W2D",
        ] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
