//! Payloads with type parameters.

use portcullis::{Uuid, garde, payload};

use super::{Colour, Point};

/// A part of a list that is too long to be sent at once.
#[payload(unknown = "strip", patch(PagePatch: allow_empty))]
#[derive(Clone, Debug, PartialEq)]
pub struct Page<T> {
    #[garde(dive, length(max = 3), custom(is_no_odd_page))]
    pub items: Vec<T>,
    #[garde(length(chars, min = 1, max = 9))]
    #[payload(trim)]
    pub next: Option<String>,
    #[garde(dive)]
    #[payload(optional)]
    pub first: Option<Option<T>>,
    #[garde(dive)]
    #[serde(default)]
    pub rest: Option<Box<Page<T>>>,
}

fn is_no_odd_page<T>(items: &[T], _: &()) -> garde::Result {
    if items.len() == 1 { Err(garde::Error::new("Must not be alone")) } else { Ok(()) }
}

/// What has changed, of plain values.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Revision<Key, Value> {
    #[garde(skip)]
    pub key: Key,
    #[garde(required)]
    #[serde(alias = "value")]
    pub new_value: Option<Value>,
    #[garde(length(max = 2))]
    #[serde(default)]
    pub old_values: Vec<Value>,
    #[garde(range(max = 9))]
    pub times: u8,
}

/// Instances in other payloads, and in each other.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Instances {
    #[garde(dive)]
    pub points: Page<Point>,
    #[garde(dive)]
    pub pages: Page<Page<Point>>,
    #[garde(dive)]
    pub changes: Vec<Revision<String, Vec<Option<f64>>>>,
    #[garde(dive)]
    pub change: Option<Revision<Uuid, Colour>>,
    #[garde(dive)]
    pub tagged: Tagged<u64>,
    #[garde(dive, length(max = 2))]
    pub happened: Vec<Happened<Page<Point>>>,
}

/// A newtype of what it is given.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Tagged<T>(#[garde(custom(is_fine))] pub T);

fn is_fine<T>(_: &T, _: &()) -> garde::Result {
    Ok(())
}

/// What has happened to what it is given.
#[payload]
#[serde(tag = "event", content = "data", rename_all = "snake_case")]
#[derive(Clone, Debug, PartialEq)]
pub enum Happened<T> {
    Created(#[garde(dive)] T),
    Moved {
        #[garde(dive)]
        from: T,
        #[garde(dive)]
        to: Option<T>,
        #[garde(range(max = 9))]
        times: u8,
    },
    Swapped(#[garde(dive)] T, #[garde(dive)] T),
    Gone,
}

/// A name among the fields of what it is given.
#[payload]
#[serde(tag = "kind")]
#[derive(Clone, Debug, PartialEq)]
pub enum Sort<T> {
    Whole(#[garde(dive)] T),
    Part {
        #[garde(dive)]
        parts: Vec<T>,
    },
}

pub type HappenedOfPoint = Happened<Point>;
pub type SortOfPageOfPoint = Sort<Page<Point>>;
pub type PageOfPoint = Page<Point>;
pub type PagePatchOfPoint = PagePatch<Point>;
pub type RevisionOfIntegerAndColour = Revision<i64, Colour>;
