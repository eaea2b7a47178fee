//! Bytes as text: base64, in both alphabets.

use super::Format;

/// Bytes in groups of four characters, the last one filled up with `=` ([RFC 4648], section 4). No line
/// breaks. Empty text is no bytes.
///
/// [RFC 4648]: https://www.rfc-editor.org/rfc/rfc4648#section-4
pub static BASE64: Format = Format { name: "base64", message: "Must be base64", normalize: &[], check };

/// The same with `-` and `_` for `+` and `/`, and not filled up ([RFC 4648], section 5), as in URLs and
/// JSON Web Tokens.
///
/// [RFC 4648]: https://www.rfc-editor.org/rfc/rfc4648#section-5
pub static BASE64URL: Format =
    Format { name: "base64url", message: "Must be base64url", normalize: &[], check: is_base64url };

fn check(text: &[u8]) -> bool {
    let digits = text.strip_suffix(b"==").or(text.strip_suffix(b"=")).unwrap_or(text);
    text.len().is_multiple_of(4)
        && digits.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}

/// A group of one character has no byte.
pub(super) fn is_base64url(text: &[u8]) -> bool {
    text.len() % 4 != 1 && text.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::{check, is_base64url};

    /// RFC 4648, section 10.
    #[test]
    fn the_vectors_of_the_standard() {
        for text in ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"] {
            assert!(check(text.as_bytes()), "{text}");
            assert!(is_base64url(text.trim_end_matches('=').as_bytes()), "{text}");
        }
    }

    #[test]
    fn only_whole_groups_of_the_alphabet() {
        for text in ["Z", "Zg", "Zg=", "Z===", "====", "Zg==Zg==", "Zm9v\n", "Zm-v", "Zm_v", "Zé=="] {
            assert!(!check(text.as_bytes()), "{text}");
        }
        for text in ["Z", "Zm9vY", "Zg==", "Zm+v", "Zm/v", "Zm v"] {
            assert!(!is_base64url(text.as_bytes()), "{text}");
        }
        assert!(check(b"+/+/") && is_base64url(b"-_-_"));
    }
}
