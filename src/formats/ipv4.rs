//! IP addresses of version 4.

use core::net::Ipv4Addr;

use super::Format;
use crate::json::as_text;

/// Four decimal numbers up to 255 with dots between them and no leading zeros ([RFC 6943], section
/// 3.1.1, the strict form).
///
/// [RFC 6943]: https://www.rfc-editor.org/rfc/rfc6943#section-3.1.1
pub static IPV4: Format = Format { name: "ipv4", message: "Must be an IPv4 address", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    as_text(text).is_some_and(|text| text.parse::<Ipv4Addr>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn only_addresses() {
        for address in ["0.0.0.0", "255.255.255.255", "192.0.2.7"] {
            assert!(check(address.as_bytes()), "{address}");
        }
        for other in ["", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "0x7f.0.0.1", " 1.2.3.4", "1.2.3.4\n", "::1"] {
            assert!(!check(other.as_bytes()), "{other}");
        }
        assert!(!check(b"\xff"));
    }
}
