//! Opportunities: the deals one hopes to close.

use portcullis::chrono::{DateTime, NaiveDate, Utc};
use portcullis::{Uuid, payload};

use super::money::NOTHING;
use super::{Amount, Currency, NOTES};

const TITLE: usize = 200;
const CONTACTS: usize = 50;
const CERTAIN: u8 = 100;

/// How far a deal has come.
#[payload]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum OpportunityStage {
    /// There is a need, as far as one knows.
    #[default]
    Prospecting,
    /// The need is understood, and there is money for it.
    Qualified,
    /// An offer has been made.
    Proposal,
    /// Terms are being talked about.
    Negotiation,
    /// The order has come.
    Won,
    /// Somebody else has it, or nobody.
    Lost,
}

/// What a client sends to add an opportunity.
#[payload(patch(
    /// What a client sends to change an opportunity: what is left out stays, `null` clears.
    UpdateOpportunity
))]
#[derive(Clone, Debug, PartialEq)]
pub struct CreateOpportunity {
    /// What the deal is about, in a few words.
    #[garde(length(chars, min = 1, max = TITLE))]
    #[payload(trim)]
    pub title: String,

    /// Organization that would buy; it must exist.
    #[garde(skip)]
    pub organization_id: Uuid,

    /// People one talks to about it; they must exist.
    #[garde(length(max = CONTACTS))]
    #[payload(unique)]
    #[serde(default)]
    pub contact_ids: Vec<Uuid>,

    /// How far the deal has come.
    #[garde(skip)]
    #[serde(default)]
    pub stage: OpportunityStage,

    /// What the deal would bring, before taxes.
    #[garde(range(min = NOTHING))]
    pub amount: Amount,

    /// Currency of the amount.
    #[garde(dive)]
    pub currency: Currency,

    /// How likely the deal is, in percent.
    #[garde(range(max = CERTAIN))]
    pub probability: u8,

    /// Day on which the order is expected.
    #[garde(skip)]
    pub expected_close_on: Option<NaiveDate>,

    /// Whatever the team wants to remember.
    #[garde(length(utf16, max = NOTES))]
    #[payload(trim, empty_as_null)]
    pub notes: Option<String>,
}

/// An opportunity as it is stored.
#[payload(unknown = "strip")]
#[derive(Clone, Debug, PartialEq)]
pub struct Opportunity {
    /// Identifier, given by the database.
    #[garde(skip)]
    pub id: Uuid,

    /// What the deal is about, in a few words.
    #[garde(length(chars, min = 1, max = TITLE))]
    pub title: String,

    /// Organization that would buy.
    #[garde(skip)]
    pub organization_id: Uuid,

    /// People one talks to about it.
    #[garde(length(max = CONTACTS))]
    pub contact_ids: Vec<Uuid>,

    /// How far the deal has come.
    #[garde(skip)]
    pub stage: OpportunityStage,

    /// What the deal would bring, before taxes.
    #[garde(range(min = NOTHING))]
    pub amount: Amount,

    /// Currency of the amount.
    #[garde(dive)]
    pub currency: Currency,

    /// How likely the deal is, in percent.
    #[garde(range(max = CERTAIN))]
    pub probability: u8,

    /// Day on which the order is expected.
    #[garde(skip)]
    pub expected_close_on: Option<NaiveDate>,

    /// Whatever the team wants to remember.
    #[garde(length(utf16, max = NOTES))]
    pub notes: Option<String>,

    /// When the row was added.
    #[garde(skip)]
    pub created_at: DateTime<Utc>,

    /// When the row last changed.
    #[garde(skip)]
    pub updated_at: DateTime<Utc>,

    /// When the opportunity was put in the bin; `null` while it is in use.
    #[garde(skip)]
    pub deleted_at: Option<DateTime<Utc>>,
}
