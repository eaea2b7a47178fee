//! Formats that garde does not have.

use portcullis::payload;

/// One field for each.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Formats {
    #[payload(base64)]
    pub base64: String,
    #[payload(base64url)]
    pub base64url: Option<String>,
    #[payload(inner(cidr))]
    pub cidr: Vec<String>,
    #[payload(cidrv4)]
    pub cidrv4: String,
    #[payload(cidrv6)]
    pub cidrv6: Option<String>,
    #[payload(inner(country))]
    pub country: Vec<String>,
    #[payload(credit_card)]
    pub credit_card: String,
    #[payload(currency)]
    pub currency: Option<String>,
    #[payload(inner(duration))]
    pub duration: Vec<String>,
    #[payload(e164)]
    pub e164: String,
    #[payload(hex)]
    pub hex: Option<String>,
    #[payload(inner(hostname))]
    pub hostname: Vec<String>,
    #[payload(http_url)]
    pub http_url: String,
    #[payload(iban)]
    pub iban: Option<String>,
    #[payload(inner(jwt))]
    pub jwt: Vec<String>,
    #[payload(language_tag)]
    pub language_tag: String,
    #[payload(mac)]
    pub mac: Option<String>,
    #[payload(inner(semver))]
    pub semver: Vec<String>,
    #[payload(slug)]
    pub slug: String,
    #[payload(time_zone)]
    pub time_zone: Option<String>,
    #[payload(inner(ulid))]
    pub ulid: Vec<String>,
    #[payload(uuidv4)]
    pub uuidv4: String,
    #[payload(uuidv7)]
    pub uuidv7: Option<String>,
}

/// Beside other rules, and behind changes.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Accounts {
    #[garde(prefix("DE"))]
    #[payload(trim, uppercase, iban)]
    pub iban: String,
    #[garde(length(chars, max = 12))]
    #[payload(trim, collapse_whitespace, empty_as_null, slug)]
    pub slug: Option<String>,
    #[garde(length(max = 3))]
    #[payload(unique, inner(language_tag, one_of("de", "pt-br", "x")))]
    pub languages: Vec<String>,
}
