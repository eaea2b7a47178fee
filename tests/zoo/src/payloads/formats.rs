//! Formats that garde does not have.

use portcullis::payload;

/// Bytes as text.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Encoded {
    #[payload(base64)]
    pub base64: Option<String>,
    #[payload(base64url)]
    pub base64url: String,
    #[payload(inner(hex))]
    pub hex: Vec<String>,
    #[payload(jwt)]
    pub jwt: Option<String>,
}

/// Where machines are.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Hosts {
    #[payload(cidr)]
    pub cidr: Option<String>,
    #[payload(cidrv4)]
    pub cidrv4: String,
    #[payload(inner(cidrv6))]
    pub cidrv6: Vec<String>,
    #[payload(hostname)]
    pub hostname: Option<String>,
    #[payload(http_url)]
    pub http_url: Option<String>,
    #[payload(mac)]
    pub mac: String,
}

/// What standards list, and what they spell.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Codes {
    #[payload(country)]
    pub country: Option<String>,
    #[payload(currency)]
    pub currency: String,
    #[payload(inner(duration))]
    pub duration: Vec<String>,
    #[payload(language_tag)]
    pub language_tag: Option<String>,
    #[payload(semver)]
    pub semver: Option<String>,
    #[payload(time_zone)]
    pub time_zone: String,
}

/// What names one of many.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Identifiers {
    #[payload(credit_card)]
    pub credit_card: Option<String>,
    #[payload(e164)]
    pub e164: String,
    #[payload(inner(iban))]
    pub iban: Vec<String>,
    #[payload(slug)]
    pub slug: Option<String>,
    #[payload(ulid)]
    pub ulid: Option<String>,
    #[payload(uuidv4)]
    pub uuidv4: String,
    #[payload(inner(uuidv7))]
    pub uuidv7: Vec<String>,
}

/// Beside other rules, and behind changes.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Accounts {
    #[payload(trim, uppercase, iban)]
    pub iban: String,
    #[garde(length(chars, max = 12))]
    #[payload(trim, collapse_whitespace, empty_as_null, slug)]
    pub slug: Option<String>,
    #[garde(length(max = 3))]
    #[payload(unique, inner(language_tag))]
    pub languages: Vec<String>,
}
