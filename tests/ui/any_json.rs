//! What is said of any JSON.

use portcullis::{Json, payload};

#[payload]
struct Rules {
    // Only the application knows what it is.
    #[garde(length(max = 3))]
    length: Json,
    #[garde(length(chars, max = 3))]
    chars: Option<Json>,
    #[garde(range(max = 3))]
    range: Json,
    #[garde(email)]
    email: Json,
    #[garde(dive)]
    dive: Json,
    #[garde(inner(ascii))]
    inner: Json,
    #[payload(unique)]
    unique: Vec<Json>,
    #[garde(skip)]
    #[payload(trim)]
    trim: Json,
    #[garde(skip)]
    #[payload(as = Json)]
    #[serde(with = "converted")]
    converted: u8,
}

mod converted {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(number: &u8, serializer: S) -> Result<S::Ok, S::Error> {
        number.serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
        u8::deserialize(deserializer)
    }
}

#[payload]
struct Around {
    #[garde(skip)]
    #[serde(flatten)]
    rest: Json,
}

#[payload]
#[serde(untagged)]
enum Either {
    Any(#[garde(skip)] Json),
    // It is never met.
    Text(#[garde(skip)] String),
}

fn main() {}
