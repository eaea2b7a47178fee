//! The payloads under test, each as the engine and as the oracle have it.

use oracle::{Report, Verdict};
use portcullis::garde::Validate;
use portcullis::print::{Dialect, Side};
use portcullis::schema::Schema;
use portcullis::{ErrorShape, Identity, Payload};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A payload, twice.
#[derive(Clone, Copy)]
pub struct Subject {
    /// Its name.
    pub name: &'static str,
    /// Which version of it this is.
    pub identity: fn() -> Identity,
    /// Its schema, which inputs are made from.
    pub schema: fn() -> &'static Schema,
    /// Its JSON Schema.
    pub json_schema: fn(Dialect, Side) -> String,
    /// What the engine says.
    pub engine: fn(&[u8]) -> Result<Value, ErrorShape>,
    /// What the engine says of an urlencoded form.
    pub form: fn(&[u8]) -> Result<Value, ErrorShape>,
    /// What the engine says without building the value.
    pub check: fn(&[u8]) -> Result<(), ErrorShape>,
    /// What the emitted `garde::Validate` says of a value that serde_json takes.
    pub validate: fn(&[u8]) -> Option<Report>,
    /// What is said of a typed value, given as its JSON.
    pub typed: fn(Value) -> Typed,
    /// The JSON of the value that serde_json makes of an input, normalised.
    pub normalised: fn(&[u8]) -> Option<Value>,
    /// What the oracle says.
    pub oracle: fn(&[u8]) -> Verdict,
    /// What garde's own derive says of a value that serde_json takes.
    pub oracle_validate: fn(&[u8]) -> Option<Report>,
}

/// What is said of a typed value.
#[derive(Debug)]
pub struct Typed {
    /// Why it is refused, if it is.
    pub refusal: Option<ErrorShape>,
    /// The same, made of garde's report alone.
    pub report: Option<ErrorShape>,
}

fn typed<T>(value: Value) -> Typed
where
    T: Payload + DeserializeOwned + Serialize + Validate<Context = ()>,
{
    let value: T = serde_json::from_value(value).expect("the oracle's type and ours are written alike");
    let report = value.validate().err();
    Typed { refusal: value.check().err(), report: report.map(|report| ErrorShape::from_report::<T>(&report)) }
}

fn engine<T: Payload + DeserializeOwned + Serialize>(input: &[u8]) -> Result<Value, ErrorShape> {
    T::from_json(input).map(|value| serde_json::to_value(value).unwrap())
}

fn form<T: Payload + DeserializeOwned + Serialize>(form: &[u8]) -> Result<Value, ErrorShape> {
    T::from_form(form).map(|value| serde_json::to_value(value).unwrap())
}

macro_rules! subjects {
    ($($ours:path = $oracle:path;)*) => {
        /// All of them. A static, so that what they point to is compiled once, and not in every test.
        pub static ALL: &[Subject] = &[$(Subject {
            name: stringify!($ours),
            identity: <$ours as Payload>::identity,
            schema: <$ours as Payload>::schema,
            json_schema: <$ours as Payload>::json_schema,
            engine: engine::<$ours>,
            form: form::<$ours>,
            check: <$ours as Payload>::check_json,
            validate: oracle::validate::<$ours>,
            typed: typed::<$ours>,
            normalised: oracle::normalised::<$oracle>,
            oracle: oracle::judge::<$oracle>,
            oracle_validate: oracle::validate::<$oracle>,
        }),*];
    };
}

use oracle::{crm as crm_oracle, zoo as zoo_oracle};
use portcullis_contracts::crm;
use zoo::payloads as zoo;

subjects! {
    crm::CreateOrganization = crm_oracle::CreateOrganization;
    crm::UpdateOrganization = crm_oracle::UpdateOrganization;
    crm::Organization = crm_oracle::Organization;
    crm::CreateContact = crm_oracle::CreateContact;
    crm::UpdateContact = crm_oracle::UpdateContact;
    crm::GetContact = crm_oracle::GetContact;
    crm::Contact = crm_oracle::Contact;
    crm::CreateOpportunity = crm_oracle::CreateOpportunity;
    crm::UpdateOpportunity = crm_oracle::UpdateOpportunity;
    crm::Opportunity = crm_oracle::Opportunity;
    crm::CreateProduct = crm_oracle::CreateProduct;
    crm::UpdateProduct = crm_oracle::UpdateProduct;
    crm::Product = crm_oracle::Product;
    crm::CreateInvoice = crm_oracle::CreateInvoice;
    crm::UpdateInvoice = crm_oracle::UpdateInvoice;
    crm::GetInvoice = crm_oracle::GetInvoice;
    crm::Invoice = crm_oracle::Invoice;
    zoo::Numbers = zoo_oracle::Numbers;
    zoo::Texts = zoo_oracle::Texts;
    zoo::Strings = zoo_oracle::Strings;
    zoo::Defaults = zoo_oracle::Defaults;
    zoo::Settings = zoo_oracle::Settings;
    zoo::Nested = zoo_oracle::Nested;
    zoo::Wide = zoo_oracle::Wide;
    zoo::Empty = zoo_oracle::Empty;
    zoo::Tree = zoo_oracle::Tree;
    zoo::Widths = zoo_oracle::Widths;
    zoo::Singles = zoo_oracle::Singles;
    zoo::Chain = zoo_oracle::Chain;
    zoo::Comment = zoo_oracle::Comment;
    zoo::CommentPatch = zoo_oracle::CommentPatch;
    zoo::Author = zoo_oracle::Author;
    zoo::Between = zoo_oracle::Between;
    zoo::Decimals = zoo_oracle::Decimals;
    zoo::Spelled = zoo_oracle::Spelled;
    zoo::SpelledPatch = zoo_oracle::SpelledPatch;
    zoo::Across = zoo_oracle::Across;
    zoo::Times = zoo_oracle::Times;
    zoo::Steps = zoo_oracle::Steps;
    zoo::Choices = zoo_oracle::Choices;
    zoo::Distinct = zoo_oracle::Distinct;
    zoo::Presence = zoo_oracle::Presence;
    zoo::Links = zoo_oracle::Links;
    zoo::Arrays = zoo_oracle::Arrays;
    zoo::Changes = zoo_oracle::Changes;
    zoo::Sparse = zoo_oracle::Sparse;
    zoo::Encoded = zoo_oracle::Encoded;
    zoo::Hosts = zoo_oracle::Hosts;
    zoo::Codes = zoo_oracle::Codes;
    zoo::Identifiers = zoo_oracle::Identifiers;
    zoo::Accounts = zoo_oracle::Accounts;
    zoo::Phone = zoo_oracle::Phone;
    zoo::Handles = zoo_oracle::Handles;
    zoo::Newtypes = zoo_oracle::Newtypes;
    zoo::Wrapped = zoo_oracle::Wrapped;
    zoo::TextsPatch = zoo_oracle::TextsPatch;
    zoo::NumbersPatch = zoo_oracle::NumbersPatch;
    zoo::DefaultsPatch = zoo_oracle::DefaultsPatch;
    zoo::NestedPatch = zoo_oracle::NestedPatch;
    zoo::WidthsPatch = zoo_oracle::WidthsPatch;
    zoo::PresencePatch = zoo_oracle::PresencePatch;
    zoo::ArraysPatch = zoo_oracle::ArraysPatch;
    zoo::SpanPatch = zoo_oracle::SpanPatch;
    zoo::ChangesPatch = zoo_oracle::ChangesPatch;
    zoo::AcrossPatch = zoo_oracle::AcrossPatch;
    zoo::AcrossTexts = zoo_oracle::AcrossTexts;
    zoo::AcrossRest = zoo_oracle::AcrossRest;
    zoo::Patches = zoo_oracle::Patches;
    zoo::Tuples = zoo_oracle::Tuples;
    zoo::StandIns = zoo_oracle::StandIns;
    zoo::StandInsPatch = zoo_oracle::StandInsPatch;
    zoo::LeftOut = zoo_oracle::LeftOut;
    zoo::LeftOutPatch = zoo_oracle::LeftOutPatch;
    zoo::Aliases = zoo_oracle::Aliases;
    zoo::AliasesPatch = zoo_oracle::AliasesPatch;
    zoo::LaxAliases = zoo_oracle::LaxAliases;
    zoo::Shape = zoo_oracle::Shape;
    zoo::Change = zoo_oracle::Change;
    zoo::Event = zoo_oracle::Event;
    zoo::Report = zoo_oracle::Report;
    zoo::Target = zoo_oracle::Target;
    zoo::Unions = zoo_oracle::Unions;
    zoo::Sizes = zoo_oracle::Sizes;
    zoo::PageOfPoint = zoo_oracle::PageOfPoint;
    zoo::PagePatchOfPoint = zoo_oracle::PagePatchOfPoint;
    zoo::RevisionOfIntegerAndColour = zoo_oracle::RevisionOfIntegerAndColour;
    zoo::Instances = zoo_oracle::Instances;
    zoo::HappenedOfPoint = zoo_oracle::HappenedOfPoint;
    zoo::SortOfPageOfPoint = zoo_oracle::SortOfPageOfPoint;
    zoo::Place = zoo_oracle::Place;
    zoo::PlaceWithoutLook = zoo_oracle::PlaceWithoutLook;
    zoo::Look = zoo_oracle::Look;
    zoo::LookPatch = zoo_oracle::LookPatch;
    zoo::Sight = zoo_oracle::Sight;
    zoo::Sights = zoo_oracle::Sights;
    zoo::Converted = zoo_oracle::Converted;
    zoo::ConvertedRest = zoo_oracle::ConvertedRest;
    zoo::Stay = zoo_oracle::Stay;
    zoo::Half = zoo_oracle::Half;
    zoo::Stays = zoo_oracle::Stays;
    zoo::StaysPatch = zoo_oracle::StaysPatch;
    zoo::Keys = zoo_oracle::Keys;
    zoo::KeysPatch = zoo_oracle::KeysPatch;
    zoo::Maps = zoo_oracle::Maps;
    zoo::Either = zoo_oracle::Either;
    zoo::Loose = zoo_oracle::Loose;
    zoo::Untagged = zoo_oracle::Untagged;
    zoo::Anything = zoo_oracle::Anything;
    zoo::AnythingPatch = zoo_oracle::AnythingPatch;
    zoo::CountOrAny = zoo_oracle::CountOrAny;
    zoo::Tag = zoo_oracle::Tag;
}
