//! Enums with data: with their names inside, beside and around what they hold.

use portcullis::{Uuid, garde, payload};

use super::{Colour, Depth, Span};

/// Known by a name beside its own fields.
#[payload]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Point,
    /// All around a point.
    Circle(#[garde(dive)] Round),
    #[serde(alias = "rect", alias = "box")]
    Rectangle {
        #[garde(range(min = 1))]
        the_width: u32,
        #[garde(range(max = 9))]
        #[serde(default)]
        the_height: u32,
        #[garde(length(chars, max = 3))]
        #[payload(trim, lowercase, empty_as_null)]
        label: Option<String>,
    },
    #[serde(rename = "Polygon!", rename_all = "UPPERCASE")]
    Polygon {
        #[garde(length(min = 3))]
        corners: Vec<(f64, f64)>,
        #[garde(dive)]
        inner: Option<Box<Round>>,
        #[garde(skip)]
        #[payload(optional)]
        note: Option<Option<String>>,
    },
    Deep(#[garde(dive, custom(shallow))] Depth),
    Span(#[garde(dive)] Span),
}

fn shallow(depth: &Depth, _: &()) -> garde::Result {
    if depth.first.len() > 2 { Err(garde::Error::new("too deep")) } else { Ok(()) }
}

#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Round {
    #[garde(range(min = 0.5))]
    pub radius: f64,
    #[garde(skip)]
    #[payload(optional)]
    pub colour: Option<Colour>,
    #[garde(skip)]
    pub id: Option<i64>,
}

/// What drops unknown keys, and takes names that it does not know.
#[payload(unknown = "strip")]
#[serde(tag = "type")]
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Created {
        #[garde(skip)]
        id: Uuid,
        #[garde(custom(even))]
        version: u8,
    },
    Deleted,
    #[serde(other)]
    Unknown,
}

fn even(number: &u8, _: &()) -> garde::Result {
    if number.is_multiple_of(2) { Ok(()) } else { Err(garde::Error::new("not even")) }
}

/// A name beside what it means.
#[payload]
#[serde(tag = "event", content = "data", rename_all = "kebab-case")]
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    Pinged,
    #[serde(alias = "scribbled")]
    Noted(
        #[garde(length(chars, min = 2, max = 5))]
        #[payload(trim)]
        String,
    ),
    Perhaps(#[garde(range(max = 9))] Option<u8>),
    Drawn(#[garde(dive)] Shape),
    Listed(#[garde(length(max = 2), inner(range(min = 1)))] Vec<u8>),
    Placed(#[garde(skip)] f64, #[garde(dive)] Round, #[garde(skip)] Option<String>),
    Moved {
        #[garde(range(min = -1.0, max = 1.0))]
        by: f64,
        #[garde(skip)]
        #[serde(default)]
        twice: bool,
    },
}

/// The same, which drops unknown keys.
#[payload(unknown = "strip")]
#[serde(tag = "event", content = "data")]
#[derive(Clone, Debug, PartialEq)]
pub enum Report {
    Empty,
    Count(#[garde(range(max = 99))] u64),
    #[serde(rename_all = "camelCase")]
    Names {
        #[garde(skip)]
        first_name: String,
        #[garde(custom(even))]
        how_often: u8,
    },
    #[serde(other)]
    Other,
}

/// A name around what it means, or alone.
#[payload]
#[serde(rename_all = "camelCase")]
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    Nobody,
    #[serde(alias = "anybody")]
    AnyOne,
    #[serde(alias = "person")]
    Contact(#[garde(range(min = 1))] u32),
    Choice(#[garde(skip)] Option<Colour>),
    Event(#[garde(dive)] Event),
    Both(#[garde(dive)] Depth, #[garde(dive)] Vec<Depth>),
    Named {
        #[garde(length(chars, max = 4), alphanumeric)]
        #[payload(uppercase)]
        name: String,
        #[garde(skip)]
        #[payload(optional)]
        detail: Option<bool>,
    },
}

/// In all places that a value can have.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Unions {
    #[garde(dive)]
    pub shape: Shape,
    #[garde(dive, length(max = 3))]
    pub shapes: Vec<Shape>,
    #[garde(dive)]
    pub event: Option<Event>,
    #[garde(dive)]
    pub targets: Vec<Option<Target>>,
    #[garde(dive, custom(somebody))]
    pub target: Target,
    #[garde(dive)]
    pub pair: (Target, Option<Shape>),
    #[garde(dive)]
    #[payload(optional)]
    pub change: Option<Change>,
}

fn somebody(target: &Target, _: &()) -> garde::Result {
    if *target == Target::Nobody { Err(garde::Error::new("nobody is there")) } else { Ok(()) }
}

/// Names that have other names, in a list of them.
#[payload]
#[serde(rename_all = "lowercase")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    #[serde(alias = "s", alias = "klein")]
    Small,
    Large,
    #[serde(other)]
    Odd,
}

#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Sizes {
    #[garde(skip)]
    pub size: Size,
    #[garde(length(max = 3))]
    pub all: Vec<Option<Size>>,
}

/// Known by nothing but its shape.
#[payload]
#[serde(untagged)]
#[derive(Clone, Debug, PartialEq)]
pub enum Either {
    Nothing,
    Flag(#[garde(skip)] bool),
    Whole(#[garde(skip)] u32),
    Number(#[garde(range(max = 1000.0))] f64),
    Colour(#[garde(skip)] Colour),
    Id(#[garde(skip)] Uuid),
    Text(
        #[garde(length(chars, min = 2, max = 9))]
        #[payload(trim)]
        String,
    ),
    Flags(#[garde(skip)] bool, #[garde(skip)] Option<bool>),
    List(#[garde(length(max = 2), dive)] Vec<Either>),
    Round(#[garde(dive)] Round),
    Shape(#[garde(dive)] Shape),
    Pair {
        #[garde(skip)]
        left: Option<u8>,
        #[garde(dive)]
        right: Box<Round>,
    },
    Depth(#[garde(dive, custom(shallow))] Depth),
}

/// The same, which drops unknown keys, so that the order says more.
#[payload(unknown = "strip")]
#[serde(untagged, rename_all_fields = "camelCase")]
#[derive(Clone, Debug, PartialEq)]
pub enum Loose {
    Both {
        #[garde(range(max = 9))]
        the_first: u8,
        #[garde(length(chars, max = 3))]
        #[payload(trim)]
        the_second: String,
    },
    First {
        #[garde(range(max = 9))]
        the_first: u16,
    },
    Target(#[garde(dive)] Target),
}

#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Untagged {
    #[garde(dive, custom(no_flag))]
    pub either: Either,
    #[garde(dive, length(max = 3))]
    pub all: Vec<Option<Either>>,
    #[garde(dive)]
    pub loose: Option<Loose>,
}

fn no_flag(either: &Either, _: &()) -> garde::Result {
    if *either == Either::Flag(false) { Err(garde::Error::new("neither")) } else { Ok(()) }
}
