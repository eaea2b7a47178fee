//! Maps, whose keys are names.

use std::collections::{BTreeMap, HashMap};

use portcullis::payload;

#[payload]
#[derive(PartialEq, Eq, Hash)]
enum Colour {
    Red,
}

#[payload]
#[derive(PartialEq, Eq, Hash)]
struct Paint(#[garde(skip)] Colour);

#[payload]
#[derive(PartialEq, Eq, Hash)]
struct Sku(#[garde(length(chars, max = 9))] String);

#[payload]
struct Keys {
    #[garde(skip)]
    flags: BTreeMap<bool, u8>,
    #[garde(skip)]
    large: HashMap<u64, u8>,
    #[garde(dive)]
    paints: HashMap<Paint, u8>,
    #[garde(skip)]
    skus: HashMap<Sku, u8>,
}

#[payload]
struct Rules {
    #[garde(length(chars, max = 9))]
    counted: HashMap<String, u8>,
    #[garde(range(max = 9))]
    limited: HashMap<String, u8>,
    #[payload(unique)]
    unique: BTreeMap<String, u8>,
    #[garde(skip)]
    #[payload(trim)]
    trimmed: BTreeMap<String, String>,
}

fn main() {}
