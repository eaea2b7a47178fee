//! The rules that garde does not have.

use portcullis::payload;

#[payload]
struct Written {
    #[payload(greater_than(0))]
    no_limit: u8,
    #[payload(less_than = 5, less_than = 6)]
    twice: u8,
    #[payload(greater_than = self.twice)]
    of_self: u8,
    #[garde(range(min = 1, max = 5))]
    #[payload(greater_than = 0, less_than = 6)]
    two_limits: u8,
    #[garde(skip)]
    #[payload(greater_than = 0)]
    skipped: u8,
}

#[payload]
struct Typed {
    #[payload(greater_than = 0)]
    name: String,
    #[payload(less_than = 5)]
    list: Vec<u8>,
    #[payload(greater_than = 5, less_than = 5)]
    empty: u8,
    #[garde(range(max = 1))]
    #[payload(inner(greater_than = 1))]
    #[payload(greater_than = 1)]
    order: Option<i64>,
}

#[payload]
struct Mistyped {
    #[payload(greater_than = 0)]
    number: f64,
}

fn main() {}
