//! Blocks of IP addresses.

use super::{Format, IPV4, IPV6};

/// An [IPv4](super::IPV4) or [IPv6](super::IPV6) address, `/`, and how many of its bits are the block's, in
/// decimal digits without leading zeros ([RFC 4632], section 3.1, and [RFC 4291], section 2.3). The other
/// bits need not be 0.
///
/// [RFC 4632]: https://www.rfc-editor.org/rfc/rfc4632#section-3.1
/// [RFC 4291]: https://www.rfc-editor.org/rfc/rfc4291#section-2.3
pub static CIDR: Format =
    Format { name: "cidr", message: "Must be a block of IP addresses like 192.0.2.0/24", normalize: &[], check };

/// The same of IPv4 alone.
pub static CIDRV4: Format = Format {
    name: "cidrv4",
    message: "Must be a block of IPv4 addresses like 192.0.2.0/24",
    normalize: &[],
    check: is_v4,
};

/// The same of IPv6 alone.
pub static CIDRV6: Format = Format {
    name: "cidrv6",
    message: "Must be a block of IPv6 addresses like 2001:db8::/32",
    normalize: &[],
    check: is_v6,
};

fn check(text: &[u8]) -> bool {
    is_v4(text) || is_v6(text)
}

fn is_v4(text: &[u8]) -> bool {
    is_block(text, &IPV4, 32)
}

fn is_v6(text: &[u8]) -> bool {
    is_block(text, &IPV6, 128)
}

fn is_block(text: &[u8], address: &Format, bits: u32) -> bool {
    let Some(slash) = text.iter().position(|&byte| byte == b'/') else { return false };
    let length = match &text[slash + 1..] {
        [b'0'] => Some(0),
        [b'1'..=b'9', ..] if text.len() - slash <= 4 => text[slash + 1..]
            .iter()
            .try_fold(0, |length, &byte| byte.is_ascii_digit().then(|| length * 10 + u32::from(byte - b'0'))),
        _ => None,
    };
    length.is_some_and(|length| length <= bits) && (address.check)(&text[..slash])
}

#[cfg(test)]
mod tests {
    use super::{check, is_v4, is_v6};

    #[test]
    fn blocks_of_both_versions() {
        for block in ["192.0.2.0/24", "0.0.0.0/0", "10.1.2.3/32", "255.255.255.255/8"] {
            assert!(check(block.as_bytes()) && is_v4(block.as_bytes()) && !is_v6(block.as_bytes()), "{block}");
        }
        for block in ["2001:db8::/32", "::/0", "::1/128", "::ffff:192.0.2.7/96"] {
            assert!(check(block.as_bytes()) && is_v6(block.as_bytes()) && !is_v4(block.as_bytes()), "{block}");
        }
        for other in [
            "",
            "/",
            "192.0.2.0",
            "192.0.2.0/",
            "192.0.2.0/33",
            "192.0.2.0/024",
            "192.0.2.0/+1",
            "192.0.2/24",
            "192.0.2.0/24/24",
            "::/129",
            "::/1000",
            "::/99999999999",
            "/24",
            "192.0.2.0/2é",
        ] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
