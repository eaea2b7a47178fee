//! The digits of decimal numbers, and limits of them.

use portcullis::{Decimal, payload};

#[payload]
struct Digits {
    #[garde(skip)]
    too_many: Decimal<29, 2>,
    #[garde(skip)]
    all_after: Decimal<2, 3>,
}

#[payload]
struct Limits {
    #[garde(range(max = Decimal::from_scaled(1_000)))]
    beyond: Decimal<3, 2>,
    #[garde(range(min = Decimal::from_scaled(2), max = Decimal::from_scaled(1)))]
    order: Decimal<3, 2>,
}

#[payload]
struct Mistyped {
    #[garde(range(max = 9.5))]
    number: Decimal<3, 2>,
    #[garde(length(chars, max = 9))]
    text: Decimal<3, 2>,
}

fn main() {}
