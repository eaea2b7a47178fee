//! What a newtype can be told, and the fields that hold one.

use portcullis::payload;

#[payload]
struct Phone(
    #[garde(length(chars, max = 32))]
    #[payload(trim)]
    String,
);

#[payload]
struct Tags(#[garde(inner(length(chars, max = 32)))] Vec<String>);

/// What belongs into the newtype.
#[payload]
struct Contact {
    #[garde(dive, length(chars, max = 20))]
    #[payload(trim)]
    phone: Phone,
    #[garde(dive, email)]
    home: Option<Phone>,
    #[garde(dive, length(max = 3))]
    tags: Tags,
    #[garde(dive, required)]
    office: Phone,
    #[garde(skip)]
    mobile: Phone,
    #[garde(length(max = 3))]
    others: Vec<Phone>,
    #[garde(dive)]
    #[payload(empty_as_null)]
    list: Option<Tags>,
}

/// What may be missing.
#[payload]
struct Maybe(#[garde(skip)] Option<String>);

#[payload]
struct Changed(#[garde(skip)] Option<Option<String>>);

#[payload]
struct Wrong(#[garde(length(chars, max = 3))] u8);

fn main() {}
