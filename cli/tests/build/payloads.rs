//! The payloads of a shop: each way that a value can lie on the tape.

use portcullis::{ErrorCode, Uuid, contracts, payload};

/// What a customer sends.
#[payload]
pub struct Order {
    #[garde(skip)]
    pub id: Uuid,
    /// Who pays.
    #[garde(dive)]
    pub customer: Customer,
    #[garde(length(min = 1, max = 10), dive)]
    pub lines: Vec<Line>,
    #[garde(skip)]
    pub status: Status,
    #[garde(skip)]
    pub is_gift: bool,
    #[garde(range(min = 0.0))]
    pub weight: Option<f64>,
    #[garde(inner(length(chars, max = 20)))]
    #[serde(default)]
    pub tags: Vec<Option<String>>,
    #[garde(skip)]
    pub grid: Vec<Vec<i32>>,
    #[garde(dive)]
    pub extras: Vec<Option<Line>>,
    #[garde(skip)]
    #[serde(rename = "__proto__")]
    pub proto: Option<bool>,
}

#[payload]
pub struct Customer {
    #[garde(email)]
    #[payload(trim, lowercase)]
    pub email: String,
}

#[payload]
pub struct Line {
    #[garde(length(chars, min = 1))]
    pub article: String,
    #[garde(range(min = 1))]
    pub count: u32,
}

/// How far an order has come.
#[payload]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Open,
    OnItsWay,
}

/// What can go wrong in a shop.
#[derive(ErrorCode)]
pub enum ShopError {
    /// Others were faster.
    #[code(status = 409)]
    SoldOut,
    #[code(status = 402, rename = "payment_required")]
    NotPaid,
}

contracts! { Order, Status; codes: ShopError }
