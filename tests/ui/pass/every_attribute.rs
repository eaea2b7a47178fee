//! Every attribute that is honoured, in a crate that depends on portcullis alone and is strict.

#![forbid(unsafe_code)]
#![deny(missing_docs, warnings)]

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use portcullis::{Bytes, Decimal, Uuid, garde, payload};

/// The most tags a contact has.
pub const MOST_TAGS: usize = 20;

/// How codes start.
const MARK: &str = "#";

/// Names that the macros must not be confused by.
pub type Text = String;

/// Money.
pub type Price = Decimal<12, 2>;

/// Known by its kind.
#[derive(Clone, Debug, PartialEq)]
#[payload(unknown = "strip")]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Source {
    /// Nobody sent them.
    #[serde(alias = "none", alias = "nobody")]
    Walked,
    /// Somebody did.
    Sent(#[garde(dive)] Address),
    /// A page did.
    #[serde(rename = "page", rename_all = "UPPERCASE")]
    Followed {
        /// Which one.
        #[garde(url)]
        #[payload(trim)]
        page_url: String,
        /// When, if that is known.
        #[garde(range(min = 0))]
        #[payload(optional)]
        at: Option<u32>,
    },
    /// What a later version knows.
    #[serde(other)]
    Unknown,
}

/// Known by the name beside it.
#[derive(Clone, Debug, PartialEq)]
#[payload]
#[serde(tag = "type", content = "data")]
pub enum Event {
    /// Perhaps with a reason.
    Left(#[garde(length(chars, max = 9))] Option<String>),
}

/// Known by the name around it.
#[derive(Clone, Debug, PartialEq)]
#[payload]
pub enum Target {
    /// Everybody.
    All,
    /// Some.
    Some(#[garde(length(min = 1), inner(range(min = 1)))] Vec<u32>),
}

/// A new contact.
#[derive(Clone, Debug, PartialEq)]
#[payload(unknown = "refuse", check = Self::is_known(count, first_name), at = count, check = inside::any(place))]
#[serde(rename_all = "camelCase")]
#[ts(optional_fields = nullable)]
pub struct CreateContact {
    /// The given name.
    #[garde(length(chars, min = 1, max = 100), length(bytes, max = 400))]
    #[payload(trim)]
    pub first_name: Text,
    #[garde(email, length(utf16, max = 254))]
    #[payload(trim, lowercase)]
    #[allow(missing_docs)]
    pub email: Option<String>,
    /// Labels.
    #[garde(length(max = MOST_TAGS), inner(length(graphemes, min = 1, max = 40)))]
    #[payload(inner(trim, lowercase))]
    #[serde(default)]
    pub tags: Vec<String>,
    /// What garde does not have.
    #[payload(unique, inner(greater_than = 0, multiple_of = Self::LEAST, one_of(4, 8)))]
    pub steps: Vec<u8>,
    /// A page.
    #[garde(url)]
    pub page: Option<String>,
    /// Missing, or one of these.
    #[garde(required)]
    #[payload(trim, empty_as_null, one_of("a", "b"))]
    pub letter: Option<String>,
    /// A word of Rust.
    #[garde(range(min = Self::LEAST, max = 10), custom(is_even), custom(|_, _| Ok(())))]
    pub r#type: u8,
    /// A share.
    #[garde(range(min = 0.0))]
    #[payload(less_than = Self::WHOLE)]
    #[serde(rename = "share-of-all")]
    pub share: Option<f64>,
    /// What it costs.
    #[garde(range(min = Decimal::from_scaled(1), max = Self::MOST))]
    pub price: Option<Price>,
    /// What text can be told.
    #[garde(pattern("^[^é]*$"), contains("a"), prefix(MARK), suffix(Self::END), ascii, alphanumeric)]
    #[payload(nfc, collapse_whitespace, uppercase, trim)]
    pub code: String,
    /// Addresses of machines.
    #[garde(inner(ip), inner(ipv4, ipv6, pattern("")))]
    #[payload(inner(uppercase, collapse_whitespace))]
    pub machines: Vec<Option<String>>,
    /// From south to north.
    #[garde(inner(inner(inner(range(min = -90.0, max = 90.0)))))]
    pub bounds: Option<[[f64; 2]; 1]>,
    /// Where to write to.
    #[garde(dive)]
    pub address: Address,
    /// Where they come from, and what came of it.
    #[garde(dive)]
    pub origin: (Source, Option<Event>, Vec<Target>),
    /// Former addresses.
    #[garde(dive, length(simple, max = 3))]
    #[ts(as = "Vec<Address>")]
    pub former: Vec<Address>,
    /// The organization.
    #[cfg_attr(all(), garde(skip))]
    #[cfg_attr(any(), serde(flatten), garde(unheard_of))]
    pub organization_id: Option<Uuid>,
    /// What it scores, in which subject.
    #[garde(length(max = 9), inner(range(max = 100)), custom(|_, _| Ok(())))]
    #[payload(inner(greater_than = 0))]
    pub scores: HashMap<String, u8>,
    /// Where it stands in which list.
    #[garde(dive, length(min = 0))]
    pub by_list: Option<BTreeMap<Word, Address>>,
    /// What signs it.
    #[garde(inner(length(bytes, equal = 32)))]
    pub keys: Vec<Bytes>,
    /// How it is sorted.
    #[garde(skip)]
    pub initial: Option<char>,
    /// Where it comes from.
    #[garde(length(chars, max = 9), contains("a"))]
    #[payload(trim)]
    pub source: Cow<'static, str>,
    /// The request.
    #[payload(uuidv7)]
    pub request_id: Option<Uuid>,
    /// Where it hangs.
    #[garde(length(chars, min = 1), inner(inner(ascii)), matches(last_place))]
    #[payload(optional, trim)]
    pub place: Option<Option<String>>,
    /// Where it hung.
    #[garde(skip)]
    #[payload(optional, trim)]
    #[serde(rename = "last")]
    pub last_place: Option<Option<String>>,
    /// How many there are.
    #[garde(range(min = 1))]
    #[payload(optional, less_than = 8)]
    pub count: Option<u8>,
    /// How many there may be.
    #[garde(range(min = 1))]
    #[serde(default = "MostPlaces::of_all", alias = "most_of_all", alias = "most_places")]
    pub most: u8,
    /// What is left out.
    #[garde(required)]
    #[serde(default, skip_serializing_if = "::std::option::Option::is_none")]
    pub note: Option<u8>,
    /// The status.
    #[garde(skip)]
    #[ts(inline)]
    pub status: Status,
}

impl CreateContact {
    const LEAST: u8 = 2;
    const MOST: Price = Decimal::from_scaled(999);
    const END: &str = "z";

    fn is_known(_: &Option<u8>, _: &str) -> garde::Result {
        Ok(())
    }
    const WHOLE: f64 = 1.0;
}

/// Somewhere else.
pub struct MostPlaces;

impl MostPlaces {
    fn of_all() -> u8 {
        9
    }
}

fn is_even(value: &u8, _: &()) -> garde::Result {
    if value % 2 == 0 { Ok(()) } else { Err(garde::Error::new("must be even")) }
}

/// A postal address.
#[payload(unknown = "strip")]
#[garde(allow_unvalidated)]
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// The city.
    pub city: String,
    /// What is kept where, within itself.
    #[garde(dive)]
    pub parts: Vec<Self>,
}

/// Where somebody is.
#[payload(unknown = "strip", check = inside::any(name), at = name, omit(Whereabouts: name), pick(Named: name, of))]
#[derive(Clone, Debug, PartialEq)]
pub struct Where {
    /// At what address.
    #[garde(dive)]
    #[serde(flatten)]
    pub of: Address,
    /// Under what name.
    #[garde(skip)]
    pub name: String,
    /// What they are.
    #[garde(dive)]
    #[serde(flatten)]
    pub reach: Box<Reach>,
}

/// A part of a list.
#[payload(unknown = "strip", check = is_page(items, next), patch(UpdatePage))]
#[derive(Clone, Debug)]
pub struct Page<Item> {
    /// What is on it.
    #[garde(dive, length(max = MOST_TAGS), custom(is_any))]
    pub items: Vec<Item>,
    /// Where it goes on.
    #[garde(custom(is_any))]
    #[payload(optional)]
    pub next: Option<Option<String>>,
    /// The first one.
    #[garde(dive, required)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<Box<Self>>,
}

/// Some addresses.
pub type Addresses = Page<Address>;

fn is_any<T>(_: &T, _: &()) -> garde::Result {
    Ok(())
}

fn is_page<T>(_: &Vec<T>, _: &Option<Option<String>>) -> garde::Result {
    Ok(())
}

/// What a contact is.
#[payload]
#[serde(rename_all = "kebab-case")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Status {
    /// Not yet called.
    Cold,
    /// Called.
    #[serde(rename = "hot!")]
    Hot = 7,
}

/// A phone number.
#[payload]
#[derive(Clone, Debug, PartialEq)]
#[garde(allow_unvalidated)]
pub struct Phone(
    #[garde(length(chars, max = 32), custom(|_, _| Ok(())))]
    #[payload(trim)]
    #[ts(inline)]
    String,
);

/// A phone number that reaches a person.
#[payload]
#[serde(transparent)]
#[derive(Clone, Debug, PartialEq)]
pub struct Mobile {
    /// The number.
    #[garde(dive, custom(Self::any))]
    pub phone: Phone,
}

impl Mobile {
    fn any(_: &Phone, _: &()) -> garde::Result {
        Ok(())
    }
}

/// A key of a map.
#[payload]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word(
    #[garde(length(chars, min = 1))]
    #[payload(trim)]
    String,
);

/// Several of them.
#[payload]
#[serde(transparent)]
#[derive(Clone, Debug, PartialEq)]
pub struct Phones(
    #[garde(dive, length(max = 3))]
    #[payload(unique)]
    pub Vec<Phone>,
);

/// All the ways to reach somebody.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// As a form sends it.
    #[garde(dive, required)]
    #[payload(empty_as_null)]
    pub phone: Option<Phone>,
    /// Where that differs.
    #[garde(dive, matches(again))]
    pub mobile: Mobile,
    /// The same again.
    #[garde(dive)]
    pub again: Mobile,
    /// Others.
    #[garde(dive)]
    #[payload(optional)]
    pub others: Option<Option<Phones>>,
}

/// Nothing.
#[payload]
pub struct Empty {}

/// Macros work where items do.
pub mod inside {
    /// A check.
    pub fn any<T>(_: &T) -> portcullis::garde::Result {
        Ok(())
    }

    /// In a function, and with fields named like the macros' own variables.
    pub fn function() {
        #[allow(non_upper_case_globals)]
        const value: usize = 3;

        #[portcullis::payload]
        struct Local {
            #[garde(length(chars, max = value))]
            value: String,
            #[garde(length(chars, max = 3))]
            report: String,
            #[garde(custom(path))]
            path: String,
            #[garde(range(max = kind))]
            kind: u8,
        }

        #[allow(non_upper_case_globals)]
        const kind: u8 = 3;

        fn path(_: &str, _: &()) -> portcullis::garde::Result {
            Ok(())
        }

        let _ = <Local as portcullis::garde::Validate>::validate;
    }
}

fn main() {
    inside::function();
}
