//! Rules that payloads do not have say what to do instead.

use portcullis::payload;

#[payload]
#[garde(context(Limits))]
struct Contact {
    #[garde(phone_number)]
    phone: String,
    #[garde(if(cond = true, email))]
    email: String,
    #[garde(inner(credit_card))]
    tags: Vec<String>,
    #[garde(minimum(3))]
    count: u8,
}

#[payload]
#[garde(transparent, custom(check))]
struct Wrapper {
    #[garde(skip)]
    flag: bool,
}

fn main() {}
