//! Whether what variants hold suits where their names stand.

use portcullis::payload;

#[payload]
struct Circle {
    #[garde(skip)]
    kind: u8,
}

#[payload]
struct Disc {
    #[garde(skip)]
    #[serde(alias = "kind")]
    sort: u8,
}

#[payload]
#[serde(tag = "kind")]
enum Inside {
    // There is no room for the name beside these.
    Text(#[garde(skip)] String),
    List(#[garde(dive)] Vec<Circle>),
    // Here it would be there twice.
    Circle(#[garde(dive)] Circle),
    Disc(#[garde(dive)] Disc),
    // These rules are for other types.
    Square {
        #[garde(length(chars, max = 2))]
        side: u8,
    },
}

#[payload]
struct Holder {
    // Rules of its own are asked only where the field says so.
    #[garde(skip)]
    shape: Inside,
}

#[payload]
#[serde(untagged)]
enum Untagged {
    // There is no name that could tell them apart.
    Maybe(#[garde(skip)] Option<String>),
    Fields {
        #[garde(skip)]
        flag: bool,
    },
    // serde would take it for the fields.
    Flags(#[garde(skip)] Vec<bool>),
    Pair(#[garde(skip)] bool, #[garde(skip)] bool),
}

fn main() {}
