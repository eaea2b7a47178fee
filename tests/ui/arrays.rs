//! Arrays, which have as many items as their types say.

use portcullis::payload;

#[payload]
struct Lengths {
    #[garde(length(min = 1))]
    bounds: [f64; 2],
    #[garde(length(chars, max = 3))]
    words: Option<[String; 3]>,
    #[garde(range(min = 1))]
    numbers: [u8; 3],
}

fn main() {}
