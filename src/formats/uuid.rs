//! UUIDs in their canonical spelling.

use uuid::Uuid;

use super::Format;
use crate::json::Block;
use crate::schema::Normalize;

/// A UUID of any version as 8-4-4-4-12 hexadecimal digits ([RFC 9562], section 4). Capital
/// letters are taken, and become small ones.
///
/// [RFC 9562]: https://www.rfc-editor.org/rfc/rfc9562#section-4
pub static UUID: Format =
    Format { name: "uuid", message: "Must be a UUID", normalize: &[Normalize::LowercaseAscii], check };

fn check(text: &[u8]) -> bool {
    let Ok(text) = <&[u8; 36]>::try_from(text) else {
        return false;
    };
    // Three blocks, of which the last two overlap: each has hyphens in some places and digits in
    // all others.
    let [first, second, third] = [0, 16, 20].map(|at| text[at..].first_chunk::<16>());
    has_hyphens(first, 1 << 8 | 1 << 13)
        && has_hyphens(second, 1 << 2 | 1 << 7)
        && has_hyphens(third, 1 << 3)
        && [8, 13, 18, 23].iter().all(|&at| text[at] == b'-')
}

/// The UUID that is spelled so.
pub(crate) fn read(text: &[u8]) -> Option<Uuid> {
    let digit = |&byte: &u8| char::from(byte).to_digit(16);
    let mut digits = text.iter().filter(|&&byte| byte != b'-').map(digit);
    digits.try_fold(0, |number, digit| Some(number << 4 | u128::from(digit?))).map(Uuid::from_u128)
}

/// Whether the other places have hexadecimal digits.
#[inline(always)]
fn has_hyphens(block: Option<&[u8; 16]>, hyphens: u32) -> bool {
    block.is_some_and(|block| Block::new(block).hex_digits() == !hyphens & 0xffff)
}

#[cfg(test)]
mod tests {
    use super::{check, read};

    #[test]
    fn only_the_canonical_spelling() {
        assert!(check(b"3f2504e0-4f89-41d3-9a0c-0305e82c3301"));
        assert!(check(b"3F2504E0-4F89-41D3-9A0C-0305E82C3301"));
        assert!(check(b"00000000-0000-0000-0000-000000000000"));
        assert_eq!(read(b"3f2504e0-4F89-41d3-9a0c-0305e82c3301"), "3f2504e0-4f89-41d3-9a0c-0305e82c3301".parse().ok());
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
