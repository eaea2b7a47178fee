//! Invoices: what an organization owes, line by line.

use portcullis::chrono::{DateTime, NaiveDate, Utc};
use portcullis::{Uuid, garde, payload};

use super::money::{HUNDRED_PERCENT, NONE_OF_IT, NOTHING, ZERO_PERCENT};
use super::{Amount, Currency, InvoiceTotal, LineTotal, NOTES, Percent, Quantity};

const NUMBER: usize = 40;
const LINES: usize = 500;
const DESCRIPTION: usize = 200;

/// What a client sends to add an invoice.
#[payload(check = not_due_before_issue(issued_on, due_on), at = due_on, patch(
    /// What a client sends to change an invoice: what is left out stays, `null` clears. The lines are replaced as a
    /// whole.
    UpdateInvoice
))]
#[derive(Clone, Debug, PartialEq)]
pub struct CreateInvoice {
    /// Invoice number.
    ///
    /// From the team's own sequence. No two invoices in use share one.
    #[garde(length(chars, min = 1, max = NUMBER))]
    #[payload(trim)]
    pub number: String,

    /// Organization.
    ///
    /// Who is billed; it must exist.
    #[garde(skip)]
    pub organization_id: Uuid,

    /// Currency of all amounts.
    ///
    /// Three capital letters, such as EUR.
    #[garde(dive)]
    pub currency: Currency,

    /// Day on which the invoice is written.
    #[garde(skip)]
    pub issued_on: NaiveDate,

    /// Last day to pay it.
    #[garde(skip)]
    pub due_on: NaiveDate,

    /// What is billed, in the order in which it is printed.
    #[garde(length(min = 1, max = LINES), dive)]
    pub lines: Vec<CreateInvoiceLine>,

    /// Whatever the team wants to remember.
    #[garde(length(utf16, max = NOTES))]
    #[payload(trim, empty_as_null)]
    pub notes: Option<String>,
}

fn not_due_before_issue(issued_on: &NaiveDate, due_on: &NaiveDate) -> garde::Result {
    if due_on < issued_on { Err(garde::Error::new("Must not be before the day of issue")) } else { Ok(()) }
}

/// One line of an invoice, as a client sends it.
#[payload(check = says_what_it_is_for(product_id, description), at = description)]
#[derive(Clone, Debug, PartialEq)]
pub struct CreateInvoiceLine {
    /// Product.
    ///
    /// What is billed; it must exist.
    #[garde(skip)]
    pub product_id: Option<Uuid>,

    /// What the line is for. The name of the product, unless it is said here.
    #[garde(length(chars, min = 1, max = DESCRIPTION))]
    #[payload(trim, empty_as_null)]
    pub description: Option<String>,

    /// How much of it.
    #[payload(greater_than = NONE_OF_IT)]
    pub quantity: Quantity,

    /// Price of one unit, before discount and taxes.
    #[garde(range(min = NOTHING))]
    pub unit_price: Amount,

    /// Discount (%).
    ///
    /// What is taken off, in percent.
    #[garde(range(min = ZERO_PERCENT, max = HUNDRED_PERCENT))]
    #[serde(default)]
    pub discount_percent: Percent,
}

fn says_what_it_is_for(product_id: &Option<Uuid>, description: &Option<String>) -> garde::Result {
    if product_id.is_none() && description.is_none() {
        return Err(garde::Error::new("Must be given where there is no product"));
    }
    Ok(())
}

/// What a client sends to read one invoice.
#[payload]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GetInvoice {
    /// Identifier of the invoice.
    #[garde(skip)]
    pub id: Uuid,
}

/// An invoice as it is stored, with its lines.
#[payload(unknown = "strip")]
#[derive(Clone, Debug, PartialEq)]
pub struct Invoice {
    /// Identifier, given by the database.
    #[garde(skip)]
    pub id: Uuid,

    /// Number in the team's own sequence. No two invoices in use share one.
    #[garde(length(chars, min = 1, max = NUMBER))]
    pub number: String,

    /// Organization that is billed.
    #[garde(skip)]
    pub organization_id: Uuid,

    /// Currency of all amounts.
    #[garde(dive)]
    pub currency: Currency,

    /// Day on which the invoice is written.
    #[garde(skip)]
    pub issued_on: NaiveDate,

    /// Last day to pay it.
    #[garde(skip)]
    pub due_on: NaiveDate,

    /// What is billed, in the order in which it is printed.
    #[garde(length(min = 1, max = LINES), dive)]
    pub lines: Vec<InvoiceLine>,

    /// What all lines come to, before taxes.
    #[garde(skip)]
    pub total: InvoiceTotal,

    /// Whatever the team wants to remember.
    #[garde(length(utf16, max = NOTES))]
    pub notes: Option<String>,

    /// When the row was added.
    #[garde(skip)]
    pub created_at: DateTime<Utc>,

    /// When the row last changed.
    #[garde(skip)]
    pub updated_at: DateTime<Utc>,

    /// When the invoice was put in the bin; `null` while it is in use.
    #[garde(skip)]
    pub deleted_at: Option<DateTime<Utc>>,
}

/// One line of an invoice, as it is stored.
#[payload(unknown = "strip")]
#[derive(Clone, Debug, PartialEq)]
pub struct InvoiceLine {
    /// Product that is billed, if it is one.
    #[garde(skip)]
    pub product_id: Option<Uuid>,

    /// What the line is for.
    #[garde(length(chars, min = 1, max = DESCRIPTION))]
    pub description: String,

    /// How much of it.
    #[payload(greater_than = NONE_OF_IT)]
    pub quantity: Quantity,

    /// Price of one unit, before discount and taxes.
    #[garde(range(min = NOTHING))]
    pub unit_price: Amount,

    /// What is taken off, in percent.
    #[garde(range(min = ZERO_PERCENT, max = HUNDRED_PERCENT))]
    pub discount_percent: Percent,

    /// Quantity times price, less the discount, rounded half away from zero.
    #[garde(skip)]
    pub total: LineTotal,
}
