//! Slugs: names in the paths of URLs.

use super::Format;

/// Words of `a-z` and `0-9` with single hyphens between them. No standard has it; this is what most sites
/// make of a title.
pub static SLUG: Format = Format {
    name: "slug",
    message: "Must be small letters and digits, with single hyphens between them",
    normalize: &[],
    check,
};

fn check(text: &[u8]) -> bool {
    let is_word =
        |word: &[u8]| !word.is_empty() && word.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.split(|&byte| byte == b'-').all(is_word)
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn words_and_hyphens() {
        for slug in ["a", "7", "pipe-components", "2026-11-21", "a-b-c"] {
            assert!(check(slug.as_bytes()), "{slug}");
        }
        for other in ["", "-", "-a", "a-", "a--b", "A", "a_b", "a b", "é", "a/b"] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
