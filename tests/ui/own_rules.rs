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
    #[payload(one_of())]
    no_choice: String,
    #[payload(one_of("a", 1))]
    two_types: String,
    #[payload(one_of(0.5, MOST))]
    other_types: u8,
    #[payload(one_of(true, false))]
    both: bool,
    #[payload(one_of("a", "b", "a"))]
    said_twice: String,
    #[payload(unique(tags), multiple_of)]
    arguments: Vec<u8>,
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
    #[payload(multiple_of = 5)]
    text_in_steps: String,
    #[payload(multiple_of = 0.1)]
    single: f32,
    #[payload(multiple_of = 0)]
    zero: i8,
    #[payload(one_of("a"))]
    number: u8,
    #[payload(one_of(1))]
    text: String,
    #[payload(one_of(true))]
    no_boolean: u8,
    #[payload(unique)]
    no_list: String,
    #[payload(unique)]
    doubles: Vec<f64>,
    #[payload(unique)]
    lists: Vec<Vec<u8>>,
    #[payload(unique)]
    gaps: Vec<Option<u8>>,
    #[payload(unique)]
    prices: Vec<portcullis::Decimal<9, 2>>,
    #[payload(unique)]
    times: Vec<portcullis::chrono::NaiveTime>,
    #[payload(unique)]
    moments: Vec<portcullis::chrono::DateTime<portcullis::chrono::Utc>>,
    #[garde(required)]
    there: Vec<u8>,
}

#[payload]
struct Mistyped {
    #[payload(greater_than = 0)]
    number: f64,
    #[payload(one_of(1, 256))]
    beyond: u8,
}

fn main() {}
