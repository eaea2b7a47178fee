//! What can be flattened, and what not.

use portcullis::payload;

#[payload]
struct Address {
    #[garde(skip)]
    #[serde(alias = "road")]
    street: String,
    #[garde(skip)]
    city: String,
}

#[payload]
enum Status {
    Active,
}

#[payload]
struct Types {
    #[garde(dive)]
    #[serde(flatten)]
    maybe: Option<Address>,
}

#[payload]
struct Names {
    #[garde(skip)]
    #[serde(flatten)]
    status: Status,
}

#[payload]
struct Keys {
    #[garde(skip)]
    road: String,
    #[garde(dive)]
    #[serde(flatten)]
    address: Address,
}

#[payload]
struct Undived {
    #[garde(skip)]
    #[serde(flatten)]
    address: Address,
}

fn main() {}
