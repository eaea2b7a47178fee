//! Contacts: the people one knows, at an organization or on their own.

use portcullis::chrono::{DateTime, Utc};
use portcullis::{Uuid, payload};

use super::{NOTES, Phone};

const NAME: usize = 100;
const EMAIL_BYTES: usize = 254;
const TITLE: usize = 120;
const TAGS: usize = 20;
const TAG: usize = 40;

/// How far the business with a contact has come.
#[payload]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum ContactStatus {
    /// Known by name; nobody has talked to them yet.
    #[default]
    Lead,
    /// In talks, and worth the time.
    Qualified,
    /// Has bought something.
    Customer,
    /// Was a customer once.
    FormerCustomer,
    /// Asked not to be contacted again.
    DoNotContact,
}

/// What a client sends to add a contact.
#[payload(patch(
    /// What a client sends to change a contact: what is left out stays, `null` clears.
    UpdateContact
))]
#[derive(Clone, Debug, PartialEq)]
pub struct CreateContact {
    /// Given name.
    #[garde(length(chars, min = 1, max = NAME))]
    #[payload(trim)]
    pub first_name: String,

    /// Family name.
    #[garde(length(chars, min = 1, max = NAME))]
    #[payload(trim)]
    pub last_name: String,

    /// Email address. No two contacts in use share one.
    #[garde(length(bytes, max = EMAIL_BYTES), email)]
    #[payload(trim, lowercase)]
    pub email: String,

    /// Phone number that reaches the person directly.
    #[garde(dive)]
    #[payload(empty_as_null)]
    pub phone: Option<Phone>,

    /// Job title.
    #[garde(length(chars, min = 1, max = TITLE))]
    #[payload(trim, empty_as_null)]
    pub title: Option<String>,

    /// Organization.
    ///
    /// Where the person works; it must exist.
    #[garde(skip)]
    pub organization_id: Option<Uuid>,

    /// How far the business has come.
    #[garde(skip)]
    #[serde(default)]
    pub status: ContactStatus,

    /// Labels of the team's own making.
    #[garde(length(max = TAGS), inner(length(chars, min = 1, max = TAG)))]
    #[payload(inner(trim))]
    #[serde(default)]
    pub tags: Vec<String>,

    /// Newsletter.
    ///
    /// Whether the person has agreed to receive it.
    #[garde(skip)]
    #[serde(default)]
    pub has_newsletter: bool,

    /// Whatever the team wants to remember.
    #[garde(length(utf16, max = NOTES))]
    #[payload(trim, empty_as_null)]
    pub notes: Option<String>,
}

/// What a client sends to read one contact.
#[payload]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GetContact {
    /// Identifier of the contact.
    #[garde(skip)]
    pub id: Uuid,
}

/// A contact as it is stored.
#[payload(unknown = "strip")]
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// Identifier, given by the database.
    #[garde(skip)]
    pub id: Uuid,

    /// Given name.
    #[garde(length(chars, min = 1, max = NAME))]
    pub first_name: String,

    /// Family name.
    #[garde(length(chars, min = 1, max = NAME))]
    pub last_name: String,

    /// Email address, in lower case. No two contacts in use share one.
    #[garde(length(bytes, max = EMAIL_BYTES), email)]
    pub email: String,

    /// Phone number that reaches the person directly.
    #[garde(dive)]
    pub phone: Option<Phone>,

    /// Job title.
    #[garde(length(chars, min = 1, max = TITLE))]
    pub title: Option<String>,

    /// Organization the person works for.
    #[garde(skip)]
    pub organization_id: Option<Uuid>,

    /// How far the business has come.
    #[garde(skip)]
    pub status: ContactStatus,

    /// Labels of the team's own making.
    #[garde(length(max = TAGS), inner(length(chars, min = 1, max = TAG)))]
    pub tags: Vec<String>,

    /// Whether the person has agreed to receive the newsletter.
    #[garde(skip)]
    pub has_newsletter: bool,

    /// Whatever the team wants to remember.
    #[garde(length(utf16, max = NOTES))]
    pub notes: Option<String>,

    /// When the row was added.
    #[garde(skip)]
    pub created_at: DateTime<Utc>,

    /// When the row last changed.
    #[garde(skip)]
    pub updated_at: DateTime<Utc>,

    /// When the contact was put in the bin; `null` while they are in use.
    #[garde(skip)]
    pub deleted_at: Option<DateTime<Utc>>,
}
