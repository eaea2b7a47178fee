//! Codes of currencies.

use super::Format;

/// The three capitals of a currency or fund in list one of [ISO 4217], as of January 2026. `XTS`, which is
/// for tests, and `XXX`, which is no currency, are none.
///
/// [ISO 4217]: https://www.six-group.com/en/products-services/financial-information/data-standards.html
pub static CURRENCY: Format =
    Format { name: "currency", message: "Must be the code of a currency like EUR", normalize: &[], check };

/// Side by side, in alphabetical order.
const CODES: &[u8] = b"AEDAFNALLAMDAOAARSAUDAWGAZNBAMBBDBDTBHDBIFBMDBNDBOBBOVBRLBSDBTNBWPBYNBZDCADCDFCHECHFCHWCLFCLP\
    CNYCOPCOUCRCCUPCVECZKDJFDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHTGHUFIDRILSINRIQDIRRISKJMDJOD\
    JPYKESKGSKHRKMFKPWKRWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMXVMYRMZNNADNGNNIONOKNPRNZD\
    OMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEKSGDSHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWDTZS\
    UAHUGXUSDUSNUYIUYUUYWUZSVEDVESVNDVUVWSTXADXAFXAGXAUXBAXBBXBCXBDXCDXCGXDRXOFXPDXPFXPTXSUXUAYERZARZMWZWG";

fn check(text: &[u8]) -> bool {
    text.len() == 3 && CODES.as_chunks().0.binary_search_by(|code: &[u8; 3]| code[..].cmp(text)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{CODES, check};

    #[test]
    fn all_that_are_in_use() {
        assert!(CODES.len().is_multiple_of(3) && CODES.as_chunks::<3>().0.is_sorted_by(|one, next| one < next));
        assert!(CODES.as_chunks().0.iter().all(|code: &[u8; 3]| check(code)));
        for code in ["AED", "EUR", "USD", "GBP", "JPY", "CHF", "XAU", "XCG", "ZWG"] {
            assert!(check(code.as_bytes()), "{code}");
        }
        for other in ["", "EU", "eur", "EURO", "DEM", "ANG", "BGN", "HRK", "ZWL", "XXX", "XTS", "€", "DAF", "FNA"] {
            assert!(!check(other.as_bytes()), "{other}");
        }
    }
}
