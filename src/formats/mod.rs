//! String formats, one file each, by the standard it names.

mod alphanumeric;
mod ascii;
mod date;
mod datetime;
mod decimal;
mod digits;
mod email;
mod ip;
mod ipv4;
mod ipv6;
mod time;
mod url;
mod uuid;

use crate::schema::Normalize;

pub use alphanumeric::ALPHANUMERIC;
pub use ascii::ASCII;
pub use date::DATE;
pub(crate) use date::read as date;
pub use datetime::DATETIME;
pub use decimal::DecimalFormat;
pub use email::EMAIL;
pub use ip::IP;
pub use ipv4::IPV4;
pub use ipv6::IPV6;
pub use time::TIME;
pub use url::URL;
pub use uuid::UUID;
pub(crate) use uuid::read as uuid;

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
