//! What can be wrong with a value: the one list of issue codes, with their params and messages.
//!
//! The codes are Zod 4's where Zod has a word for it, so that code which knows Zod's issues knows
//! these; `required`, `duplicate_key` and `not_unique` are ours.

mod message;
mod params;
#[cfg(test)]
mod reference;

use std::borrow::Cow;
use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::formats::Format;
use crate::json::as_text;

pub(crate) use message::concat;
pub use params::{Limit, Literal, Origin};

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Segment {
    /// Into an object, by the name on the wire; or into a map, by its key, cut to 100 bytes.
    Key(Cow<'static, str>),
    /// Into a list, counted from 0.
    Index(usize),
}

impl Segment {
    /// Into a field.
    pub(crate) fn field(name: &'static str) -> Segment {
        Segment::Key(Cow::Borrowed(name))
    }

    /// Into a map, by its key.
    pub(crate) fn entry(key: &[u8]) -> Segment {
        Segment::Key(Cow::Owned(cut(key)))
    }
}

/// A step that is known before anything is found: most often nothing is, and then it needs no memory.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    /// Into a field.
    Field(&'static str),
    /// Into a list or tuple.
    Item(usize),
}

impl From<Step> for Segment {
    fn from(step: Step) -> Segment {
        match step {
            Step::Field(name) => Segment::field(name),
            Step::Item(index) => Segment::Index(index),
        }
    }
}

/// How many bytes are kept of a key that the input chose: there may be many issues beneath it.
const MAX_KEY_LENGTH: usize = 100;

/// The start of a key in UTF-8.
pub(crate) fn cut(key: &[u8]) -> String {
    let text = as_text(key).unwrap_or_default();
    text.get(..text.floor_char_boundary(MAX_KEY_LENGTH)).unwrap_or_default().to_owned()
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

        /// The list itself, for documentation: the code, what it says, and its params.
        #[cfg(test)]
        #[allow(clippy::type_complexity, reason = "it is printed, and that is all")]
        pub(crate) const LIST: &[(&str, &[&str], &[(&str, &[&str])])] = &[$(
            ($code, &[$($docs),*], &[$((stringify!($field), &[$($field_docs),*])),*]),
        )*];
    };
}

reasons! {
    /// A field that must be there is missing.
    "required" Required {}

    /// The value is of another JSON type than it should be.
    "invalid_type" InvalidType {
        /// `string`, `number`, `int`, `boolean`, `array`, `object` or `null`.
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
        /// What kind of value it is: `string`, `number`, `array` or `object`.
        origin: Origin,
        /// The smallest that is allowed.
        minimum: Limit,
        /// Whether the minimum itself is allowed.
        inclusive: bool,
        /// Whether the minimum is the only length allowed; absent from JSON if not.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        exact: bool,
        /// What is counted in a string (`chars`, `utf16`, `graphemes` or `bytes`); absent from JSON for other origins.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<&'static str>,
    }

    /// Too long, too many or too high.
    "too_big" TooBig {
        /// What kind of value it is: `string`, `number`, `array` or `object`.
        origin: Origin,
        /// The largest that is allowed.
        maximum: Limit,
        /// Whether the maximum itself is allowed.
        inclusive: bool,
        /// Whether the maximum is the only length allowed; absent from JSON if not.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        exact: bool,
        /// What is counted in a string (`chars`, `utf16`, `graphemes` or `bytes`); absent from JSON for other origins.
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

    /// The value is none of several alternatives, of which it could be any.
    "invalid_union" InvalidUnion {
        /// What is wrong with it as the nearest alternative: one list of at most ten issues, whose
        /// paths start at the value. No list where there was too much to try.
        errors: Vec<Vec<Issue>>,
    }

    /// The object has keys that no field has.
    "unrecognized_keys" UnrecognizedKeys {
        /// The keys, at most 20 of them, each cut to 100 bytes.
        keys: Vec<String>,
    }

    /// The key of a map is not as keys must be there.
    "invalid_key" InvalidKey {
        /// `record`.
        origin: &'static str,
        /// What is wrong with it; the paths are empty.
        issues: Vec<Issue>,
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
}

fn format_name<S: Serializer>(format: &&'static Format, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(format.name)
}
