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
    #[garde(dive)]
    pub payment: Option<Payment>,
    #[garde(dive)]
    #[serde(default)]
    pub steps: Vec<Step>,
    #[garde(dive)]
    pub delivery: Option<Delivery>,
}

/// Known by its kind.
#[payload]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Payment {
    Cash,
    Card {
        #[garde(length(chars, equal = 4))]
        last_digits: String,
        #[garde(skip)]
        #[payload(optional)]
        holder: Option<String>,
    },
    Invoice(#[garde(dive)] Customer),
}

/// Known by its name, with what happened beside it.
#[payload]
#[serde(tag = "name", content = "data", rename_all = "snake_case")]
pub enum Step {
    Packed,
    Weighed(#[garde(range(min = 0.0))] f64),
    Moved {
        #[garde(skip)]
        from: String,
        #[garde(skip)]
        to: Option<String>,
    },
}

/// Known by its only key.
#[payload]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    Pickup,
    Slot(#[garde(range(max = 23))] u8),
    Ship {
        #[garde(skip)]
        to: String,
    },
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
