//! Addresses in the web.

use super::{Format, URL};

/// A [`URL`](super::URL) of the scheme `http` or `https`, spelled with `//` and without white space around
/// it.
pub static HTTP_URL: Format =
    Format { name: "http_url", message: "Must be a web address like https://example.com", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    let scheme = text.iter().position(|&byte| byte == b':').map_or(&[][..], |colon| &text[..colon]);
    let is_web = scheme.eq_ignore_ascii_case(b"https") || scheme.eq_ignore_ascii_case(b"http");
    let has_margin = text.last().is_some_and(|&byte| byte <= b' ');
    is_web && text[scheme.len()..].starts_with(b"://") && !has_margin && (URL.check)(text)
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn only_addresses_in_the_web() {
        for url in ["https://example.com", "HTTP://EXAMPLE.COM:8080/a?b#c", "https://bücher.example", "http://[::1]/"]
        {
            assert!(check(url.as_bytes()), "{url}");
        }
        for other in [
            "",
            "example.com",
            "ftp://example.com",
            "mailto:ada@example.com",
            "https:",
            "https://",
            "https:example.com",
            "https:/example.com",
            " https://example.com",
            "https://example.com\n",
            "https://exa mple.com",
            "httpsx://example.com",
            "javascript:alert(1)",
        ] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
