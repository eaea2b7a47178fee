//! An invoice: many small objects with numbers in them.

use portcullis::{Uuid, payload};

/// What an invoice is paid in.
#[payload]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    /// Euro.
    Eur,
    /// Swiss franc.
    Chf,
    /// Pound sterling.
    Gbp,
    /// Dollar of the United States.
    Usd,
}

/// An invoice as a client sends it.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Invoice {
    /// Number of the invoice.
    #[garde(length(chars, min = 1, max = 40))]
    pub number: String,
    /// Who pays.
    #[garde(skip)]
    pub organization_id: Uuid,
    /// What it is paid in.
    #[garde(skip)]
    pub currency: Currency,
    /// What is sold.
    #[garde(length(min = 1, max = 500), dive)]
    pub lines: Vec<Line>,
}

/// A line of an invoice.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What is sold.
    #[garde(length(chars, min = 1, max = 200))]
    pub description: String,
    /// How many of it.
    #[garde(range(min = 1, max = 10_000))]
    pub quantity: u32,
    /// What one of it costs.
    #[garde(range(min = 0.0, max = 1_000_000.0))]
    pub unit_price: f64,
    /// Which product it is.
    #[garde(skip)]
    pub product_id: Uuid,
}
