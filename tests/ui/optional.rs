//! Fields that a value may lack.

use portcullis::{Payload, payload};

#[payload]
struct Types {
    #[garde(skip)]
    #[payload(optional)]
    text: String,
    #[garde(skip)]
    #[payload(optional)]
    thrice: Option<Option<Option<u8>>>,
    #[garde(skip)]
    #[payload(optional, empty_as_null)]
    never_null: Option<String>,
}

#[payload]
struct Attributes {
    #[garde(skip)]
    #[payload(optional, optional, inner(optional))]
    list: Option<Vec<String>>,
    #[garde(skip)]
    #[serde(rename = "__proto__", skip_serializing_if = "Option::is_none")]
    missing: Option<u8>,
    #[garde(skip)]
    #[payload(optional)]
    #[serde(rename = "__proto__")]
    odd: Option<u8>,
    #[garde(skip)]
    #[cfg_attr(all(), payload(optional))]
    hidden: Option<u8>,
    #[garde(skip)]
    #[cfg_attr(all(), serde(skip_serializing_if = "Option::is_none"))]
    hidden_too: Option<u8>,
    #[garde(skip)]
    #[payload(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    both: Option<u8>,
}

#[derive(Payload)]
#[payload(optional)]
struct Derived {
    #[garde(skip)]
    #[payload(optional)]
    flag: Option<bool>,
}

fn main() {}
