//! Postal addresses.

use portcullis::payload;

const STREET: usize = 200;
const CITY: usize = 100;
const POSTAL_CODE: usize = 16;

/// A country: two capital letters of ISO 3166-1, such as `DE`.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Country(
    #[garde(pattern("^[A-Z]{2}$"))]
    #[payload(trim)]
    pub String,
);

/// Where an organization receives its mail, as a client sends it.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct CreateAddress {
    /// Street and house number, or a post box; further lines are joined by commas.
    #[garde(length(chars, min = 1, max = STREET))]
    #[payload(trim)]
    pub street: String,

    /// City or town.
    #[garde(length(chars, min = 1, max = CITY))]
    #[payload(trim)]
    pub city: String,

    /// Postal code as it is written in its country; some countries have none.
    #[garde(length(chars, min = 1, max = POSTAL_CODE))]
    #[payload(trim, empty_as_null)]
    pub postal_code: Option<String>,

    /// Country.
    #[garde(dive)]
    pub country: Country,
}

/// Where an organization receives its mail, as it is stored.
#[payload(unknown = "strip")]
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// Street and house number, or a post box; further lines are joined by commas.
    #[garde(length(chars, min = 1, max = STREET))]
    pub street: String,

    /// City or town.
    #[garde(length(chars, min = 1, max = CITY))]
    pub city: String,

    /// Postal code as it is written in its country, where the country has one.
    #[garde(length(chars, min = 1, max = POSTAL_CODE))]
    pub postal_code: Option<String>,

    /// Country.
    #[garde(dive)]
    pub country: Country,
}
