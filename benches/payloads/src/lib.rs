//! What the benches validate: payloads that every peer can describe exactly, without rules of
//! their own and without normalisation.

pub mod contact;
pub mod invoice;

portcullis::contracts! {
    contact::Contact,
    contact::StoredContact,
    invoice::Invoice,
}
