//! ULIDs: identifiers that sort by time.

use super::Format;

/// 26 digits of Crockford's base 32, of which the first is at most 7, for it is 128 bits that they spell
/// ([ULID]). Capitals and small letters mean the same, and stay what they are.
///
/// [ULID]: https://github.com/ulid/spec
pub static ULID: Format = Format { name: "ulid", message: "Must be a ULID", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    let is_digit =
        |byte: &u8| byte.is_ascii_alphanumeric() && !matches!(byte.to_ascii_uppercase(), b'I' | b'L' | b'O' | b'U');
    text.len() == 26 && text[0] <= b'7' && text.iter().all(is_digit)
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn the_examples_of_the_specification() {
        for ulid in [
            "01ARZ3NDEKTSV4RRFFQ69G5FAV",
            "01BX5ZZKBKACTAV9WEVGEMMVRZ",
            "7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
            "01arz3ndektsv4rrffq69g5fav",
            "00000000000000000000000000",
        ] {
            assert!(check(ulid.as_bytes()), "{ulid}");
        }
        for other in [
            "",
            "8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
            "01ARZ3NDEKTSV4RRFFQ69G5FA",
            "01ARZ3NDEKTSV4RRFFQ69G5FAVX",
            "01ARZ3NDEKTSV4RRFFQ69G5FAU",
            "01ARZ3NDEKTSV4RRFFQ69G5FAi",
            "01ARZ3NDEKTSV4RRFFQ69G5F-V",
        ] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
