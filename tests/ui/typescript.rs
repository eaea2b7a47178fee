//! TypeScript says what is on the wire.

use portcullis::payload;

#[payload]
#[ts(rename = "ContactInput", export)]
struct Contact {
    #[garde(skip)]
    #[ts(rename = "firstName")]
    first_name: String,
    #[garde(skip)]
    #[ts(optional)]
    title: Option<String>,
    #[garde(skip)]
    #[ts(skip)]
    hidden: bool,
}

fn main() {}
