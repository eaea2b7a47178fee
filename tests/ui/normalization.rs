//! Changes made to text before the rules see it.

use portcullis::payload;

#[payload]
struct Written {
    #[garde(skip)]
    #[payload(trim, capitalize)]
    unknown: String,
    #[garde(skip)]
    #[payload(trim, trim)]
    twice: String,
    #[garde(skip)]
    #[payload(uppercase, trim, lowercase)]
    undone: String,
    #[garde(skip)]
    #[payload(trim(start))]
    arguments: String,
    #[garde(skip)]
    #[payload(inner)]
    no_list: Vec<String>,
    #[garde(skip)]
    #[payload(unknown = "strip")]
    misplaced: bool,
}

#[payload]
struct Typed {
    #[garde(skip)]
    #[payload(trim)]
    tags: Vec<String>,
    #[garde(skip)]
    #[payload(lowercase)]
    age: Option<u8>,
    #[garde(skip)]
    #[payload(inner(trim))]
    name: String,
    #[garde(skip)]
    #[payload(inner(lowercase))]
    numbers: Vec<u8>,
    #[garde(skip)]
    #[payload(uppercase, collapse_whitespace)]
    flag: bool,
    #[garde(skip)]
    #[payload(empty_as_null)]
    not_nullable: String,
    #[garde(skip)]
    #[payload(inner(empty_as_null))]
    list: Vec<String>,
}

fn main() {}
