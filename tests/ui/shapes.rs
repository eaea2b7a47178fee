//! Only structs with named fields and enums are payloads.

use portcullis::payload;

#[payload]
struct Tuple(String, u8);

#[payload]
struct Unit;

#[payload]
union Union {
    a: u8,
}

#[payload]
struct Borrowed<'a> {
    #[garde(skip)]
    a: &'a str,
}

#[payload]
enum Never {}

#[payload]
fn function() {}

fn main() {}
