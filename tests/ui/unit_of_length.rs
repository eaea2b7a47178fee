//! The length of text has a unit, and the length of a list has none.

use portcullis::payload;

type Name = Option<String>;

#[payload]
struct Contact {
    #[garde(length(max = 100))]
    first_name: String,
    #[garde(length(simple, max = 100))]
    last_name: Name,
    #[garde(length(chars, max = 20))]
    tags: Vec<String>,
    #[garde(inner(length(max = 20)))]
    labels: Vec<String>,
    #[garde(length(utf16, max = 20))]
    age: u8,
    #[garde(length(max = 20))]
    id: portcullis::Uuid,
}

fn main() {}
