//! A rule suits the type of its field.

use portcullis::chrono::NaiveDate;
use portcullis::{Bytes, Uuid, payload};

#[payload]
struct Contact {
    #[garde(email)]
    emails: Vec<String>,
    #[garde(email)]
    id: Uuid,
    #[garde(range(min = 1))]
    name: String,
    #[garde(range(min = 1, max = 5))]
    scores: Vec<u8>,
    #[garde(inner(range(min = 1)))]
    tags: Vec<String>,
    #[garde(inner(length(chars, max = 5)))]
    title: String,
    #[garde(inner(inner(email)))]
    copies: Vec<String>,
    #[garde(inner(range(min = 1)))]
    age: u8,
    #[garde(pattern("a"), contains("a"), prefix("a"), suffix("a"), ascii, ipv4)]
    words: Vec<String>,
    #[payload(uuidv4)]
    day: NaiveDate,
    #[payload(uuidv7)]
    ids: Vec<Uuid>,
    #[garde(length(max = 5))]
    image: Bytes,
    #[garde(length(chars, max = 5))]
    sound: Option<Bytes>,
    #[garde(ascii)]
    letter: char,
}

fn main() {}
