//! Names of hosts.

use super::Format;

/// The name of a host: labels of 1 to 63 letters, digits and inner hyphens, with dots between them, 253
/// bytes at the most ([RFC 1123], section 2.1). An internationalised name is written in its `xn--` form.
/// No dot at the end.
///
/// [RFC 1123]: https://www.rfc-editor.org/rfc/rfc1123#section-2
pub static HOSTNAME: Format = Format { name: "hostname", message: "Must be a host name", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    text.len() <= 253 && text.split(|&byte| byte == b'.').all(is_label)
}

fn is_label(label: &[u8]) -> bool {
    let is_hyphen = |byte: Option<&u8>| byte == Some(&b'-');
    (1..=63).contains(&label.len())
        && !is_hyphen(label.first())
        && !is_hyphen(label.last())
        && label.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn labels_with_dots_between_them() {
        let longest = "a".repeat(63);
        let whole = [&*longest, &longest, &longest, &longest[..61]].join(".");
        for name in ["localhost", "example.com", "3com.com", "a-b.c--d.XN--bcher-kva", "1.2.3.4", &longest, &whole] {
            assert!(check(name.as_bytes()), "{name}");
        }
        for other in [
            "",
            ".",
            "a.",
            ".a",
            "a..b",
            "-a",
            "a-",
            "a-.b",
            "a_b",
            "bücher.example",
            "a b",
            "a:80",
            &format!("{longest}a"),
            &format!("{whole}a"),
        ] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
