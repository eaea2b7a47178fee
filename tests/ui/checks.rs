//! Checks across fields.

use portcullis::{garde, payload};

fn in_order(_: &u8, _: &u8) -> garde::Result {
    Ok(())
}

#[payload(check = in_order(start, finish), at = over)]
struct Unknown {
    #[garde(skip)]
    start: u8,
    #[garde(matches(begin))]
    end: u8,
}

#[payload(check = in_order(&self.start, end), check = in_order, check = "in_order", at = end, at = start)]
struct Forms {
    #[garde(skip)]
    start: u8,
    #[garde(inner(matches(start)), matches(self.start))]
    end: Option<u8>,
    #[garde(skip)]
    #[payload(check = in_order(start, end))]
    field: u8,
}

#[payload(at = end)]
struct Nowhere {
    #[garde(skip)]
    end: u8,
}

#[payload(check = in_order(One, Two))]
enum Names {
    One,
    Two,
}

#[payload(check = in_order(start, end))]
struct Types {
    #[garde(skip)]
    start: u8,
    #[garde(skip)]
    end: String,
}

#[payload(check = in_order(start))]
struct Few {
    #[garde(skip)]
    start: u8,
}

#[payload(check = is_set(flag))]
struct Verdict {
    #[garde(matches(text))]
    flag: bool,
    #[garde(skip)]
    text: String,
}

fn is_set(flag: &bool) -> bool {
    *flag
}

fn main() {}
