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

/// [`BASE64`] in which bits that stand for no byte are 0, so that the same bytes have one spelling
/// ([RFC 4648], section 3.5): how [`Bytes`](crate::Bytes) are written.
///
/// [RFC 4648]: https://www.rfc-editor.org/rfc/rfc4648#section-3.5
pub static BYTES: Format = Format { name: "base64", message: "Must be base64", normalize: &[], check: is_canonical };

fn check(text: &[u8]) -> bool {
    let digits = text.strip_suffix(b"==").or(text.strip_suffix(b"=")).unwrap_or(text);
    text.len().is_multiple_of(4)
        && digits.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
}

fn is_canonical(text: &[u8]) -> bool {
    let rest = match text {
        [.., last, b'=', b'='] => digit(*last) & 0xf,
        [.., last, b'='] => digit(*last) & 3,
        _ => 0,
    };
    check(text) && rest == 0
}

/// How many bytes [`BASE64`] stands for.
pub(crate) fn bytes(text: &[u8]) -> usize {
    let padding = text.iter().rev().take_while(|byte| **byte == b'=').count();
    text.len() / 4 * 3 - padding
}

/// The bytes that are spelled so, if it is [`BYTES`].
pub(crate) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    if !is_canonical(text) {
        return None;
    }
    let groups = text.chunks(4).flat_map(|group| {
        let group = group.iter().fold(0, |group, byte| group << 6 | digit(*byte));
        [group >> 16, group >> 8, group].map(|byte| byte as u8)
    });
    Some(groups.take(bytes(text)).collect())
}

/// The bytes as [`BYTES`].
pub(crate) fn encode(bytes: &[u8]) -> String {
    let groups = bytes.chunks(3).flat_map(|bytes| {
        let byte = |at: usize| u32::from(bytes.get(at).copied().unwrap_or_default());
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        [18, 12, 6, 0].into_iter().enumerate().map(move |(at, shift)| match at <= bytes.len() {
            true => letter(group >> shift & 0x3f),
            false => '=',
        })
    });
    groups.collect()
}

/// The six bits of a letter; none of what is no letter of the alphabet.
fn digit(letter: u8) -> u32 {
    match letter {
        b'A'..=b'Z' => u32::from(letter - b'A'),
        b'a'..=b'z' => u32::from(letter - b'a') + 26,
        b'0'..=b'9' => u32::from(letter - b'0') + 52,
        b'+' => 62,
        b'/' => 63,
        _ => 0,
    }
}

/// The letter of six bits.
fn letter(digit: u32) -> char {
    let digit = digit as u8;
    char::from(match digit {
        0..26 => b'A' + digit,
        26..52 => b'a' + (digit - 26),
        52..62 => b'0' + (digit - 52),
        62 => b'+',
        _ => b'/',
    })
}

/// A group of one character has no byte.
pub(super) fn is_base64url(text: &[u8]) -> bool {
    text.len() % 4 != 1 && text.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

#[cfg(test)]
mod tests {
    use super::{bytes, check, decode, encode, is_base64url, is_canonical};

    /// RFC 4648, section 10.
    #[test]
    fn the_vectors_of_the_standard() {
        for text in ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"] {
            assert!(check(text.as_bytes()), "{text}");
            assert!(is_base64url(text.trim_end_matches('=').as_bytes()), "{text}");
        }
    }

    #[test]
    fn bytes_have_one_spelling() {
        for (text, spelling) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(encode(text.as_bytes()), spelling);
            assert_eq!(decode(spelling.as_bytes()).as_deref(), Some(text.as_bytes()));
            assert_eq!(bytes(spelling.as_bytes()), text.len());
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(encode(&all).as_bytes()), Some(all));
        for text in ["Zh==", "Zm9=", "Zg", "Zm-v"] {
            assert!(!is_canonical(text.as_bytes()) && decode(text.as_bytes()).is_none(), "{text}");
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
