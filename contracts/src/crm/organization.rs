//! Organizations: the companies, authorities and clubs one does business with.

use portcullis::chrono::{DateTime, Utc};
use portcullis::{Uuid, payload};

use super::{Address, CreateAddress, NOTES, Phone};

const NAME: usize = 200;
const INDUSTRY: usize = 80;
const WEBSITE: usize = 2048;

/// What a client sends to add an organization.
#[payload(patch(
    /// What a client sends to change an organization: what is left out stays, `null` clears. An address is replaced as a whole.
    UpdateOrganization
))]
#[derive(Clone, Debug, PartialEq)]
pub struct CreateOrganization {
    /// Name under which the organization is known.
    #[garde(length(chars, min = 1, max = NAME))]
    #[payload(trim)]
    pub name: String,

    /// Line of business, in the words of the team that sells to it.
    #[garde(length(chars, min = 1, max = INDUSTRY))]
    #[payload(trim, empty_as_null)]
    pub industry: Option<String>,

    /// Address of the public website.
    #[garde(length(chars, max = WEBSITE), url)]
    #[payload(trim, empty_as_null)]
    pub website: Option<String>,

    /// Switchboard, or whichever number reaches the organization as a whole.
    #[garde(dive)]
    #[payload(empty_as_null)]
    pub phone: Option<Phone>,

    /// Postal address of the head office.
    #[garde(dive)]
    pub address: Option<CreateAddress>,

    /// Whatever the team wants to remember.
    #[garde(length(utf16, max = NOTES))]
    #[payload(trim, empty_as_null)]
    pub notes: Option<String>,
}

/// An organization as it is stored.
#[payload(unknown = "strip")]
#[derive(Clone, Debug, PartialEq)]
pub struct Organization {
    /// Identifier, given by the database.
    #[garde(skip)]
    pub id: Uuid,

    /// Name under which the organization is known.
    #[garde(length(chars, min = 1, max = NAME))]
    pub name: String,

    /// Line of business, in the words of the team that sells to it.
    #[garde(length(chars, min = 1, max = INDUSTRY))]
    pub industry: Option<String>,

    /// Address of the public website.
    #[garde(length(chars, max = WEBSITE), url)]
    pub website: Option<String>,

    /// Switchboard, or whichever number reaches the organization as a whole.
    #[garde(dive)]
    pub phone: Option<Phone>,

    /// Postal address of the head office.
    #[garde(dive)]
    pub address: Option<Address>,

    /// Whatever the team wants to remember.
    #[garde(length(utf16, max = NOTES))]
    pub notes: Option<String>,

    /// When the row was added.
    #[garde(skip)]
    pub created_at: DateTime<Utc>,

    /// When the row last changed.
    #[garde(skip)]
    pub updated_at: DateTime<Utc>,

    /// When the organization was put in the bin; `null` while it is in use.
    #[garde(skip)]
    pub deleted_at: Option<DateTime<Utc>>,
}
