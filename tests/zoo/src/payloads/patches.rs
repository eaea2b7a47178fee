//! Fields that a value may lack.

use portcullis::{garde, payload};

use super::{AcrossPatch, Colour, Span, SpanPatch, no_x};

/// Some may be null, and some may not.
#[payload(check = few_changes(weight, place), at = weight, patch(ChangesPatch))]
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    #[garde(length(chars, min = 1, max = 4), custom(no_capital))]
    #[payload(optional, trim)]
    pub name: Option<String>,
    #[garde(length(chars, max = 4), pattern("^[^A-Z]*$"), inner(custom(not_of_two), inner(custom(no_x))))]
    #[payload(optional, lowercase)]
    pub nickname: Option<Option<String>>,
    #[garde(range(max = 90))]
    #[payload(optional, greater_than = 3)]
    pub weight: Option<Option<u8>>,
    #[garde(skip)]
    pub always: Option<u8>,
    #[garde(length(max = 2), inner(inner(inner(length(chars, min = 1)))))]
    #[payload(optional, inner(inner(inner(trim))))]
    pub tags: Option<Option<Vec<String>>>,
    #[garde(dive)]
    #[payload(optional)]
    pub place: Option<Option<Span>>,
    #[garde(dive)]
    #[payload(optional)]
    pub span: Option<Span>,
    #[garde(skip)]
    #[payload(optional)]
    #[serde(rename = "big one")]
    pub big: Option<Option<i64>>,
    #[garde(skip)]
    #[payload(optional)]
    pub colour: Option<Colour>,
    #[garde(skip)]
    #[payload(optional)]
    pub flag: Option<Option<bool>>,
    #[garde(email)]
    #[payload(optional, trim)]
    pub email: Option<Option<String>>,
    #[garde(range(max = 7))]
    pub required: u8,
}

fn no_capital(name: &Option<String>, _: &()) -> garde::Result {
    match name.as_ref().is_some_and(|name| name.starts_with(char::is_uppercase)) {
        true => Err(garde::Error::new("Must not start with a capital")),
        false => Ok(()),
    }
}

/// Is asked of what is there, `null` too.
fn not_of_two(nickname: &Option<String>, _: &()) -> garde::Result {
    match nickname.as_ref().is_some_and(|nickname| nickname.len() == 2) {
        true => Err(garde::Error::new("Must not be of two bytes")),
        false => Ok(()),
    }
}

fn few_changes(weight: &Option<Option<u8>>, place: &Option<Option<Span>>) -> garde::Result {
    match (weight, place) {
        (Some(None), Some(None)) => Err(garde::Error::new("Must not be cleared both")),
        (None, Some(None)) => Err(garde::Error::new("Must be told as well")),
        _ => Ok(()),
    }
}

/// Nothing but what it may lack.
#[payload(unknown = "strip")]
#[derive(Clone, Debug, PartialEq)]
pub struct Sparse {
    #[garde(range(min = 1))]
    #[payload(optional)]
    pub number: Option<Option<u16>>,
    #[garde(skip)]
    #[payload(optional)]
    pub text: Option<String>,
    #[garde(dive)]
    #[payload(optional)]
    pub more: Option<Option<Vec<Sparse>>>,
}

/// Patches in another payload.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Patches {
    #[garde(dive)]
    pub spans: Vec<SpanPatch>,
    #[garde(dive)]
    pub maybe: Option<SpanPatch>,
    #[garde(dive)]
    #[payload(optional)]
    pub across: Option<Option<AcrossPatch>>,
}
