//! String formats, one file each, by the standard it names.

mod alphanumeric;
mod ascii;
mod base64;
mod character;
mod cidr;
mod country;
mod credit_card;
mod currency;
mod date;
mod datetime;
mod decimal;
mod digits;
mod duration;
mod e164;
mod email;
mod hex;
mod hostname;
mod http_url;
mod iban;
mod ip;
mod ipv4;
mod ipv6;
mod jwt;
mod language_tag;
mod mac;
mod semver;
mod slug;
mod time;
mod time_zone;
mod ulid;
mod url;
mod uuid;
mod uuid_version;

use crate::schema::Normalize;

pub use alphanumeric::ALPHANUMERIC;
pub use ascii::ASCII;
pub use base64::{BASE64, BASE64URL, BYTES};
pub(crate) use base64::{bytes, decode, encode};
pub use character::CHARACTER;
pub use cidr::{CIDR, CIDRV4, CIDRV6};
pub use country::COUNTRY;
pub use credit_card::CREDIT_CARD;
pub use currency::CURRENCY;
pub use date::DATE;
pub(crate) use date::read as date;
pub use datetime::DATETIME;
pub use decimal::DecimalFormat;
pub use duration::DURATION;
pub use e164::E164;
pub use email::EMAIL;
pub use hex::HEX;
pub use hostname::HOSTNAME;
pub use http_url::HTTP_URL;
pub use iban::IBAN;
pub use ip::IP;
pub use ipv4::IPV4;
pub use ipv6::IPV6;
pub use jwt::JWT;
pub use language_tag::LANGUAGE_TAG;
pub use mac::MAC;
pub use semver::SEMVER;
pub use slug::SLUG;
pub use time::TIME;
pub use time_zone::TIME_ZONE;
pub use ulid::ULID;
pub use url::URL;
pub use uuid::UUID;
pub(crate) use uuid::read as uuid;
pub use uuid_version::{UUIDV4, UUIDV7};

/// A spelling that text can have.
#[derive(Debug)]
pub struct Format {
    /// The name in issues and in JSON Schema.
    pub name: &'static str,
    /// What an issue says to people.
    pub message: &'static str,
    /// What brings accepted spellings to one.
    pub normalize: &'static [Normalize],
    /// Whether the bytes are so spelled. They may be invalid UTF-8.
    pub check: fn(&[u8]) -> bool,
}

/// Formats are the same if they have one name.
impl PartialEq for Format {
    fn eq(&self, other: &Format) -> bool {
        self.name == other.name
    }
}
