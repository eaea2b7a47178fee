//! The arguments of rules.

use portcullis::payload;

const MOST: usize = 10;

#[payload]
struct Written {
    #[garde(length(chars))]
    no_limit: String,
    #[garde(length(chars, bytes, max = 5))]
    two_units: String,
    #[garde(length(chars, min = 1, equal = 2))]
    equal_and_min: String,
    #[garde(length(chars, max = 1, max = 2))]
    max_twice: String,
    #[garde(range(minimum = 1))]
    unknown: u8,
    #[garde(range(min))]
    no_value: u8,
    #[garde(length(chars, max = self.no_limit.len()))]
    of_self: String,
    #[garde(range(max = ctx.most))]
    of_context: u8,
    #[garde(length(chars, max = 5), length(chars, min = 1))]
    rule_twice: String,
    #[garde(email, email)]
    email_twice: String,
    #[garde(skip, skip)]
    skip_twice: bool,
    #[garde(skip, range(min = 1))]
    skip_and_rule: u8,
    #[garde(inner())]
    no_rules: Vec<u8>,
}

#[payload]
struct Typed {
    #[garde(length(chars, min = MOST, max = 5))]
    order: String,
    #[garde(range(min = 5, max = 1))]
    range_order: u8,
    #[garde(length(bytes, max = 4_294_967_295))]
    too_long: String,
    #[garde(range(min = -1.0, max = f64::INFINITY))]
    infinite: f64,
    #[payload(less_than = NOT_A_NUMBER)]
    no_number: f32,
}

const NOT_A_NUMBER: f32 = f32::NAN;

#[payload]
struct Mistyped {
    #[garde(range(max = 0.5))]
    integer: u8,
    #[garde(range(max = 1))]
    number: f64,
    #[garde(length(max = "5"))]
    list: Vec<u8>,
}

fn main() {}
