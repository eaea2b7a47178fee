//! What can be said of a field that is flattened.

use portcullis::payload;

#[payload]
struct Address {
    #[garde(skip)]
    street: String,
}

#[payload(check = fine(address), at = address, patch(UpdateContact))]
#[serde(deny_unknown_fields)]
struct Contact {
    #[garde(dive, custom(any), required)]
    #[payload(optional, trim)]
    #[serde(flatten, rename = "place", alias = "home", default)]
    address: Address,
    #[garde(matches(address))]
    #[serde(flatten = "yes")]
    other: Address,
}

#[payload]
struct Generic<T> {
    #[garde(skip)]
    value: T,
    #[garde(dive)]
    #[serde(flatten)]
    address: Address,
}

#[payload]
struct Newtype(
    #[garde(dive)]
    #[serde(flatten)]
    Address,
);

fn main() {}
