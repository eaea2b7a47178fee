//! The formats that garde does not have, as regular expressions, sums and lists.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use garde::{Error, Result};
use regex::Regex;

use crate::own::Written;

/// What each format's text matches as a whole, to begin with.
const EXPRESSIONS: &[(&str, &str)] = &[
    ("base64", r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"),
    ("base64url", r"(?:[\w-]{4})*(?:[\w-]{2,3})?"),
    ("cidr", r"[0-9a-fA-F.:]+/(?:0|[1-9][0-9]{0,2})"),
    ("cidrv4", r"[0-9.]+/(?:0|[1-9][0-9]?)"),
    ("cidrv6", r"[0-9a-fA-F.:]*:[0-9a-fA-F.:]*/(?:0|[1-9][0-9]{0,2})"),
    ("country", "[A-Z]{2}"),
    ("credit_card", "[0-9]{12,19}"),
    ("currency", "[A-Z]{3}"),
    (
        "duration",
        r"P(?:[0-9]+W|(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?)?)",
    ),
    ("e164", r"\+[1-9][0-9]{6,14}"),
    ("hex", "(?:[0-9a-fA-F]{2})*"),
    ("hostname", r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*"),
    ("http_url", r"(?i:https?)://[\s\S]*[^\x00-\x20]"),
    ("iban", "[A-Z]{2}[0-9]{2}[A-Z0-9]{11,29}"),
    ("jwt", r"[\w-]+\.[\w-]+\.[\w-]+"),
    (
        "language_tag",
        "(?i)(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?\
         (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
    ),
    ("mac", "[0-9a-fA-F]{2}(?:(?::[0-9a-fA-F]{2}){5}|(?:-[0-9a-fA-F]{2}){5})"),
    // https://semver.org has this one.
    (
        "semver",
        r"(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)(?:-((?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?",
    ),
    ("slug", "[a-z0-9]+(?:-[a-z0-9]+)*"),
    ("time_zone", r"[A-Za-z._][A-Za-z._0-9+-]*(?:/[A-Za-z._][A-Za-z._0-9+-]*)*"),
    ("ulid", "[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}"),
    ("uuidv4", "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}"),
    ("uuidv7", "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}"),
];

/// Codes that the library of currencies knows: those that are no money, and those that others have replaced.
const NO_CURRENCIES: [&str; 7] = ["XTS", "XXX", "BGN", "CUC", "HRK", "SLL", "ZWL"];

/// How long the numbers of each country are.
const IBAN_LENGTHS: &[(&str, usize)] = &[
    ("AD", 24),
    ("AE", 23),
    ("AL", 28),
    ("AT", 20),
    ("AZ", 28),
    ("BA", 20),
    ("BE", 16),
    ("BG", 22),
    ("BH", 22),
    ("BI", 27),
    ("BR", 29),
    ("BY", 28),
    ("CH", 21),
    ("CR", 22),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DJ", 27),
    ("DK", 18),
    ("DO", 28),
    ("EE", 20),
    ("EG", 29),
    ("ES", 24),
    ("FI", 18),
    ("FK", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GE", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("GT", 28),
    ("HN", 28),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IL", 23),
    ("IQ", 23),
    ("IS", 26),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("KZ", 20),
    ("LB", 28),
    ("LC", 32),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("LY", 25),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MN", 20),
    ("MR", 27),
    ("MT", 31),
    ("MU", 30),
    ("NI", 28),
    ("NL", 18),
    ("NO", 15),
    ("OM", 23),
    ("PK", 24),
    ("PL", 28),
    ("PS", 29),
    ("PT", 25),
    ("QA", 29),
    ("RO", 24),
    ("RS", 22),
    ("RU", 33),
    ("SA", 24),
    ("SC", 31),
    ("SD", 18),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("SO", 23),
    ("ST", 25),
    ("SV", 28),
    ("TL", 23),
    ("TN", 24),
    ("TR", 26),
    ("UA", 29),
    ("VA", 22),
    ("VG", 24),
    ("XK", 20),
    ("YE", 30),
];

/// Whether a text is spelled so.
pub fn is_spelled(format: &str, text: &str) -> bool {
    matches(format, text)
        && match format {
            "base64url" => text.is_ascii(),
            "cidr" | "cidrv4" | "cidrv6" => is_block(text),
            "country" => rust_iso3166::from_alpha2(text).is_some(),
            "credit_card" => luhn(text),
            "currency" => iso_currency::Currency::from_code(text).is_some() && !NO_CURRENCIES.contains(&text),
            "duration" => !text.ends_with(['P', 'T']),
            "hostname" => text.len() <= 253,
            "http_url" => url::Url::parse(text).is_ok(),
            "iban" => text.parse::<iban::BaseIban>().is_ok() && IBAN_LENGTHS.contains(&(&text[..2], text.len())),
            "jwt" => text.is_ascii() && text.split('.').all(|part| part.len() % 4 != 1),
            "time_zone" => text.split('/').all(|part| part != "." && part != ".."),
            _ => true,
        }
}

/// A rule of that name.
///
/// # Errors
///
/// Where there is text that is spelled otherwise.
pub fn hold<T: Written>(value: &T, format: &str) -> Result {
    let holds = value.written().is_none_or(|text| is_spelled(format, &text));
    if holds { Ok(()) } else { Err(Error::new(format!("not a valid {format}"))) }
}

fn matches(format: &str, text: &str) -> bool {
    static KNOWN: LazyLock<Mutex<HashMap<String, Regex>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap();
    let expression = known.entry(format.to_owned()).or_insert_with(|| {
        let (_, expression) = EXPRESSIONS.iter().find(|(name, _)| *name == format).expect(format);
        Regex::new(&format!(r"\A(?:{expression})\z")).unwrap()
    });
    expression.is_match(text)
}

fn is_block(text: &str) -> bool {
    let (address, length) = text.split_once('/').unwrap();
    let most = match address.parse() {
        Ok(std::net::IpAddr::V4(_)) => 32,
        Ok(std::net::IpAddr::V6(_)) => 128,
        Err(_) => return false,
    };
    length.parse::<u32>().unwrap() <= most
}

fn luhn(text: &str) -> bool {
    let digits = text.chars().rev().map(|digit| digit.to_digit(10).unwrap());
    let sum: u32 = digits
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit * 2) {
            (0, _) => digit,
            (_, double @ ..10) => double,
            (_, double) => double - 9,
        })
        .sum();
    sum.is_multiple_of(10)
}
