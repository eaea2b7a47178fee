//! Types that have no schema.

use portcullis::payload;

#[payload]
struct Contact {
    #[garde(skip)]
    id: u128,
    #[garde(length(max = 3))]
    scores: Vec<std::net::IpAddr>,
}

fn main() {}
