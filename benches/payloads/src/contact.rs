//! A person, with a little of everything: text, email, UUID, enum, list, flag and a long note.

use portcullis::{Uuid, payload};

/// How far the business with a contact has come.
#[payload]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Known by name.
    #[default]
    Lead,
    /// In talks.
    Qualified,
    /// Has bought something.
    Customer,
    /// Was a customer once.
    FormerCustomer,
    /// Asked not to be contacted again.
    DoNotContact,
}

/// A contact as a client sends it.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// Given name.
    #[garde(length(chars, min = 1, max = 100))]
    pub first_name: String,
    /// Family name.
    #[garde(length(chars, min = 1, max = 100))]
    pub last_name: String,
    /// Email address.
    #[garde(length(chars, max = 254), email)]
    pub email: String,
    /// Phone number.
    #[garde(length(chars, min = 3, max = 40))]
    pub phone: Option<String>,
    /// Job title.
    #[garde(length(chars, min = 1, max = 120))]
    pub title: Option<String>,
    /// Organization the person works for.
    #[garde(skip)]
    pub organization_id: Option<Uuid>,
    /// How far the business has come.
    #[garde(skip)]
    #[serde(default)]
    pub status: Status,
    /// Labels.
    #[garde(length(max = 20), inner(length(chars, min = 1, max = 40)))]
    #[serde(default)]
    pub tags: Vec<String>,
    /// Whether the person receives the newsletter.
    #[garde(skip)]
    #[serde(default)]
    pub has_newsletter: bool,
    /// Whatever is worth remembering.
    #[garde(length(chars, max = 10_000))]
    pub notes: Option<String>,
}

/// A contact as a database has it, with columns that nobody here knows.
#[payload(unknown = "strip")]
#[derive(Clone, Debug, PartialEq)]
pub struct StoredContact {
    /// Identifier.
    #[garde(skip)]
    pub id: Option<Uuid>,
    /// Email address.
    #[garde(email)]
    pub email: String,
}
