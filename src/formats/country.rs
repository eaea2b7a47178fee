//! Codes of countries.

use super::Format;

/// The two capitals of a country that [ISO 3166-1] has assigned them to, as of 2026: 249 of them. Codes
/// that were withdrawn, and those that only are in use (`EU`, `UK`, `XK`), are none.
///
/// [ISO 3166-1]: https://www.iso.org/iso-3166-country-codes.html
pub static COUNTRY: Format =
    Format { name: "country", message: "Must be the code of a country like DE", normalize: &[], check };

/// The second letters behind each first one, from A on.
const SECOND: [&str; 26] = [
    "DEFGILMOQRSTUWXZ",
    "ABDEFGHIJLMNOQRSTVWYZ",
    "ACDFGHIKLMNORUVWXYZ",
    "EJKMOZ",
    "CEGHRST",
    "IJKMOR",
    "ABDEFGHILMNPQRSTUWY",
    "KMNRTU",
    "DELMNOQRST",
    "EMOP",
    "EGHIMNPRWYZ",
    "ABCIKRSTUVY",
    "ACDEFGHKLMNOPQRSTUVWXYZ",
    "ACEFGILOPRUZ",
    "M",
    "AEFGHKLMNRSTWY",
    "A",
    "EOSUW",
    "ABCDEGHIJKLMNORSTVXYZ",
    "CDFGHJKLMNORTVWZ",
    "AGMSYZ",
    "ACEGINU",
    "FS",
    "",
    "ET",
    "AMW",
];

/// The same as bits, from A on.
static BITS: [u32; 26] = {
    let mut bits = [0; 26];
    let mut first = 0;
    while first < 26 {
        let mut letters = SECOND[first].as_bytes();
        while let [letter, rest @ ..] = letters {
            bits[first] |= 1 << (*letter - b'A');
            letters = rest;
        }
        first += 1;
    }
    bits
};

fn check(text: &[u8]) -> bool {
    let [first @ b'A'..=b'Z', second @ b'A'..=b'Z'] = *text else { return false };
    BITS[usize::from(first - b'A')] >> (second - b'A') & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::{BITS, check};

    #[test]
    fn all_that_are_assigned() {
        assert_eq!(BITS.iter().map(|bits| bits.count_ones()).sum::<u32>(), 249);
        for code in ["AD", "AX", "BL", "CW", "DE", "GB", "SS", "SX", "US", "ZW", "TW", "PS", "VA"] {
            assert!(check(code.as_bytes()), "{code}");
        }
        for other in ["", "D", "de", "DEU", "EU", "UK", "XK", "XX", "AN", "CS", "YU", "ZZ", "D1", "é"] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
