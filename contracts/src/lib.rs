//! The reference contracts, one module per domain. A crate like any application's: `portcullis` is
//! all it needs to describe what crosses its boundaries.

pub mod crm;

mod codes;

pub use codes::CrmError;

portcullis::contracts! {
    crm::CreateOrganization,
    crm::Organization,
    crm::CreateContact,
    crm::GetContact,
    crm::Contact,
    crm::CreateOpportunity,
    crm::Opportunity,
    crm::CreateProduct,
    crm::Product,
    crm::CreateInvoice,
    crm::GetInvoice,
    crm::Invoice;
    codes: CrmError
}
