//! Email addresses as HTML's `<input type=email>` takes them.

use super::Format;

/// A valid email address by the [HTML standard], with at most 64 bytes before the `@` and 255
/// behind it (RFC 5321, section 4.5.3.1). ASCII only: an internationalised domain is written in
/// its `xn--` form.
///
/// [HTML standard]: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
pub static EMAIL: Format = Format { name: "email", message: "Must be an email address", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    let Some(at) = text.iter().position(|&byte| !is(byte, ATOM)) else {
        return false;
    };
    text[at] == b'@' && (1..=64).contains(&at) && is_domain(&text[at + 1..])
}

/// Labels of 1 to 63 letters, digits and inner hyphens, with dots between them (RFC 1034, section
/// 3.5).
fn is_domain(domain: &[u8]) -> bool {
    let mut length = 0;
    let mut previous = b'.';
    for &byte in domain {
        if byte == b'.' {
            if !is(previous, LETTER_OR_DIGIT) {
                return false;
            }
            length = 0;
        } else {
            length += 1;
            let may_start = byte != b'-' || previous != b'.';
            if !is(byte, LABEL) || !may_start || length > 63 {
                return false;
            }
        }
        previous = byte;
    }
    is(previous, LETTER_OR_DIGIT) && domain.len() <= 255
}

/// RFC 5322's `atext`, or a dot.
const ATOM: u8 = 1;
const LABEL: u8 = 2;
const LETTER_OR_DIGIT: u8 = 4;

/// What a byte may be part of.
static CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            classes[byte as usize] = ATOM | LABEL | LETTER_OR_DIGIT;
        }
        byte += 1;
    }
    let mut symbols: &[u8] = b".!#$%&'*+/=?^_`{|}~-";
    while let [symbol, rest @ ..] = symbols {
        classes[*symbol as usize] = ATOM;
        symbols = rest;
    }
    classes[b'-' as usize] = ATOM | LABEL;
    classes
};

#[inline(always)]
fn is(byte: u8, class: u8) -> bool {
    CLASSES[byte as usize] & class != 0
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
