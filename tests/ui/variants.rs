//! What enums with data can be told.

use portcullis::{garde, payload};

#[payload]
#[serde(tag = "kind")]
enum Inside {
    Square {
        #[garde(skip)]
        kind: u8,
    },
    #[serde(other)]
    Point,
    Last,
}

#[payload]
#[serde(tag = "a", content = "a", rename_all = "camelCase")]
enum Beside {
    #[serde(alias = "two", rename_all = "camelCase")]
    One,
    Two(
        #[garde(skip)]
        #[serde(rename = "x", default)]
        u8,
    ),
    #[serde(with = "x")]
    #[ts(rename = "x")]
    Three {
        #[garde(skip)]
        r#Type: u8,
        #[garde(matches(r#Type))]
        same: u8,
        unsaid: bool,
    },
    #[serde(other)]
    Four(#[garde(skip)] u8),
}

#[payload(check = anything(a))]
#[serde(content = "data")]
enum Around {
    #[serde(untagged)]
    One {
        #[garde(skip)]
        a: u8,
    },
    Two(u8, #[garde(range(max = 1))] u8),
    Empty(),
    #[serde(alias = "One")]
    Three(#[garde(range(min = "a"))] u8),
    #[serde(other)]
    Four,
}

fn anything(_: &u8) -> garde::Result {
    Ok(())
}

#[payload]
#[serde(untagged, tag = "kind", rename_all = "camelCase")]
enum Nowhere {
    #[serde(rename = "one", alias = "two")]
    One,
    #[serde(other)]
    Two,
}

fn main() {}
