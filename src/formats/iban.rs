//! International bank account numbers.

use super::Format;

/// An IBAN in its electronic form, capitals and digits without spaces: as long as its country has it by
/// the [IBAN registry], and with check digits that are right (ISO 13616-1, MOD 97-10 of
/// ISO/IEC 7064).
///
/// [IBAN registry]: https://www.swift.com/standards/data-standards/iban-international-bank-account-number
pub static IBAN: Format = Format { name: "iban", message: "Must be an IBAN", normalize: &[], check };

/// Countries by the length of their numbers, from 15 on.
const COUNTRIES: [&[u8]; 19] = [
    b"NO",
    b"BE",
    b"",
    b"DKFKFOFIGLNLSD",
    b"MKSI",
    b"ATBAEEKZXKLTLUMN",
    b"HRLVLICH",
    b"BHBGCRDEGEIEMERSGBVA",
    b"GIIQILOMSOTLAE",
    b"ADCZMDPKROSASKESSETNVG",
    b"LYPTST",
    b"ISTR",
    b"BIDJFRGRITMCMRSM",
    b"ALAZBYCYDOGTHUHNLBNIPLSV",
    b"BREGPSQAUA",
    b"JOKWMUYE",
    b"MTSC",
    b"LC",
    b"RU",
];

fn check(text: &[u8]) -> bool {
    let [first, second, a, b, ..] = *text else { return false };
    let of_length = text.len().checked_sub(15).and_then(|index| COUNTRIES.get(index));
    let is_country = of_length.is_some_and(|all| all.chunks(2).any(|country| country == [first, second]));
    if !is_country || !a.is_ascii_digit() || !b.is_ascii_digit() {
        return false;
    }
    let mut rest = 0;
    // The country and the check digits come last.
    for &byte in text[4..].iter().chain(&text[..4]) {
        rest = match byte {
            b'0'..=b'9' => rest * 10 + u32::from(byte - b'0'),
            b'A'..=b'Z' => rest * 100 + u32::from(byte - b'A' + 10),
            _ => return false,
        } % 97;
    }
    // 00, 01 and 99 would check out too, but are never made.
    rest == 1 && !matches!([a, b], [b'0', b'0' | b'1'] | [b'9', b'9'])
}

#[cfg(test)]
mod tests {
    use super::check;

    /// Examples of the IBAN registry.
    #[test]
    fn the_examples_of_the_registry() {
        for iban in [
            "AD1200012030200359100100",
            "AE070331234567890123456",
            "AT611904300234573201",
            "BE68539007547034",
            "BR1800360305000010009795493C1",
            "CH9300762011623852957",
            "DE89370400440532013000",
            "ES9121000418450200051332",
            "FR1420041010050500013M02606",
            "GB29NWBK60161331926819",
            "LC55HEMM000100010012001200023015",
            "MT84MALT011000012345MTLCAST001S",
            "NL91ABNA0417164300",
            "NO9386011117947",
            "SE4550000000058398257466",
            "VG96VPVG0000012345678901",
        ] {
            assert!(check(iban.as_bytes()), "{iban}");
        }
    }

    #[test]
    fn one_wrong_character_is_found() {
        let iban = *b"GB29NWBK60161331926819";
        for place in 0..iban.len() {
            let alike = if iban[place].is_ascii_digit() { b'0'..=b'9' } else { b'A'..=b'Z' };
            for byte in alike {
                let mut other = iban;
                other[place] = byte;
                assert_eq!(check(&other), byte == iban[place], "{}", String::from_utf8_lossy(&other));
            }
        }
        for other in [
            "",
            "GB",
            "GB29",
            "GB29 NWBK 6016 1331 9268 19",
            "gb29nwbk60161331926819",
            "XX6853900754703",
            "DE8937040044053201300",
            "DE893704004405320130000",
            "NO9386011117947é",
        ] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
