//! Everything that is wrong with an item shows in one run, and nothing that follows from it.

use portcullis::payload;

#[payload(unknown = "keep")]
#[serde(rename = "contact")]
struct Contact {
    first_name: String,
    #[garde(lenght(chars, max = 100))]
    last_name: String,
    #[garde(email(strict))]
    #[payload(trim, upper)]
    email: String,
    #[garde(skip)]
    #[serde(flatten)]
    address: Address,
}

#[payload]
struct Address {
    #[garde(length(chars, max = 100))]
    city: String,
}

fn main() {
    // The item is a payload all the same.
    let _ = <Contact as portcullis::Payload>::from_json(b"{}");
}
