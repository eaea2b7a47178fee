//! IP addresses of either version.

use core::net::IpAddr;

use super::Format;
use crate::json::as_text;

/// An IP address of version 4 or 6, each as [`IPV4`](super::IPV4) and [`IPV6`](super::IPV6) have it.
pub static IP: Format = Format { name: "ip", message: "Must be an IP address", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    as_text(text).is_some_and(|text| text.parse::<IpAddr>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn only_addresses() {
        for address in ["127.0.0.1", "::1"] {
            assert!(check(address.as_bytes()), "{address}");
        }
        for other in ["", "localhost", "127.0.0.1/8", "[::1]"] {
            assert!(!check(other.as_bytes()), "{other}");
        }
        assert!(!check(b"\xff"));
    }
}
