//! What issues say to people, in English.

use std::borrow::Cow;

use super::{Issue, Limit, Literal, Origin, Reason};
use crate::json::spell;

impl Reason {
    /// The message in English, made from the params alone.
    pub fn message(&self) -> Cow<'_, str> {
        match (self.frame(), self.filling()) {
            (["", ""], filling) => filling,
            ([opening, ""], filling) if filling.is_empty() => Cow::Borrowed(opening),
            ([opening, ending], filling) => concat(&[opening, &filling, ending]).into(),
        }
    }

    /// What the message says before and behind what depends on the params.
    fn frame(&self) -> &'static [&'static str; 2] {
        match self {
            Reason::Required {} => &["This field is required", ""],
            Reason::InvalidType { .. } => &["Must be ", ""],
            Reason::InvalidValue { values } if values.len() == 1 => &["Must be ", ""],
            Reason::InvalidValue { .. } => &["Must be one of: ", ""],
            Reason::InvalidFormat { .. } | Reason::Custom { .. } => &["", ""],
            Reason::NotDecimal { scale: 0, .. } => &["Must be a whole number of at most ", ""],
            Reason::NotDecimal { .. } => &["Must be a decimal number with at most ", " after it"],
            Reason::Mismatch { .. } => &["Must match the requested format", ""],
            Reason::NotIncluded { .. } => &["Must contain \"", "\""],
            Reason::WrongStart { .. } => &["Must start with \"", "\""],
            Reason::WrongEnd { .. } => &["Must end with \"", "\""],
            Reason::TooSmall { origin, minimum: limit, unit, .. }
            | Reason::TooBig { origin, maximum: limit, unit, .. } => {
                match (origin, unit, *limit == Limit::Integer(1)) {
                    (Origin::Number, ..) => &["Must be ", ""],
                    (Origin::Array, _, true) => &["Must have ", " item"],
                    (Origin::Array, ..) => &["Must have ", " items"],
                    (Origin::Map, _, true) => &["Must have ", " entry"],
                    (Origin::Map, ..) => &["Must have ", " entries"],
                    (Origin::Object, ..) => &["Give at least one field", ""],
                    (Origin::String, Some("bytes"), true) => &["Must have ", " byte"],
                    (Origin::String, Some("bytes"), _) => &["Must have ", " bytes"],
                    (Origin::String, _, true) => &["Must have ", " character"],
                    (Origin::String, ..) => &["Must have ", " characters"],
                }
            }
            Reason::NotMultipleOf { .. } => &["Must be a multiple of ", ""],
            Reason::NotUnique { .. } => &["Must not repeat item ", ""],
            Reason::InvalidKey { .. } => &["Key: ", ""],
            Reason::InvalidUnion { .. } => &["Must have one of the allowed forms", ""],
            Reason::UnrecognizedKeys { keys } if keys.len() == 1 => &["Unknown field: ", ""],
            Reason::UnrecognizedKeys { .. } => &["Unknown fields: ", ""],
            Reason::DuplicateKey {} => &["This field appears more than once", ""],
            Reason::Unequal { .. } => &["Must be the same as ", ""],
        }
    }

    /// What depends on the params.
    fn filling(&self) -> Cow<'_, str> {
        match self {
            Reason::InvalidType { expected, .. } => match *expected {
                "string" => "text",
                "number" => "a number",
                "int" => "a whole number",
                "boolean" => "true or false",
                "array" => "a list",
                "null" => "null",
                _ => "an object",
            }
            .into(),
            Reason::InvalidValue { values } => list(&mut values.iter().map(Literal::text)),
            Reason::InvalidFormat { format } => format.message.into(),
            Reason::NotDecimal { precision, scale: 0, .. } => digits(*precision),
            Reason::NotDecimal { precision, scale, .. } => {
                concat(&[&digits(precision - scale), " before the point and ", &digits(*scale)]).into()
            }
            Reason::NotIncluded { includes: part, .. }
            | Reason::WrongStart { prefix: part, .. }
            | Reason::WrongEnd { suffix: part, .. }
            | Reason::Unequal { matches: part } => (*part).into(),
            Reason::TooSmall { origin: Origin::Object, .. } => "".into(),
            Reason::TooSmall { minimum: limit, exact: true, .. }
            | Reason::TooBig { maximum: limit, exact: true, .. } => quantity("exactly ", limit),
            Reason::TooSmall { minimum, inclusive: true, .. } => quantity("at least ", minimum),
            Reason::TooSmall { minimum, .. } => quantity("more than ", minimum),
            Reason::TooBig { maximum, inclusive: true, .. } => quantity("at most ", maximum),
            Reason::TooBig { maximum, .. } => quantity("less than ", maximum),
            Reason::NotMultipleOf { divisor } => divisor.digits().into(),
            Reason::NotUnique { first } => spell::whole(*first as i128 + 1).into(),
            Reason::InvalidKey { issues, .. } => issues.first().map_or("".into(), Issue::message),
            Reason::UnrecognizedKeys { keys } => list(&mut keys.iter().map(Cow::from)),
            Reason::Custom { message } => message.into(),
            Reason::Required {} | Reason::Mismatch { .. } | Reason::DuplicateKey {} | Reason::InvalidUnion { .. } => {
                "".into()
            }
        }
    }
}

#[inline(never)]
fn quantity(comparison: &str, limit: &Limit) -> Cow<'static, str> {
    concat(&[comparison, &limit.digits()]).into()
}

#[inline(never)]
fn digits(count: u8) -> Cow<'static, str> {
    let noun = if count == 1 { " digit" } else { " digits" };
    concat(&[&spell::whole(count.into()), noun]).into()
}

#[inline(never)]
fn list(items: &mut dyn Iterator<Item = Cow<'_, str>>) -> Cow<'static, str> {
    let mut text = String::new();
    for (at, item) in items.enumerate() {
        if at > 0 {
            text.push_str(", ");
        }
        text.push_str(&item);
    }
    text.into()
}

/// The pieces as one text. The method of this name brings tables of panics into WASM.
#[inline(never)]
pub(crate) fn concat(pieces: &[&str]) -> String {
    pieces.iter().copied().collect()
}
