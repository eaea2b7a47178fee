//! Names of time zones.

use super::Format;

/// The name of a time zone by its shape, such as `Europe/Berlin` or `UTC` ([RFC 9557], section 4.1): parts
/// of letters, digits, `.`, `_`, `-` and `+` with `/` between them, each starting with a letter, `.` or
/// `_`. Whether the database of the day has it is not looked at: it changes several times a year.
///
/// [RFC 9557]: https://www.rfc-editor.org/rfc/rfc9557#section-4.1
pub static TIME_ZONE: Format =
    Format { name: "time_zone", message: "Must be a time zone like Europe/Berlin", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    text.split(|&byte| byte == b'/').all(is_part)
}

fn is_part(part: &[u8]) -> bool {
    let is_initial = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'.' | b'_');
    part.first().is_some_and(is_initial)
        && part.iter().all(|byte| is_initial(byte) || byte.is_ascii_digit() || matches!(byte, b'-' | b'+'))
        && !matches!(part, b"." | b"..")
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn names_by_their_shape() {
        for name in [
            "UTC",
            "Europe/Berlin",
            "America/Argentina/Buenos_Aires",
            "America/Port-au-Prince",
            "Etc/GMT+5",
            "EST5EDT",
            "_x",
        ] {
            assert!(check(name.as_bytes()), "{name}");
        }
        for other in [
            "",
            "/",
            "Europe/",
            "/Berlin",
            "Europe//Berlin",
            "+01:00",
            "5EST",
            "Europe/../etc",
            ".",
            "a b",
            "Europe/Zürich",
            "Europe\\Berlin",
        ] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
