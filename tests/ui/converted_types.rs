//! What can be on the wire for another type.

use portcullis::payload;

#[payload]
struct Inner {
    #[garde(skip)]
    flag: bool,
}

#[payload]
struct Types {
    #[garde(skip)]
    #[payload(as = Inner)]
    #[serde(with = "any")]
    with_rules: u8,
    #[garde(skip)]
    #[payload(as = Option<String>)]
    #[serde(with = "any")]
    option: u8,
}

mod any {
    pub fn serialize<S>(_: &u8, _: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        unreachable!()
    }

    pub fn deserialize<'de, D: serde::Deserializer<'de>>(_: D) -> Result<u8, D::Error> {
        unreachable!()
    }
}

fn main() {}
