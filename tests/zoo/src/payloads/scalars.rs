//! Numbers, texts, decimals and times, with garde's rules.

use std::borrow::Cow;

use portcullis::chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Utc};
use portcullis::{Bytes, Decimal, SafeInteger, Uuid, garde, payload};

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
    #[garde(length(chars, max = 6))]
    #[payload(nfc, trim)]
    pub composed: Option<String>,
    #[garde(length(min = 0), inner(length(utf16, max = 9)))]
    #[payload(inner(lowercase, nfc))]
    pub small_composed: Vec<String>,
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

/// What else is text on the wire.
#[payload(patch(SpelledPatch))]
#[derive(Clone, Debug, PartialEq)]
pub struct Spelled {
    #[garde(custom(no_space))]
    pub letter: char,
    #[garde(length(max = 4))]
    #[payload(unique)]
    pub letters: Vec<char>,
    #[garde(inner(custom(no_space)))]
    #[serde(default)]
    pub maybe_letter: Option<char>,
    #[garde(length(chars, min = 1, max = 5), pattern("^[a-zé ]*$"))]
    #[payload(trim, lowercase)]
    pub cow: Cow<'static, str>,
    #[garde(email)]
    #[payload(empty_as_null)]
    pub maybe_cow: Option<Cow<'static, str>>,
    #[payload(inner(one_of("a", "bé")))]
    pub cows: Vec<Cow<'static, str>>,
    #[garde(length(bytes, min = 1, max = 4))]
    pub bytes: Bytes,
    #[garde(length(bytes, max = 3), inner(custom(not_two)))]
    pub maybe_bytes: Option<Bytes>,
    #[garde(inner(length(bytes, equal = 2)))]
    #[payload(unique)]
    pub keys: Vec<Bytes>,
    #[garde(skip)]
    #[serde(default)]
    pub nothing: Bytes,
    #[payload(uuidv4)]
    pub random: Uuid,
    #[payload(uuidv7)]
    pub timed: Option<Uuid>,
    #[payload(unique, inner(uuidv4))]
    pub several: Vec<Uuid>,
}

fn no_space(letter: &char, _: &()) -> garde::Result {
    if *letter == ' ' { Err(garde::Error::new("Must not be a space")) } else { Ok(()) }
}

fn not_two(bytes: &Bytes, _: &()) -> garde::Result {
    if bytes.len() == 2 { Err(garde::Error::new("Must not be two")) } else { Ok(()) }
}
