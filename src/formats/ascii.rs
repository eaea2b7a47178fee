//! Text in ASCII.

use super::Format;

/// Nothing but the 128 characters of ASCII.
pub static ASCII: Format = Format {
    name: "ascii",
    message: "Must have no accents, emoji or other characters beyond ASCII",
    normalize: &[],
    check,
};

fn check(text: &[u8]) -> bool {
    text.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn only_ascii() {
        assert!(check(b""));
        assert!(check(b"\0 ~\x7f"));
        assert!(!check("é".as_bytes()));
        assert!(!check(b"\xff"));
    }
}
