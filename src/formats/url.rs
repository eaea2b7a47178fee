//! URLs as the WHATWG's URL standard parses them.

use super::Format;
use crate::json::as_text;

/// An absolute URL of any scheme, by the [URL standard]: what its parser takes without a base.
///
/// Ordinary web addresses are recognised here. About all others the standard's own parser is asked:
/// natively the `url` crate, as garde does, and in WebAssembly the one of the host (`URL`).
/// The two differ where their tables for internationalised domain names (UTS #46) are of different
/// versions of Unicode, and where a host does not keep to the standard.
///
/// [URL standard]: https://url.spec.whatwg.org/#concept-url-parser
pub static URL: Format = Format { name: "url", message: "Must be a URL", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    is_plain(text) || as_text(text).is_some_and(parses)
}

/// Whether this is certainly a URL: `http` or `https`, a domain of plain labels, perhaps a port.
fn is_plain(text: &[u8]) -> bool {
    let Some(rest) = text.strip_prefix(b"http") else { return false };
    let Some(rest) = rest.strip_prefix(b"s").unwrap_or(rest).strip_prefix(b"://") else { return false };
    let end = rest.iter().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let (domain, port) = match authority.iter().position(|&byte| byte == b':') {
        Some(colon) => (&authority[..colon], &authority[colon + 1..]),
        None => (authority, &b"0"[..]),
    };
    // Behind the authority nothing can fail: whatever is odd there is escaped.
    is_plain_domain(domain) && is_port(port) && path.iter().all(|&byte| byte > b' ')
}

/// Labels of ASCII letters, digits and single inner hyphens, with dots between them; a last label
/// that starts with a digit may mean an IPv4 address, and one with two hyphens Punycode.
fn is_plain_domain(domain: &[u8]) -> bool {
    let mut previous = b'.';
    let mut label = b'.';
    for &byte in domain {
        if previous == b'.' {
            label = byte;
        }
        let may_follow = match byte {
            b'.' | b'-' => previous.is_ascii_alphanumeric(),
            _ => byte.is_ascii_alphanumeric(),
        };
        if !may_follow {
            return false;
        }
        previous = byte;
    }
    label.is_ascii_alphabetic() && previous.is_ascii_alphanumeric() && domain.len() <= 253
}

/// Up to five digits, at most 65535.
fn is_port(port: &[u8]) -> bool {
    let number = |number: u32, digit: &u8| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'));
    (1..=5).contains(&port.len()) && port.iter().try_fold(0, number).is_some_and(|port| port <= 65_535)
}

/// What the standard's parser says.
#[cfg(not(target_arch = "wasm32"))]
fn parses(text: &str) -> bool {
    url::Url::parse(text).is_ok()
}

/// What the host's parser says: it has one, which here would be 80 KB.
#[cfg(target_arch = "wasm32")]
fn parses(text: &str) -> bool {
    // Hosts from before 2023 only have the constructor, and in Node.js 20 `canParse` refuses what is
    // Latin-1 and not ASCII once V8 has compiled the call.
    let answer = if text.is_ascii() { host::can_parse(text).ok() } else { None };
    answer.unwrap_or_else(|| host::Url::new(text).is_ok())
}

#[cfg(target_arch = "wasm32")]
mod host {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(catch, js_namespace = URL, js_name = canParse)]
        pub(super) fn can_parse(url: &str) -> Result<bool, JsValue>;

        #[wasm_bindgen(js_name = URL)]
        pub(super) type Url;

        #[wasm_bindgen(catch, constructor, js_class = "URL")]
        pub(super) fn new(url: &str) -> Result<Url, JsValue>;
    }
}

#[cfg(test)]
mod tests {
    use super::{check, is_plain};

    #[test]
    fn ordinary_addresses_are_plain() {
        for url in [
            "http://localhost",
            "https://example.com/",
            "https://Sub-1.Example.co.uk:8443/a/b;c=%zz?q=a b&r[]=ü#x\\y^".replace(' ', "+").as_str(),
            "http://a:65535?",
            "http://a.1b.c3#",
        ] {
            assert!(is_plain(url.as_bytes()) && url::Url::parse(url).is_ok(), "{url}");
        }
    }

    #[test]
    fn what_may_fail_is_not_plain() {
        for url in [
            "",
            "http://",
            "http:///",
            "ftp://a",
            "HTTP://a",
            "https:a",
            "http://a b",
            "http://a/ ",
            "http://a@b",
            "http://a:",
            "http://a:65536",
            "http://a:080000",
            "http://a:8x",
            "http://1.2.3",
            "http://a.0x1",
            "http://a.b.",
            "http://.a",
            "http://a..b",
            "http://-a",
            "http://a-",
            "http://a-.b",
            "http://xn--a",
            "http://a_b",
            "http://a%41",
            "http://[::1]",
            "http://é",
        ] {
            assert!(!is_plain(url.as_bytes()), "{url}");
        }
    }

    /// Texts that are nearly plain, made of what the authority may consist of.
    #[test]
    fn what_is_plain_is_a_url() {
        let mut rng = fastrand::Rng::with_seed(7);
        let pieces = ["a", "B", "1", "0x", "-", ".", ":", "80", "65536", "xn", "/", "?", "#", "%", "\\", "@", "é", "~"];
        let mut plain = 0;
        for _ in 0..200_000 {
            let rest: String = (0..rng.usize(1..7)).map(|_| *rng.choice(&pieces).unwrap()).collect();
            let url = format!("http{}://{rest}", if rng.bool() { "s" } else { "" });
            if is_plain(url.as_bytes()) {
                plain += 1;
                assert!(url::Url::parse(&url).is_ok(), "{url}");
            }
        }
        assert!(plain > 1_000, "{plain}");
    }

    #[test]
    fn the_parser_decides_about_the_others() {
        for url in ["mailto:ada@example.com", "http://[::1]:80", " HTTPS:\\\\é.example \n", "a:", "data:,x", "file:///"]
        {
            assert!(check(url.as_bytes()), "{url}");
        }
        for other in [
            "",
            "example.com",
            "/path",
            "//example.com",
            "http://",
            "http://a b",
            "http://1.2.3.256",
            "https://a:65536",
        ] {
            assert!(!check(other.as_bytes()), "{other}");
        }
        assert!(!check(b"a:\xff"));
    }
}
