//! A payload in a field is validated, by `dive`.

use portcullis::payload;

#[payload]
struct Address {
    #[garde(length(chars, max = 100))]
    city: String,
}

#[payload]
enum Status {
    Active,
}

#[payload]
struct Contact {
    #[garde(skip)]
    home: Address,
    #[garde(length(max = 3))]
    others: Option<Vec<Address>>,
    #[garde(dive)]
    name: String,
    #[garde(dive)]
    status: Status,
}

#[payload]
#[garde(allow_unvalidated)]
struct Company {
    headquarters: Address,
    #[garde(inner(dive))]
    branches: Vec<Address>,
    #[garde(dive, inner(length(max = 3)))]
    floors: Vec<Vec<Address>>,
    #[garde(skip, dive)]
    billing: Address,
    #[garde(dive(context))]
    shipping: Address,
}

fn main() {}
