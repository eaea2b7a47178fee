//! Customer relations: the organizations one does business with, the people there, what they may
//! buy, and what they are billed.
//!
//! `Create…` and `Update…` are what a client sends, so they refuse keys they do not know. The bare name
//! is the row as it is stored and answered; it drops such keys, so that a new column breaks no older
//! client.

mod address;
mod contact;
mod invoice;
mod money;
mod opportunity;
mod organization;
mod phone;
mod product;

pub use address::{Address, Country, CreateAddress};
pub use contact::{Contact, ContactStatus, CreateContact, GetContact, UpdateContact};
pub use invoice::{CreateInvoice, CreateInvoiceLine, GetInvoice, Invoice, InvoiceLine, UpdateInvoice};
pub use money::{Amount, Currency, InvoiceTotal, LineTotal, Percent, Quantity};
pub use opportunity::{CreateOpportunity, Opportunity, OpportunityStage, UpdateOpportunity};
pub use organization::{CreateOrganization, Organization, UpdateOrganization};
pub use phone::Phone;
pub use product::{CreateProduct, Product, UpdateProduct};

/// The most UTF-16 code units in notes: what `maxlength` counts on a `<textarea>`.
const NOTES: usize = 10_000;
