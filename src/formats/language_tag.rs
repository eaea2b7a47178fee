//! Tags of languages.

use super::Format;

/// A language tag by its shape, such as `de`, `pt-BR` or `zh-Hant-TW`: the `langtag` of [BCP 47] (RFC 5646,
/// section 2.1), in any case. Whether its parts are registered is not looked at. Tags for private use alone
/// (`x-..`) and the grandfathered ones (`i-klingon`) are none.
///
/// [BCP 47]: https://www.rfc-editor.org/rfc/rfc5646#section-2.1
pub static LANGUAGE_TAG: Format =
    Format { name: "language_tag", message: "Must be a language tag like pt-BR", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    let mut parts = text.split(|&byte| byte == b'-').peekable();
    let Some(language) = parts.next() else { return false };
    if !is_alphabetic(language, 2..=8) {
        return false;
    }
    if language.len() < 4 {
        for _ in 0..3 {
            parts.next_if(|part| is_alphabetic(part, 3..=3));
        }
    }
    parts.next_if(|part| is_alphabetic(part, 4..=4));
    parts.next_if(|part| is_alphabetic(part, 2..=2) || part.len() == 3 && part.iter().all(u8::is_ascii_digit));
    while parts.next_if(|part| is_variant(part)).is_some() {}
    while let Some(singleton) = parts.next() {
        let is_private = matches!(singleton, b"x" | b"X");
        if !is_alphanumeric(singleton, 1..=1) {
            return false;
        }
        let shortest = if is_private { 1 } else { 2 };
        let mut count = 0;
        while parts.next_if(|part| is_alphanumeric(part, shortest..=8)).is_some() {
            count += 1;
        }
        if count == 0 || is_private && parts.peek().is_some() {
            return false;
        }
    }
    true
}

/// Five letters and digits, or four of which the first is a digit, up to eight.
fn is_variant(part: &[u8]) -> bool {
    is_alphanumeric(part, 5..=8) || is_alphanumeric(part, 4..=4) && part[0].is_ascii_digit()
}

fn is_alphabetic(part: &[u8], length: core::ops::RangeInclusive<usize>) -> bool {
    length.contains(&part.len()) && part.iter().all(u8::is_ascii_alphabetic)
}

fn is_alphanumeric(part: &[u8], length: core::ops::RangeInclusive<usize>) -> bool {
    length.contains(&part.len()) && part.iter().all(u8::is_ascii_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::check;

    /// RFC 5646, appendix A, but for what is none here.
    #[test]
    fn the_examples_of_the_standard() {
        for tag in [
            "de",
            "fr",
            "ja",
            "zh-Hant",
            "zh-Hans",
            "sr-Cyrl",
            "sr-Latn",
            "zh-cmn-Hans-CN",
            "cmn-Hans-CN",
            "zh-yue-HK",
            "yue-HK",
            "zh-Hans-CN",
            "sr-Latn-RS",
            "sl-rozaj",
            "sl-rozaj-biske",
            "sl-nedis",
            "de-CH-1901",
            "sl-IT-nedis",
            "hy-Latn-IT-arevela",
            "de-DE",
            "en-US",
            "es-419",
            "de-CH-x-phonebk",
            "az-Arab-x-AZE-derbend",
            "en-US-u-islamcal",
            "zh-CN-a-myext-x-private",
            "en-a-myext-b-another",
            "DE-de",
            "en-x-a",
        ] {
            assert!(check(tag.as_bytes()), "{tag}");
        }
        for other in [
            "",
            "-",
            "a",
            "a-DE",
            "de-",
            "-de",
            "de--DE",
            "de-419-DE",
            "de_DE",
            "i-klingon",
            "x-whatever",
            "en-a",
            "en-x",
            "en-a-b",
            "abcdefghi",
            "de-1234567890",
            "dé",
            "en US",
            "de-DE-1",
            "de-x-abcdefghi",
        ] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
