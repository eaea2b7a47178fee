//! Bytes as text: hexadecimal digits.

use super::Format;

/// Bytes as two hexadecimal digits each, small or capital ([RFC 4648], section 8). Empty text is no bytes.
///
/// [RFC 4648]: https://www.rfc-editor.org/rfc/rfc4648#section-8
pub static HEX: Format = Format { name: "hex", message: "Must be pairs of hexadecimal digits", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    text.len().is_multiple_of(2) && text.iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use super::check;

    /// RFC 4648, section 10.
    #[test]
    fn the_vectors_of_the_standard() {
        for text in ["", "66", "666F", "666F6F", "666f6f62", "666F6F6261", "666F6F626172"] {
            assert!(check(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn only_pairs_of_digits() {
        for text in ["6", "666", "0x66", "6g", "66 66", "é"] {
            assert!(!check(text.as_bytes()), "{text}");
        }
    }
}
