//! Rules across fields.

use portcullis::{garde, payload};

/// Fields that are compared with each other.
#[payload(check = in_order(start, end), at = end)]
#[payload(check = few_in_all(list, most), check = Self::named(name, maybe), at = maybe, check = even_end(end, most))]
#[payload(patch(AcrossPatch), pick(AcrossTexts: name, maybe, maybe_again), omit(AcrossRest: name, most, longest))]
#[derive(Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Across {
    #[garde(range(max = 9))]
    pub start: u8,
    #[garde(range(max = 9))]
    pub end: u8,
    #[garde(length(chars, min = 1, max = 4))]
    #[payload(trim)]
    pub name: String,
    #[garde(matches(name))]
    #[payload(trim)]
    pub name_again: String,
    #[garde(length(chars, max = 4), matches(maybe_again))]
    #[serde(rename = "perhaps")]
    pub maybe: Option<String>,
    #[garde(skip)]
    pub maybe_again: Option<String>,
    #[garde(inner(range(max = 90)))]
    pub list: Vec<u32>,
    #[garde(skip)]
    #[serde(default)]
    pub most: u16,
    #[garde(dive)]
    pub spans: Vec<Span>,
    #[garde(dive)]
    pub longest: Option<Span>,
}

impl Across {
    fn named(name: &str, maybe: &Option<String>) -> garde::Result {
        if maybe.as_deref().is_some_and(|maybe| maybe.starts_with(name)) {
            return Err(garde::Error::new("Must not start with the name"));
        }
        Ok(())
    }
}

/// Compared in a list, and below what is compared.
#[payload(unknown = "strip", check = in_order(from, to), patch(SpanPatch))]
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    #[garde(range(min = 1))]
    pub from: u8,
    #[garde(skip)]
    pub to: u8,
}

fn in_order(start: &u8, end: &u8) -> garde::Result {
    if start > end { Err(garde::Error::new("Must not be before the start")) } else { Ok(()) }
}

fn even_end(end: &u8, _: &u16) -> garde::Result {
    if end.is_multiple_of(2) { Ok(()) } else { Err(garde::Error::new("Must be even")) }
}

fn few_in_all(list: &[u32], most: &u16) -> garde::Result {
    if list.iter().sum::<u32>() > u32::from(*most) + 100 {
        Err(garde::Error::new("Must not sum up to more"))
    } else {
        Ok(())
    }
}
