//! Amounts of money, and what they are calculated from. All are exact, and have the digits of a
//! `numeric` column; each total is wide enough for the largest sum it can be of.

use portcullis::{Decimal, payload};

/// A currency: three capital letters of ISO 4217, such as `EUR`.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Currency(
    #[garde(pattern("^[A-Z]{3}$"))]
    #[payload(trim)]
    pub String,
);

/// A price or the worth of a deal, in units of its currency.
pub type Amount = Decimal<12, 2>;
/// How much of a product: pieces, hours, kilograms.
pub type Quantity = Decimal<9, 3>;
/// A share in percent.
pub type Percent = Decimal<5, 2>;
/// A quantity times a price.
pub type LineTotal = Decimal<18, 2>;
/// The sum of the lines of an invoice.
pub type InvoiceTotal = Decimal<21, 2>;

pub(super) const NOTHING: Amount = Decimal::from_scaled(0);
pub(super) const NONE_OF_IT: Quantity = Decimal::from_scaled(0);
pub(super) const ZERO_PERCENT: Percent = Decimal::from_scaled(0);
pub(super) const HUNDRED_PERCENT: Percent = Decimal::from_scaled(10_000);
