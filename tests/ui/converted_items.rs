//! What serde converts as a whole.

use portcullis::payload;

// What is read is what is written.
#[payload]
#[serde(from = "String")]
struct ReadOnly;

#[payload]
#[serde(into = "String")]
#[derive(Clone)]
struct WriteOnly {
    #[garde(skip)]
    flag: bool,
}

#[payload]
#[serde(from = "String", into = "Vec<u8>")]
#[derive(Clone)]
struct Both;

// All of this is said in the other type.
#[payload(unknown = "strip", check = is_sound(flag))]
#[serde(from = "String", into = "String", rename_all = "camelCase", tag = "kind")]
#[derive(Clone)]
struct Told {
    #[garde(skip)]
    #[serde(rename = "is_set")]
    flag: bool,
}

#[payload]
#[serde(from = "T", into = "T")]
#[derive(Clone)]
struct Parameter<T>(T);

fn main() {}
