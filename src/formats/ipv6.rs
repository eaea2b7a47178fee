//! IP addresses of version 6.

use core::net::Ipv6Addr;

use super::Format;
use crate::json::as_text;

/// Eight groups of up to four hexadecimal digits, of which `::` may stand for some and an IPv4 address
/// for the last two ([RFC 4291], section 2.2). No zone.
///
/// [RFC 4291]: https://www.rfc-editor.org/rfc/rfc4291#section-2.2
pub static IPV6: Format = Format { name: "ipv6", message: "Must be an IPv6 address", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    as_text(text).is_some_and(|text| text.parse::<Ipv6Addr>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn only_addresses() {
        for address in [
            "::",
            "::1",
            "2001:DB8::8:800:200c:417a",
            "1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7::",
            "::ffff:192.0.2.7",
            "1:2:3:4:5:6:192.0.2.7",
        ] {
            assert!(check(address.as_bytes()), "{address}");
        }
        for other in [
            "",
            ":",
            "1::2::3",
            "12345::",
            "1:2:3:4:5:6:7:8:9",
            "1:2:3:4:5:6:7:8::",
            "fe80::1%eth0",
            "[::1]",
            "::192.0.2.256",
            "192.0.2.7",
        ] {
            assert!(!check(other.as_bytes()), "{other}");
        }
        assert!(!check(b"\xff"));
    }
}
