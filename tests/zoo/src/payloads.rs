//! Payloads that no application has: every shape, rule and normalisation, in all the ways that
//! they can be combined.

#![allow(missing_docs, reason = "the names say it all")]

use portcullis::chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Utc};
use portcullis::garde;
use portcullis::{Decimal, SafeInteger, Uuid, payload};

#[path = "rules.rs"]
mod rules;
pub use rules::*;

#[path = "patches.rs"]
mod patches;
pub use patches::*;

#[payload(patch(NumbersPatch))]
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    #[garde(skip)]
    pub i8: i8,
    #[garde(range(min = -300, max = 300))]
    pub i16: i16,
    #[garde(range(min = -5))]
    pub i32: i32,
    #[garde(range(max = 9))]
    pub u8: u8,
    #[garde(range(equal = 7))]
    pub u16: u16,
    #[garde(skip)]
    pub u32: u32,
    #[garde(range(min = -1.5, max = 1e6))]
    pub f64: f64,
    #[garde(range(min = 0.1))]
    pub maybe_f64: Option<f64>,
    #[garde(inner(range(min = 1, max = 3)))]
    pub list: Vec<u32>,
    #[garde(inner(inner(range(max = 0.5))))]
    pub nested: Vec<Vec<f64>>,
    #[garde(length(max = 3), inner(range(min = 10)))]
    pub options: Vec<Option<i16>>,
    #[garde(skip)]
    pub bools: Vec<bool>,
}

#[payload(patch(TextsPatch))]
#[derive(Clone, Debug, PartialEq)]
#[serde(rename_all = "camelCase")]
pub struct Texts {
    #[garde(length(chars, min = 2, max = 5))]
    pub in_chars: String,
    #[garde(length(bytes, min = 2, max = 9))]
    #[payload(trim)]
    pub in_bytes: String,
    #[garde(length(utf16, equal = 4))]
    #[payload(lowercase)]
    pub in_utf16: String,
    #[garde(length(graphemes, min = 1, max = 3))]
    #[payload(lowercase, trim)]
    pub in_graphemes: Option<String>,
    #[garde(email)]
    #[payload(trim, lowercase)]
    pub email: String,
    #[garde(email, length(chars, max = 12))]
    pub raw_email: Option<String>,
    #[garde(skip)]
    #[payload(trim)]
    #[serde(rename = "free text, é")]
    pub free: Option<String>,
    #[garde(length(min = 1, max = 4), inner(length(chars, min = 1, max = 3)))]
    #[payload(inner(trim, lowercase))]
    pub tags: Vec<String>,
    #[garde(inner(length(min = 1), inner(length(bytes, max = 6))))]
    #[payload(inner(inner(trim)))]
    pub lines: Option<Vec<String>>,
    #[garde(inner(inner(length(chars, equal = 1))))]
    pub grid: Vec<Vec<String>>,
    #[garde(inner(length(chars, min = 1)))]
    #[payload(inner(lowercase))]
    pub gaps: Vec<Option<String>>,
}

const FLAG: &str = "🚀";

/// What text can be told to be.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Strings {
    #[garde(pattern("^[A-Z]{2}$"))]
    #[payload(trim)]
    pub country: String,
    #[garde(pattern("é|b+c"), length(chars, max = 9))]
    pub anywhere: Option<String>,
    #[garde(pattern(r"^(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,2})?$"))]
    pub amount: String,
    #[garde(pattern(r"^[^\n]*[^\u{0}-\u{7f}]$"))]
    pub ends_beyond_ascii: Option<String>,
    #[garde(inner(pattern("^(?:[a-z]+(?:-[a-z]+)*)?$"), length(bytes, max = 8)))]
    #[payload(inner(lowercase))]
    pub slugs: Vec<String>,
    #[garde(ascii)]
    pub ascii: String,
    #[garde(alphanumeric)]
    #[payload(trim)]
    pub alphanumeric: Option<String>,
    #[garde(contains("ab"))]
    pub contains: Option<String>,
    #[garde(prefix(FLAG), suffix("\"é"))]
    pub affixes: Option<String>,
    #[garde(inner(prefix("a"), suffix("ba"), contains("ß")))]
    pub parts: Vec<String>,
    #[garde(pattern("^[^a-zé]*$"))]
    #[payload(uppercase, collapse_whitespace)]
    pub upper: String,
    #[garde(length(utf16, max = 9))]
    #[payload(collapse_whitespace, trim)]
    pub one_line: Option<String>,
    #[garde(inner(length(chars, max = 4)))]
    #[payload(inner(trim, uppercase))]
    pub codes: Vec<String>,
    #[garde(email)]
    #[payload(uppercase)]
    pub loud_email: Option<String>,
    #[garde(ip)]
    pub ip: String,
    #[garde(ipv4)]
    pub ipv4: Option<String>,
    #[garde(inner(ipv6))]
    pub ipv6: Vec<String>,
}

#[payload]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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

fn no_x(text: &str, _: &()) -> garde::Result {
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

fn not_the_origin(point: &Point, _: &()) -> garde::Result {
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

/// Refers to itself.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    #[garde(range(max = 100))]
    pub weight: u8,
    #[garde(dive)]
    #[serde(default)]
    pub children: Vec<Tree>,
}

/// Numbers that need more than 32 bits, or fewer than a double has.
#[payload(patch(WidthsPatch))]
#[derive(Clone, Debug, PartialEq)]
pub struct Widths {
    #[garde(skip)]
    pub signed: i64,
    #[garde(range(min = 5, max = 18_446_744_073_709_551_614))]
    pub unsigned: u64,
    #[garde(range(min = -9_000_000_000_000_000_000))]
    pub maybe: Option<i64>,
    #[garde(inner(range(max = 10)))]
    pub list: Vec<i64>,
    #[garde(skip)]
    pub gaps: Vec<Option<i64>>,
    #[garde(inner(inner(range(min = 1))))]
    pub natural_gaps: Vec<Option<u64>>,
    #[garde(skip)]
    #[serde(default)]
    pub counter: u64,
    #[garde(range(min = -1))]
    pub safe: SafeInteger,
    #[garde(skip)]
    pub safe_list: Vec<Option<SafeInteger>>,
}

/// What JavaScript holds with more digits than Rust.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Singles {
    #[garde(range(min = -0.1, max = 0.3))]
    pub limited: f32,
    #[payload(greater_than = 0.1, less_than = 0.7)]
    pub between: Option<f32>,
    #[garde(skip)]
    pub list: Vec<f32>,
    #[garde(skip)]
    pub maybe: Option<f32>,
}

/// Refers to itself through a box.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    #[garde(range(max = 100))]
    pub weight: u8,
    #[garde(dive)]
    pub next: Option<Box<Chain>>,
}

const ONE_CENT: Decimal<12, 2> = Decimal::from_scaled(1);

/// Exact decimal numbers, which are text on the wire.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Decimals {
    #[garde(skip)]
    pub any: Decimal<4, 2>,
    #[garde(range(min = ONE_CENT, max = Decimal::from_scaled(999_999_999_999)))]
    pub price: Decimal<12, 2>,
    #[garde(range(max = Decimal::from_scaled(5)), custom(not_half))]
    pub share: Option<Decimal<1, 1>>,
    #[garde(range(min = Decimal::from_scaled(-9_999_999_999_999_999_999_999_999_998)))]
    pub large: Decimal<28, 0>,
    #[garde(inner(range(equal = Decimal::from_scaled(0))))]
    pub zeros: Vec<Decimal<28, 28>>,
    #[payload(inner(inner(greater_than = Decimal::from_scaled(0))))]
    pub gaps: Vec<Option<Decimal<3, 1>>>,
    #[garde(skip)]
    #[serde(default)]
    pub nothing: Decimal<3, 2>,
}

fn not_half(share: &Option<Decimal<1, 1>>, _: &()) -> garde::Result {
    if *share == Some(Decimal::from_scaled(5)) { Err(garde::Error::new("Must not be a half")) } else { Ok(()) }
}

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

/// Days, times and moments.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Times {
    #[garde(skip)]
    pub day: NaiveDate,
    #[garde(inner(inner(custom(is_no_leap_day))))]
    pub days: Option<Vec<NaiveDate>>,
    #[garde(skip)]
    pub time: NaiveTime,
    #[garde(skip)]
    pub moment: DateTime<Utc>,
    #[garde(length(max = 2))]
    pub local: Vec<Option<DateTime<FixedOffset>>>,
    #[garde(skip)]
    #[serde(default)]
    pub epoch: DateTime<Utc>,
}

fn is_no_leap_day(day: &NaiveDate, _: &()) -> garde::Result {
    if (day.month(), day.day()) == (2, 29) { Err(garde::Error::new("Must not be a leap day")) } else { Ok(()) }
}

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

/// Text with rules and normalisation of its own.
#[payload]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phone(
    #[garde(length(chars, min = 1, max = 9), pattern("^[0-9 +]*$"), custom(not_seven))]
    #[payload(trim)]
    String,
);

fn not_seven(phone: &str, _: &()) -> garde::Result {
    if phone.len() == 7 { Err(garde::Error::new("Must not be seven")) } else { Ok(()) }
}

/// A newtype of a newtype.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Mobile(#[garde(dive, custom(is_mobile))] Phone);

fn is_mobile(phone: &Phone, _: &()) -> garde::Result {
    if phone.0.len() == 5 { Err(garde::Error::new("Must be a mobile")) } else { Ok(()) }
}

/// A newtype whose field has a name.
#[payload]
#[serde(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Percent {
    #[garde(range(max = 100))]
    pub value: u8,
}

/// A newtype of a list.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Handles(
    #[garde(length(max = 3), inner(length(chars, min = 1, max = 4)))]
    #[payload(inner(lowercase, trim), unique)]
    Vec<String>,
);

/// A newtype of an object.
#[payload]
#[serde(transparent)]
#[derive(Clone, Debug, PartialEq)]
pub struct Corner {
    #[garde(dive, custom(not_the_origin))]
    pub point: Point,
}

/// Newtypes of text in all places.
#[payload(check = differ(phone, mobile), at = mobile)]
#[derive(Clone, Debug, PartialEq)]
pub struct Newtypes {
    #[garde(dive, custom(is_known))]
    pub phone: Phone,
    #[garde(dive, matches(phone))]
    pub again: Phone,
    #[garde(dive)]
    pub mobile: Mobile,
    #[garde(dive, custom(not_four))]
    pub maybe: Option<Phone>,
    #[garde(dive)]
    #[payload(empty_as_null)]
    pub form: Option<Phone>,
    #[garde(dive)]
    #[payload(optional)]
    pub patch: Option<Option<Mobile>>,
    #[garde(dive, length(max = 3))]
    #[payload(unique)]
    pub list: Vec<Phone>,
}

/// Newtypes of other things in all places.
#[payload]
#[derive(Clone, Debug, PartialEq)]
pub struct Wrapped {
    #[garde(dive)]
    pub gaps: Vec<Option<Percent>>,
    #[garde(dive)]
    pub pair: [Percent; 2],
    #[garde(dive)]
    #[serde(default)]
    pub share: Percent,
    #[garde(dive)]
    pub handles: Option<Handles>,
    #[garde(dive)]
    pub table: Vec<Handles>,
    #[garde(dive)]
    pub corner: Corner,
    #[garde(dive)]
    pub corners: Vec<Corner>,
    #[garde(dive, required)]
    pub needed: Option<Corner>,
}

fn is_known(phone: &Phone, _: &()) -> garde::Result {
    if phone.0.len() == 6 { Err(garde::Error::new("Must be known")) } else { Ok(()) }
}

fn not_four(phone: &Option<Phone>, _: &()) -> garde::Result {
    match phone {
        Some(phone) if phone.0.len() == 4 => Err(garde::Error::new("Must not be four")),
        _ => Ok(()),
    }
}

fn differ(phone: &Phone, mobile: &Mobile) -> garde::Result {
    if *phone == mobile.0 { Err(garde::Error::new("Must not be the same")) } else { Ok(()) }
}
