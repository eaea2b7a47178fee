//! What can be wrong with a value: the one list of issue codes, with their params and messages.
//!
//! The codes are Zod 4's where Zod has a word for it, so that code which knows Zod's issues knows
//! these; `required` and `duplicate_key` are ours.

use std::borrow::Cow;
use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::formats::{DecimalFormat, Format};
use crate::schema::Choices;

/// One thing that is wrong with an input: `{ path, code, message, params }`.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Where: wire names and indices from the root on; empty for the root itself.
    pub path: Vec<Segment>,
    /// What, with its params.
    pub reason: Reason,
}

impl Issue {
    /// What is wrong, for programs.
    pub fn code(&self) -> &'static str {
        self.reason.code()
    }

    /// What is wrong, for people: a sentence that a form can show beside the field.
    pub fn message(&self) -> Cow<'_, str> {
        self.reason.message()
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, segment) in self.path.iter().enumerate() {
            match segment {
                Segment::Key(key) if at == 0 => write!(f, "{key}")?,
                Segment::Key(key) => write!(f, ".{key}")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
            }
        }
        if !self.path.is_empty() {
            f.write_str(": ")?;
        }
        write!(f, "{} ({})", self.message(), self.code())
    }
}

impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut issue = serializer.serialize_struct("Issue", 4)?;
        issue.serialize_field("path", &self.path)?;
        issue.serialize_field("code", self.code())?;
        issue.serialize_field("message", &self.message())?;
        issue.serialize_field("params", &self.reason)?;
        issue.end()
    }
}

/// A step on the way from the root of the input to a value in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Segment {
    /// Into an object, by the name on the wire.
    Key(&'static str),
    /// Into a list, counted from 0.
    Index(usize),
}

macro_rules! reasons {
    ($(
        $(#[doc = $docs:literal])*
        $code:literal $name:ident { $($(#[doc = $field_docs:literal])* $(#[serde($serde:meta)])? $field:ident: $type:ty,)* }
    )*) => {
        /// What is wrong with a value. The fields of a variant are the issue's `params`.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(untagged)]
        pub enum Reason {
            $($(#[doc = $docs])* $name { $($(#[doc = $field_docs])* $(#[serde($serde)])? $field: $type,)* },)*
        }

        impl Reason {
            /// The issue's code.
            pub const fn code(&self) -> &'static str {
                match self {
                    $(Reason::$name { .. } => $code,)*
                }
            }
        }
    };
}

reasons! {
    /// A field that must be there is missing.
    "required" Required {}

    /// The value is of another JSON type than it should be.
    "invalid_type" InvalidType {
        /// `string`, `number`, `int`, `boolean`, `array` or `object`.
        expected: &'static str,
        /// `string`, `number`, `boolean`, `array`, `object` or `null`.
        received: &'static str,
    }

    /// The value is none of those allowed.
    "invalid_value" InvalidValue {
        /// What is allowed.
        values: Vec<Literal>,
    }

    /// The text is not spelled as its format demands.
    "invalid_format" InvalidFormat {
        /// The format's name.
        #[serde(serialize_with = "format_name")]
        format: &'static Format,
    }

    /// The text is no decimal number, or has too many digits.
    "invalid_format" NotDecimal {
        /// `decimal`.
        format: &'static str,
        /// How many digits there may be in all, where all that may be after the point count.
        precision: u8,
        /// How many digits there may be after the point.
        scale: u8,
    }

    /// The text does not match its pattern.
    "invalid_format" Mismatch {
        /// `regex`.
        format: &'static str,
        /// The regular expression, without slashes; the same in Rust, and in ECMAScript under the
        /// flags `u` and `v`.
        pattern: &'static str,
    }

    /// The text lacks a part.
    "invalid_format" NotIncluded {
        /// `includes`.
        format: &'static str,
        /// What must be in it.
        includes: &'static str,
    }

    /// The text does not start as it must.
    "invalid_format" WrongStart {
        /// `starts_with`.
        format: &'static str,
        /// How it must start.
        prefix: &'static str,
    }

    /// The text does not end as it must.
    "invalid_format" WrongEnd {
        /// `ends_with`.
        format: &'static str,
        /// How it must end.
        suffix: &'static str,
    }

    /// Too short, too few or too low.
    "too_small" TooSmall {
        /// What kind of value it is.
        origin: Origin,
        /// The smallest that is allowed.
        minimum: Limit,
        /// Whether the minimum itself is allowed.
        inclusive: bool,
        /// Whether the minimum is the only length allowed; absent from JSON if not.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        exact: bool,
        /// What is counted in a string; absent from JSON for other origins.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<&'static str>,
    }

    /// Too long, too many or too high.
    "too_big" TooBig {
        /// What kind of value it is.
        origin: Origin,
        /// The largest that is allowed.
        maximum: Limit,
        /// Whether the maximum itself is allowed.
        inclusive: bool,
        /// Whether the maximum is the only length allowed; absent from JSON if not.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        exact: bool,
        /// What is counted in a string; absent from JSON for other origins.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<&'static str>,
    }

    /// The number is no whole multiple of its divisor.
    "not_multiple_of" NotMultipleOf {
        /// The divisor.
        divisor: Limit,
    }

    /// The item is in the list already.
    "not_unique" NotUnique {
        /// Where it is for the first time, counted from 0.
        first: usize,
    }

    /// The object has keys that no field has.
    "unrecognized_keys" UnrecognizedKeys {
        /// The keys, at most 20 of them, each cut to 100 bytes.
        keys: Vec<String>,
    }

    /// The object has the key more than once.
    "duplicate_key" DuplicateKey {}

    /// The value is not the same as another field's.
    "custom" Unequal {
        /// The other field, by its name on the wire.
        matches: &'static str,
    }

    /// A rule of the application refused the value.
    "custom" Custom {
        /// What the rule said.
        #[serde(skip)]
        message: String,
    }
}

impl Reason {
    /// The object has none of its fields, and must have one.
    pub(crate) const NO_FIELD: Reason = Reason::TooSmall {
        origin: Origin::Object,
        minimum: Limit::Integer(1),
        inclusive: true,
        exact: false,
        unit: None,
    };

    /// The message in English, made from the params alone.
    pub fn message(&self) -> Cow<'_, str> {
        match self {
            Reason::Required {} => "This field is required".into(),
            Reason::InvalidType { expected, .. } => match *expected {
                "string" => "Must be text",
                "number" => "Must be a number",
                "int" => "Must be a whole number",
                "boolean" => "Must be true or false",
                "array" => "Must be a list",
                _ => "Must be an object",
            }
            .into(),
            Reason::InvalidValue { values } => {
                let values: Vec<_> = values.iter().map(Literal::text).collect();
                format!("Must be one of: {}", values.join(", ")).into()
            }
            Reason::NotMultipleOf { divisor } => format!("Must be a multiple of {}", divisor.digits()).into(),
            Reason::NotUnique { first } => format!("Must not repeat item {}", first + 1).into(),
            Reason::InvalidFormat { format } => format.message.into(),
            Reason::NotDecimal { precision, scale, .. } => decimal(*precision, *scale).into(),
            Reason::Mismatch { .. } => "Must match the requested format".into(),
            Reason::NotIncluded { includes, .. } => format!("Must contain \"{includes}\"").into(),
            Reason::WrongStart { prefix, .. } => format!("Must start with \"{prefix}\"").into(),
            Reason::WrongEnd { suffix, .. } => format!("Must end with \"{suffix}\"").into(),
            Reason::TooSmall { origin, minimum, inclusive, exact, unit } => {
                let quantity = Quantity { origin: *origin, limit: *minimum, unit: *unit };
                match (exact, inclusive) {
                    (true, _) => quantity.sentence("exactly"),
                    (false, true) => quantity.sentence("at least"),
                    (false, false) => quantity.sentence("more than"),
                }
                .into()
            }
            Reason::TooBig { origin, maximum, inclusive, exact, unit } => {
                let quantity = Quantity { origin: *origin, limit: *maximum, unit: *unit };
                match (exact, inclusive) {
                    (true, _) => quantity.sentence("exactly"),
                    (false, true) => quantity.sentence("at most"),
                    (false, false) => quantity.sentence("less than"),
                }
                .into()
            }
            Reason::UnrecognizedKeys { keys } => match keys.as_slice() {
                [key] => format!("Unknown field: {key}").into(),
                keys => format!("Unknown fields: {}", keys.join(", ")).into(),
            },
            Reason::DuplicateKey {} => "This field appears more than once".into(),
            Reason::Unequal { matches } => format!("Must be the same as {matches}").into(),
            Reason::Custom { message } => message.as_str().into(),
        }
    }
}

/// What kind of value a limit is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The length of text.
    String,
    /// A number itself.
    Number,
    /// The number of items in a list.
    Array,
    /// The number of fields in an object, of which it has none.
    Object,
}

/// A limit. In JSON it is a number; a string where that would not be exact in JavaScript: beyond
/// 2^53 for 64-bit integers, and for decimals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// A whole number.
    Integer(i64),
    /// A whole number above `i64`.
    Large(u64),
    /// A number with a fraction, or beyond 2^53.
    Number(f64),
    /// A decimal number, in units of its last place.
    Decimal(i128, &'static DecimalFormat),
}

impl Serialize for Limit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Limit::Integer(limit) if limit.unsigned_abs() <= MAX_EXACT => serializer.serialize_i64(limit),
            Limit::Integer(limit) => serializer.collect_str(&limit),
            Limit::Large(limit) => serializer.collect_str(&limit),
            Limit::Number(limit) => serializer.serialize_f64(limit),
            Limit::Decimal(limit, format) => serializer.serialize_str(&format.write(limit)),
        }
    }
}

/// 2^53: up to here doubles hold every whole number.
const MAX_EXACT: u64 = 1 << 53;

impl Limit {
    /// A whole limit within 64 bits.
    pub fn whole(limit: i128) -> Limit {
        match i64::try_from(limit) {
            Ok(limit) => Limit::Integer(limit),
            Err(_) => Limit::Large(u64::try_from(limit).unwrap_or_default()),
        }
    }

    fn digits(&self) -> String {
        // In a string, where the number would not be read as it is.
        crate::json::to_string(self).unwrap_or_default().trim_matches('"').to_owned()
    }

    /// The limit of a number that may be whole.
    pub fn of(number: f64) -> Limit {
        let integer = number as i64;
        let is_whole = integer as f64 == number && integer.unsigned_abs() <= MAX_EXACT;
        if is_whole { Limit::Integer(integer) } else { Limit::Number(number) }
    }
}

/// A value that is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Literal {
    /// Text.
    Text(&'static str),
    /// A whole number.
    Integer(Limit),
}

impl Literal {
    fn text(&self) -> Cow<'static, str> {
        match self {
            Literal::Text(text) => Cow::Borrowed(text),
            Literal::Integer(number) => Cow::Owned(number.digits()),
        }
    }
}

impl From<Choices> for Vec<Literal> {
    fn from(choices: Choices) -> Vec<Literal> {
        match choices {
            Choices::Texts(texts) => texts.iter().copied().map(Literal::Text).collect(),
            Choices::Integers(integers) => {
                integers.iter().map(|number| Literal::Integer(Limit::whole(*number))).collect()
            }
        }
    }
}

/// "at least 3 characters", in the grammar that the origin asks for.
struct Quantity {
    origin: Origin,
    limit: Limit,
    unit: Option<&'static str>,
}

impl Quantity {
    fn sentence(&self, comparison: &str) -> String {
        let limit = self.limit.digits();
        let one = self.limit == Limit::Integer(1);
        let noun = match (self.origin, self.unit) {
            (Origin::Object, _) => return "Give at least one field".to_owned(),
            (Origin::Number, _) => return format!("Must be {comparison} {limit}"),
            (Origin::Array, _) if one => "item",
            (Origin::Array, _) => "items",
            (Origin::String, Some("bytes")) if one => "byte",
            (Origin::String, Some("bytes")) => "bytes",
            (Origin::String, _) if one => "character",
            (Origin::String, _) => "characters",
        };
        format!("Must have {comparison} {limit} {noun}")
    }
}

#[cold]
fn decimal(precision: u8, scale: u8) -> String {
    let digits = |count: u8| format!("{count} {}", if count == 1 { "digit" } else { "digits" });
    match scale {
        0 => format!("Must be a whole number of at most {}", digits(precision)),
        _ => format!(
            "Must be a decimal number with at most {} before the point and {} after it",
            digits(precision - scale),
            digits(scale)
        ),
    }
}

fn format_name<S: Serializer>(format: &&'static Format, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(format.name)
}
