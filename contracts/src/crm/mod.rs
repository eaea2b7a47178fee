//! Customer relations: the organizations one does business with, and the people there.
//!
//! `Create…` is what a client sends, so it refuses keys it does not know. The bare name is the row
//! as it is stored and answered; it drops such keys, so that a new column breaks no older client.

mod address;
mod contact;
mod organization;

pub use address::{Address, CreateAddress};
pub use contact::{Contact, ContactStatus, CreateContact, GetContact};
pub use organization::{CreateOrganization, Organization};

/// The most UTF-16 code units in notes: what `maxlength` counts on a `<textarea>`.
const NOTES: usize = 10_000;
/// The most characters in a phone number, with its punctuation and extension.
///
/// The pattern beside it is loose on purpose, three digits and what people write between them: a
/// number that someone can dial must not be lost to a missing prefix.
const PHONE: usize = 40;
/// The fewest characters in a timestamp: `2026-03-09T08:30:00Z`.
const TIMESTAMP_MIN: usize = 20;
/// The most characters in a timestamp: `2026-03-09T08:30:00.123456+00:00`, and some room.
const TIMESTAMP_MAX: usize = 35;
