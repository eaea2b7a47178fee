//! Payloads that have the fields of another.

use portcullis::{Payload, payload};

#[payload(
    patch,
    patch(),
    patch(NoWord: allow_nothing),
    patch(Two, allow_empty),
    pick(NoFields),
    pick(Unknown: name, nmae),
    omit(Twice: name, name),
    patch(Patched),
)]
struct Contact {
    #[garde(length(chars, min = 1))]
    #[payload(trim)]
    name: String,
    #[garde(range(min = 18))]
    age: u8,
    #[payload(patch(Inner))]
    #[garde(skip)]
    id: u64,
}

#[payload(patch(ColourPatch))]
enum Colour {
    Red,
}

#[payload(patch(WrongPatch), omit(Rest: list))]
struct Wrong {
    #[garde(email)]
    age: u8,
    #[garde(length(chars, max = 3))]
    list: Vec<u8>,
}

#[payload(omit(Shorter: flag))]
#[serde(from = "u8", into = "u8")]
#[derive(Clone)]
struct Converted {
    flag: bool,
}

impl From<u8> for Converted {
    fn from(number: u8) -> Converted {
        Converted { flag: number > 0 }
    }
}

impl From<Converted> for u8 {
    fn from(converted: Converted) -> u8 {
        converted.flag.into()
    }
}

#[derive(Payload)]
#[serde(deny_unknown_fields)]
#[payload(patch(Alone))]
struct Derived {
    #[garde(skip)]
    flag: bool,
}

fn main() {
    let _: Patched;
}
