//! Addresses of network devices.

use super::Format;

/// An EUI-48 as six pairs of hexadecimal digits with colons, or with hyphens, between them ([IEEE 802]).
///
/// [IEEE 802]: https://standards.ieee.org/ieee/802/10049/
pub static MAC: Format =
    Format { name: "mac", message: "Must be a MAC address like 00:1b:63:84:45:e6", normalize: &[], check };

fn check(text: &[u8]) -> bool {
    let Some(&separator @ (b':' | b'-')) = text.get(2) else { return false };
    let is_right = |(place, &byte): (usize, &u8)| match place % 3 {
        2 => byte == separator,
        _ => byte.is_ascii_hexdigit(),
    };
    text.len() == 17 && text.iter().enumerate().all(is_right)
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn six_pairs() {
        for address in ["00:1b:63:84:45:e6", "00-1B-63-84-45-E6", "ff:FF:ff:FF:ff:FF"] {
            assert!(check(address.as_bytes()), "{address}");
        }
        for other in [
            "",
            "001b638445e6",
            "001b.6384.45e6",
            "00:1b:63:84:45",
            "00:1b:63:84:45:e6:00",
            "00:1b-63:84:45:e6",
            "00:1b:63:84:45:g6",
            "0:1b:63:84:45:e6f",
            "00:1b:63:84:45:e6:",
        ] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
