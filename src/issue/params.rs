//! Params of issues that are more than text or a count.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::formats::DecimalFormat;
use crate::json::spell;
use crate::schema::Choices;

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
    /// The number of entries in a map.
    Map,
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
            Limit::Number(limit) => serializer.serialize_f64(limit),
            _ => serializer.serialize_str(&self.digits()),
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

    /// The number as people read it.
    #[inline(never)]
    pub(super) fn digits(&self) -> String {
        match *self {
            Limit::Integer(limit) => spell::whole(limit.into()),
            Limit::Large(limit) => spell::whole(limit.into()),
            Limit::Number(limit) => spell::double(limit),
            Limit::Decimal(limit, format) => format.write(limit),
        }
    }

    /// The limit of a number that may be whole.
    pub fn of(number: f64) -> Limit {
        let integer = number as i64;
        let is_whole = integer as f64 == number && integer.unsigned_abs() <= MAX_EXACT;
        if is_whole { Limit::Integer(integer) } else { Limit::double(number) }
    }

    /// The limit of a number that is not whole, or beyond 2^53.
    pub(crate) fn double(number: f64) -> Limit {
        spell::ask();
        Limit::Number(number)
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
    /// `true` or `false`.
    Boolean(bool),
}

impl Literal {
    /// The value as people read it.
    pub(super) fn text(&self) -> Cow<'static, str> {
        match self {
            Literal::Text(text) => Cow::Borrowed(text),
            Literal::Integer(number) => Cow::Owned(number.digits()),
            Literal::Boolean(true) => Cow::Borrowed("true"),
            Literal::Boolean(false) => Cow::Borrowed("false"),
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
            Choices::Boolean(only) => vec![Literal::Boolean(only)],
        }
    }
}
