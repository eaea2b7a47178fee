//! Tuples, which have as many items as their types say, each with rules of its own type.

use portcullis::payload;

#[payload]
struct Name(#[garde(length(chars, max = 9))] String);

#[payload]
struct Tuples {
    #[garde(length(min = 1))]
    point: (f64, f64),
    #[garde(inner(range(min = 1)))]
    range: (i32, i32),
    #[garde(skip)]
    name: (Name, Name),
    #[garde(skip)]
    named: Vec<(Name, u8)>,
    #[garde(skip)]
    many: (u8, u8, u8, u8, u8, u8, u8, u8, u8),
}

fn main() {}
