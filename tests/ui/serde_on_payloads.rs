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
#[serde(tag = "type", content = "data", rename_all_fields = "camelCase")]
struct Tagged {
    #[garde(skip)]
    flag: bool,
}

#[payload]
#[serde(variant_identifier)]
enum Names {
    #[serde(skip)]
    One,
    #[serde(getter = "two")]
    Two,
}

fn main() {}
