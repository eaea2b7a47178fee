//! Formats that garde does not have.

use portcullis::{Uuid, payload};

#[payload]
struct Formats {
    #[payload(slug("a"))]
    argument: String,
    #[payload(hostname, hostname)]
    twice: String,
    #[garde(slug)]
    of_garde: String,
    #[payload(slugs)]
    unknown: String,
}

#[payload]
struct Typed {
    #[payload(currency)]
    number: u8,
    #[payload(slug)]
    list: Vec<String>,
    #[payload(hex)]
    uuid: Uuid,
    #[payload(inner(slug))]
    flags: Vec<bool>,
}

fn main() {}
