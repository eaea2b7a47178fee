//! Names on the wire.

use portcullis::payload;

#[payload]
#[serde(rename_all = "camelCase")]
struct Contact {
    #[garde(skip)]
    first_name: bool,
    #[garde(skip)]
    #[serde(rename = "firstName")]
    given_name: bool,
    #[garde(skip)]
    #[serde(rename = "say \"hi\"")]
    quoted: bool,
    #[garde(skip)]
    #[serde(alias = "say", alias = "say", alias = "firstName")]
    told: bool,
    #[garde(skip)]
    #[allow(non_snake_case)]
    lastName: bool,
}

#[payload]
#[serde(rename_all = "lowercase")]
enum Status {
    Active,
    #[serde(rename = "active")]
    Working,
    #[allow(non_camel_case_types)]
    On_Hold,
}

fn main() {}
