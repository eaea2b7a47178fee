//! Customer relations: the organizations one does business with, the people there, what they may
//! buy, and what they are billed.
//!
//! `Create…` is what a client sends, so it refuses keys it does not know. The bare name is the row
//! as it is stored and answered; it drops such keys, so that a new column breaks no older client.

mod address;
mod contact;
mod invoice;
mod money;
mod opportunity;
mod organization;
mod phone;
mod product;

pub use address::{Address, CreateAddress};
pub use contact::{Contact, ContactStatus, CreateContact, GetContact};
pub use invoice::{CreateInvoice, CreateInvoiceLine, GetInvoice, Invoice, InvoiceLine};
pub use money::{Amount, InvoiceTotal, LineTotal, Percent, Quantity};
pub use opportunity::{CreateOpportunity, Opportunity, OpportunityStage};
pub use organization::{CreateOrganization, Organization};
pub use phone::Phone;
pub use product::{CreateProduct, Product};

/// The most UTF-16 code units in notes: what `maxlength` counts on a `<textarea>`.
const NOTES: usize = 10_000;
