//! Objects and lists: in each other, with defaults, wide and empty.

use portcullis::{Uuid, garde, payload};

use super::Span;

#[payload]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
pub enum Colour {
    #[default]
    Red,
    DarkGreen,
    #[serde(rename = "blue, é")]
    Blue,
}

#[payload(patch(DefaultsPatch: allow_empty))]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Defaults {
    #[garde(length(chars, max = 3))]
    #[serde(default)]
    pub text: String,
    #[garde(length(chars, min = 1))]
    #[serde(default)]
    pub too_short_by_default: String,
    #[garde(skip)]
    #[serde(default)]
    pub number: f64,
    #[garde(range(min = 1))]
    #[serde(default)]
    pub too_small_by_default: i32,
    #[garde(skip)]
    #[serde(default)]
    pub flag: bool,
    #[garde(inner(length(chars, max = 2)))]
    #[serde(default)]
    pub list: Vec<String>,
    #[garde(skip)]
    #[serde(default)]
    pub maybe: Option<u8>,
    #[garde(skip)]
    #[serde(default)]
    pub colour: Colour,
    #[garde(dive)]
    #[serde(default)]
    pub nested: Settings,
}

#[payload(unknown = "strip")]
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    #[garde(length(chars, max = 20))]
    #[payload(lowercase, collapse_whitespace)]
    pub name: String,
    #[garde(dive)]
    #[serde(default)]
    pub depth: Depth,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { name: "ÄÖÜ \u{130}\n\"Ⱥ\" 🚀".to_owned(), depth: Depth::default() }
    }
}

#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Depth {
    #[garde(length(chars, max = 30))]
    #[payload(trim)]
    pub first: String,
    #[garde(custom(no_x))]
    #[payload(lowercase)]
    pub second: String,
}

impl Default for Depth {
    fn default() -> Depth {
        Depth { first: " \u{3000}é ".to_owned(), second: "É".to_owned() }
    }
}

pub(super) fn no_x(text: &str, _: &()) -> garde::Result {
    if text.contains('x') { Err(garde::Error::new("Must not have an x")) } else { Ok(()) }
}

fn some(option: &Option<String>, _: &()) -> garde::Result {
    if option.is_none() { Err(garde::Error::new("Must be some")) } else { Ok(()) }
}

fn few_points(points: &[Point], _: &()) -> garde::Result {
    if points.iter().map(|point| point.x).sum::<f64>() > 100.0 {
        return Err(garde::Error::new("Must not sum up to more than 100"));
    }
    Ok(())
}

pub(super) fn not_the_origin(point: &Point, _: &()) -> garde::Result {
    if point.x == 0.0 && point.y == 0.0 { Err(garde::Error::new("Must not be the origin")) } else { Ok(()) }
}

#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    #[garde(range(min = -180.0, max = 180.0))]
    pub x: f64,
    #[garde(range(min = -90.0, max = 90.0))]
    pub y: f64,
    #[garde(length(chars, max = 8), inner(custom(no_x)))]
    #[payload(trim)]
    pub label: Option<String>,
}

#[payload(unknown = "strip", patch(NestedPatch))]
#[derive(Clone, Debug, PartialEq)]
pub struct Nested {
    #[garde(dive)]
    pub one: Point,
    #[garde(dive)]
    pub maybe: Option<Point>,
    #[garde(length(min = 1, max = 3), dive, custom(few_points))]
    pub list: Vec<Point>,
    #[garde(dive, custom(not_the_origin))]
    pub no_origin: Point,
    #[garde(dive)]
    pub gaps: Vec<Option<Point>>,
    #[garde(dive)]
    pub grid: Vec<Vec<Point>>,
    #[garde(custom(some))]
    pub needed: Option<String>,
    #[garde(inner(custom(no_x)))]
    pub words: Vec<String>,
    #[garde(skip)]
    pub colours: Vec<Colour>,
    #[garde(skip)]
    pub colour: Option<Colour>,
    #[garde(skip)]
    pub ids: Vec<Uuid>,
    #[garde(skip)]
    pub id: Option<Uuid>,
}

/// More fields than one header has states for.
#[payload(unknown = "strip")]
#[derive(Clone, Debug, PartialEq)]
#[garde(allow_unvalidated)]
pub struct Wide {
    pub a00: Option<u8>,
    pub a01: u8,
    pub a02: Option<String>,
    pub a03: Option<u8>,
    pub a04: Option<u8>,
    pub a05: Option<u8>,
    pub a06: Option<u8>,
    pub a07: Option<u8>,
    pub a08: Option<u8>,
    pub a09: Option<u8>,
    pub a10: Option<u8>,
    pub a11: Option<u8>,
    pub a12: Option<u8>,
    pub a13: Option<u8>,
    pub a14: Option<u8>,
    pub a15: u8,
    pub a16: u8,
    pub a17: Option<u8>,
    pub a18: Option<u8>,
    #[serde(default)]
    pub a19: u8,
    pub a20: Option<u8>,
    pub a21: Option<u8>,
    pub a22: Option<u8>,
    pub a23: Option<u8>,
    pub a24: Option<u8>,
    pub a25: Option<u8>,
    pub a26: Option<u8>,
    pub a27: Option<u8>,
    pub a28: Option<u8>,
    pub a29: Option<u8>,
    pub a30: Option<u8>,
    pub a31: u8,
    pub a32: u8,
    pub a33: Option<u8>,
    pub a34: Option<u8>,
    pub a35: Option<u8>,
    pub a36: Option<u8>,
    pub a37: Option<u8>,
    pub a38: Option<u8>,
    pub a39: Option<u8>,
    pub a40: Option<u8>,
    pub a41: Option<u8>,
    pub a42: Option<u8>,
    pub a43: Option<u8>,
    pub a44: Option<u8>,
    pub a45: Option<u8>,
    pub a46: Option<u8>,
    pub a47: u8,
    pub a48: Option<u8>,
    pub a49: u8,
}

#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Empty {}

/// Lists whose types say how long they are.
#[payload(patch(ArraysPatch))]
#[derive(Clone, Debug, PartialEq)]
pub struct Arrays {
    #[garde(inner(range(min = -180.0, max = 180.0)), custom(is_no_point))]
    pub bounds: [f64; 2],
    #[garde(inner(inner(length(chars, max = 3))))]
    #[payload(inner(inner(trim)))]
    pub words: Option<[String; 3]>,
    #[garde(inner(inner(range(max = 9))))]
    pub matrix: [[u8; 2]; 2],
    #[garde(length(max = 2), inner(inner(range(min = 0))))]
    pub rows: Vec<[Option<i64>; 1]>,
    #[garde(dive)]
    pub line: [Point; 2],
    #[garde(dive)]
    pub gaps: Option<[Option<Span>; 2]>,
    #[garde(skip)]
    pub nothing: [bool; 0],
    #[garde(skip)]
    #[serde(default)]
    pub zeros: [u32; 2],
}

fn is_no_point(bounds: &[f64; 2], _: &()) -> garde::Result {
    if bounds[0] == bounds[1] { Err(garde::Error::new("Must not be a point")) } else { Ok(()) }
}
