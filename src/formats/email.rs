//! Email addresses as HTML's `<input type=email>` takes them.

use super::Format;

/// A valid email address by the [HTML standard], with at most 64 bytes before the `@` and 255
/// behind it (RFC 5321, section 4.5.3.1). ASCII only: an internationalised domain is written in
/// its `xn--` form.
///
/// [HTML standard]: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
pub static EMAIL: Format = Format { name: "email", message: "Must be an email address", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    let Some(at) = text.iter().position(|&byte| byte == b'@') else {
        return false;
    };
    let (local, domain) = (&text[..at], &text[at + 1..]);
    (1..=64).contains(&local.len())
        && local.iter().all(|&byte| is_atom(byte))
        && domain.len() <= 255
        && domain.split(|&byte| byte == b'.').all(is_label)
}

/// RFC 5322's `atext`, or a dot anywhere.
fn is_atom(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte)
}

/// A label of a domain name: letters, digits and inner hyphens (RFC 1034, section 3.5).
fn is_label(label: &[u8]) -> bool {
    matches!(label, [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric())
        && label.len() <= 63
        && label.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'-')
        || matches!(label, [only] if only.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn accepts_what_html_accepts() {
        for address in [
            "a@b",
            "ada.lovelace@example.co.uk",
            "o'brien+crm@xn--bcher-kva.example",
            "..@1.2.3.4",
            &format!("{}@{}.com", "a".repeat(64), "b".repeat(63)),
        ] {
            assert!(check(address.as_bytes()), "{address}");
        }
    }

    #[test]
    fn refuses_the_rest() {
        for address in [
            "",
            "@",
            "ada",
            "ada@",
            "@example.com",
            "ada@@example.com",
            "ada@example..com",
            "ada@-example.com",
            "ada@example-.com",
            "ada@example.com.",
            "ada lovelace@example.com",
            "ada@exam_ple.com",
            "ada@bücher.example",
            "ada@[127.0.0.1]",
            "\"ada\"@example.com",
            &format!("{}@example.com", "a".repeat(65)),
            &format!("ada@{}.com", "b".repeat(64)),
            &format!("ada@{}com", "bc.".repeat(85)),
        ] {
            assert!(!check(address.as_bytes()), "{address}");
        }
    }
}
