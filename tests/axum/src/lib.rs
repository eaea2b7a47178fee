//! The payloads of the server in `tests/http.rs`, and of what the test itself reads.

use portcullis::{ErrorCode, Uuid, contracts, payload};

/// What a customer sends.
#[payload]
pub struct Order {
    #[garde(skip)]
    pub id: Uuid,
    #[garde(length(chars, min = 1, max = 100))]
    #[payload(trim)]
    pub name: String,
    #[garde(email)]
    #[payload(trim, lowercase)]
    pub email: String,
    #[garde(length(min = 1, max = 3), dive)]
    pub lines: Vec<Line>,
    #[garde(length(chars, max = 500))]
    pub note: Option<String>,
}

/// How many of what.
#[payload]
pub struct Line {
    #[garde(length(chars, min = 1))]
    pub article: String,
    #[garde(range(min = 1, max = 99))]
    pub count: u8,
}

/// What can go wrong in the shop.
#[derive(ErrorCode)]
pub enum ShopError {
    /// Others were faster.
    #[code(status = 409)]
    SoldOut,
}

contracts! { Order; codes: ShopError }

/// A request of `requests.json`.
#[payload]
pub struct Request {
    /// What is to be seen.
    #[garde(skip)]
    pub name: String,
    #[garde(skip)]
    pub content_type: Option<String>,
    #[garde(skip)]
    pub body: String,
    /// How often the body is sent in a row.
    #[garde(skip)]
    pub times: u32,
    /// The status of the answer.
    #[garde(skip)]
    pub status: u16,
}

/// What came back.
#[payload]
#[derive(Debug, PartialEq)]
pub struct Answer {
    #[garde(skip)]
    pub status: u16,
    #[garde(skip)]
    pub content_type: String,
    #[garde(skip)]
    pub body: String,
}
