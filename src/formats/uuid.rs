//! UUIDs in their canonical spelling.

use super::Format;
use crate::schema::Normalize;

/// A UUID of any version as 8-4-4-4-12 hexadecimal digits ([RFC 9562], section 4). Capital
/// letters are taken, and become small ones.
///
/// [RFC 9562]: https://www.rfc-editor.org/rfc/rfc9562#section-4
pub static UUID: Format =
    Format { name: "uuid", message: "Must be a UUID", normalize: &[Normalize::LowercaseAscii], check };

fn check(text: &[u8]) -> bool {
    text.len() == 36
        && text.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn only_the_canonical_spelling() {
        assert!(check(b"3f2504e0-4f89-41d3-9a0c-0305e82c3301"));
        assert!(check(b"3F2504E0-4F89-41D3-9A0C-0305E82C3301"));
        assert!(check(b"00000000-0000-0000-0000-000000000000"));
        for spelling in [
            "",
            "3f2504e04f8941d39a0c0305e82c3301",
            "{3f2504e0-4f89-41d3-9a0c-0305e82c3301}",
            "urn:uuid:3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            "3f2504e0-4f89-41d3-9a0c-0305e82c330",
            "3f2504e0-4f89-41d3-9a0c-0305e82c33011",
            "3f2504e0-4f89-41d3-9a0c-0305e82c330g",
            "3f2504e04-f89-41d3-9a0c-0305e82c3301",
        ] {
            assert!(!check(spelling.as_bytes()), "{spelling}");
        }
    }
}
