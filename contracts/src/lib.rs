//! The reference contracts, one module per domain. A crate like any application's: `portcullis` is
//! all it needs to describe what crosses its boundaries.

pub mod crm;

portcullis::contracts! {
    crm::CreateOrganization,
    crm::Organization,
    crm::CreateContact,
    crm::GetContact,
    crm::Contact,
}
