//! Products: what is sold, goods and services alike.

use portcullis::chrono::{DateTime, Utc};
use portcullis::{Uuid, payload};

use super::money::NOTHING;
use super::{Amount, Currency};

const SKU: usize = 64;
const NAME: usize = 200;
const UNIT: usize = 20;

/// What a client sends to add a product.
#[payload(patch(
    /// What a client sends to change a product: what is left out stays, `null` clears.
    UpdateProduct
))]
#[derive(Clone, Debug, PartialEq)]
pub struct CreateProduct {
    /// Stock keeping unit: the team's own code. No two products in use share one.
    #[garde(length(chars, min = 1, max = SKU))]
    #[payload(trim)]
    pub sku: String,

    /// Name under which the product is sold.
    #[garde(length(chars, min = 1, max = NAME))]
    #[payload(trim)]
    pub name: String,

    /// Price of one unit, before taxes.
    #[garde(range(min = NOTHING))]
    pub unit_price: Amount,

    /// Currency of the price.
    #[garde(dive)]
    pub currency: Currency,

    /// What is counted: `piece`, `hour`, `kg`.
    #[garde(length(chars, min = 1, max = UNIT))]
    #[payload(trim)]
    pub unit: String,

    /// Whether it is on sale.
    #[garde(skip)]
    pub is_active: bool,
}

/// A product as it is stored.
#[payload(unknown = "strip")]
#[derive(Clone, Debug, PartialEq)]
pub struct Product {
    /// Identifier, given by the database.
    #[garde(skip)]
    pub id: Uuid,

    /// Stock keeping unit: the team's own code. No two products in use share one.
    #[garde(length(chars, min = 1, max = SKU))]
    pub sku: String,

    /// Name under which the product is sold.
    #[garde(length(chars, min = 1, max = NAME))]
    pub name: String,

    /// Price of one unit, before taxes.
    #[garde(range(min = NOTHING))]
    pub unit_price: Amount,

    /// Currency of the price.
    #[garde(dive)]
    pub currency: Currency,

    /// What is counted: `piece`, `hour`, `kg`.
    #[garde(length(chars, min = 1, max = UNIT))]
    pub unit: String,

    /// Whether it is on sale.
    #[garde(skip)]
    pub is_active: bool,

    /// When the row was added.
    #[garde(skip)]
    pub created_at: DateTime<Utc>,

    /// When the row last changed.
    #[garde(skip)]
    pub updated_at: DateTime<Utc>,

    /// When the product was put in the bin; `null` while it is in use.
    #[garde(skip)]
    pub deleted_at: Option<DateTime<Utc>>,
}
