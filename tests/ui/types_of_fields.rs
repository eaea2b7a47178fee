//! Types that have no schema.

use portcullis::payload;

#[payload]
struct Contact {
    #[garde(skip)]
    id: u64,
    #[garde(length(max = 3))]
    scores: Vec<f32>,
}

fn main() {}
