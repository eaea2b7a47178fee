//! Fields that are another type on the wire than in Rust.

use portcullis::payload;

#[payload]
struct Inner {
    #[garde(skip)]
    flag: bool,
}

#[payload(check = fine(bytes))]
struct Said {
    #[garde(skip)]
    #[serde(with = "hex")]
    untold: Vec<u8>,
    #[garde(skip)]
    #[payload(as = String)]
    unconverted: Vec<u8>,
    #[garde(length(max = 3))]
    #[payload(as = String, trim, optional)]
    #[serde(with = "hex")]
    bytes: Vec<u8>,
}

fn main() {}
