//! A newtype has no keys, and nothing beside what it holds.

use portcullis::payload;

#[payload(unknown = "strip", check = any(value))]
#[serde(transparent)]
struct Keys {
    #[garde(skip)]
    #[serde(rename = "v")]
    value: String,
}

#[payload]
#[serde(rename_all = "camelCase")]
struct Renamed(
    #[garde(skip)]
    #[serde(default)]
    String,
);

#[payload]
#[serde(deny_unknown_fields)]
struct Denies(#[garde(skip)] String);

#[payload]
struct Absent(
    #[garde(matches(other))]
    #[payload(optional)]
    String,
);

#[payload]
#[garde(transparent)]
struct Transparent(#[garde(skip)] String);

#[payload]
struct NoRule(String);

#[payload]
#[serde(transparent)]
struct Two {
    #[garde(skip)]
    a: String,
    #[garde(skip)]
    b: String,
}

#[payload]
#[serde(transparent)]
struct Typed {
    #[garde(skip)]
    #[ts(type = "'a' | 'b'")]
    value: String,
}

fn main() {}
