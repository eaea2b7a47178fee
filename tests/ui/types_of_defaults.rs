//! What stands in for a missing field, and what is left out.

use portcullis::payload;

#[payload]
struct Contact {
    #[garde(skip)]
    #[serde(default = "yes")]
    of_another_type: u8,
    #[garde(skip)]
    #[serde(default = "unheard_of")]
    of_none: u8,
    #[garde(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    no_option: Vec<bool>,
}

fn yes() -> bool {
    true
}

fn main() {}
