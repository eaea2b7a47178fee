//! The reference contracts, one module per domain. A crate like any application's: `portcullis` is
//! all it needs to describe what crosses its boundaries.

pub mod crm;

mod codes;

pub use codes::CrmError;

portcullis::contracts! {
    crm::CreateOrganization,
    crm::UpdateOrganization,
    crm::Organization,
    crm::CreateContact,
    crm::UpdateContact,
    crm::GetContact,
    crm::Contact,
    crm::CreateOpportunity,
    crm::UpdateOpportunity,
    crm::Opportunity,
    crm::CreateProduct,
    crm::UpdateProduct,
    crm::Product,
    crm::CreateInvoice,
    crm::UpdateInvoice,
    crm::GetInvoice,
    crm::Invoice;
    codes: CrmError
}
