//! As in garde, a field has rules, or says that it has none.

use portcullis::payload;

#[payload]
struct Contact {
    name: String,
    #[serde(default)]
    tags: Vec<String>,
}

fn main() {}
