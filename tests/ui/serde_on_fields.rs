//! What serde can be told on a field.

use portcullis::payload;

#[payload]
struct Contact {
    #[garde(skip)]
    #[serde(skip)]
    hidden: bool,
    #[garde(skip)]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    empty: Vec<bool>,
    #[garde(skip)]
    #[serde(alias)]
    alias: bool,
    #[garde(skip)]
    #[serde(with = "hex")]
    bytes: String,
    #[garde(skip)]
    #[serde(rename(serialize = "out", deserialize = "in"))]
    one_way: bool,
    #[garde(skip)]
    #[serde(default = "yes()")]
    no_path: bool,
    #[garde(skip)]
    #[serde(default = "no", skip_serializing_if = "Option::is_none")]
    comes_back: Option<bool>,
    #[garde(skip)]
    #[serde(rename)]
    nameless: bool,
}

fn no() -> Option<bool> {
    None
}

fn main() {}
