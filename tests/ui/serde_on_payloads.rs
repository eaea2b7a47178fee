//! What serde can be told on a struct or an enum.

use portcullis::payload;

#[payload]
#[serde(rename = "contact", default, expecting = "a contact")]
#[serde(rename_all(serialize = "camelCase", deserialize = "snake_case"))]
#[derive(Default)]
struct Contact {
    #[garde(skip)]
    flag: bool,
}

#[payload]
#[serde(rename_all = "Title Case")]
struct Spelled {
    #[garde(skip)]
    flag: bool,
}

#[payload]
#[serde(tag = "type")]
enum Shape {
    Circle,
    #[serde(alias = "Quad", rename_all = "camelCase")]
    Square,
    #[serde(other)]
    Other,
}

fn main() {}
