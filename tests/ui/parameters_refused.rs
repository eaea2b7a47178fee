//! What cannot be said of payloads with type parameters.

use portcullis::payload;

#[payload]
struct Rules<T> {
    #[garde(email, inner(email))]
    text: T,
    #[garde(range(min = 1))]
    #[payload(trim, unique)]
    list: Vec<T>,
    #[garde(length(chars, max = 3), matches(list))]
    option: Option<T>,
}

#[payload]
#[serde(bound = "T: Copy")]
struct Bounds<T> {
    #[garde(skip)]
    value: T,
}

#[payload]
struct Numbered<const N: usize> {
    #[garde(skip)]
    value: u8,
}

#[payload]
#[serde(untagged)]
enum Names<T> {
    One,
    Two(#[garde(dive)] T),
}

#[payload]
#[serde(transparent)]
struct Named<T> {
    #[garde(skip)]
    value: T,
}

fn main() {}
