//! What issues say to people, in English.

use std::borrow::Cow;

use super::{Limit, Literal, Origin, Reason};
use crate::json::spell;

impl Reason {
    /// The message in English, made from the params alone.
    pub fn message(&self) -> Cow<'_, str> {
        let (opening, what, ending) = self.parts();
        if what.is_empty() && ending.is_empty() { opening.into() } else { [opening, &what, ending].concat().into() }
    }

    /// The message in three parts, the second of which depends on the params.
    fn parts(&self) -> (&str, Cow<'_, str>, &str) {
        let text = |text| (text, "".into(), "");
        match self {
            Reason::Required {} => text("This field is required"),
            Reason::InvalidType { expected, .. } => text(match *expected {
                "string" => "Must be text",
                "number" => "Must be a number",
                "int" => "Must be a whole number",
                "boolean" => "Must be true or false",
                "array" => "Must be a list",
                _ => "Must be an object",
            }),
            Reason::InvalidValue { values } => {
                ("Must be one of: ", list(&mut values.iter().map(Literal::text)).into(), "")
            }
            Reason::NotMultipleOf { divisor } => ("Must be a multiple of ", divisor.digits().into(), ""),
            Reason::NotUnique { first } => ("Must not repeat item ", spell::whole(*first as i128 + 1).into(), ""),
            Reason::InvalidFormat { format } => text(format.message),
            Reason::NotDecimal { precision, scale: 0, .. } => {
                ("Must be a whole number of at most ", digits(*precision).into(), "")
            }
            Reason::NotDecimal { precision, scale, .. } => (
                "Must be a decimal number with at most ",
                [&digits(precision - scale), " before the point and ", &digits(*scale)].concat().into(),
                " after it",
            ),
            Reason::Mismatch { .. } => text("Must match the requested format"),
            Reason::NotIncluded { includes, .. } => ("Must contain \"", (*includes).into(), "\""),
            Reason::WrongStart { prefix, .. } => ("Must start with \"", (*prefix).into(), "\""),
            Reason::WrongEnd { suffix, .. } => ("Must end with \"", (*suffix).into(), "\""),
            Reason::TooSmall { origin: Origin::Object, .. } => text("Give at least one field"),
            Reason::TooSmall { origin, minimum, inclusive, exact, unit } => {
                let comparison = match (exact, inclusive) {
                    (true, _) => "exactly ",
                    (false, true) => "at least ",
                    (false, false) => "more than ",
                };
                quantity(*origin, *unit, comparison, *minimum)
            }
            Reason::TooBig { origin, maximum, inclusive, exact, unit } => {
                let comparison = match (exact, inclusive) {
                    (true, _) => "exactly ",
                    (false, true) => "at most ",
                    (false, false) => "less than ",
                };
                quantity(*origin, *unit, comparison, *maximum)
            }
            Reason::UnrecognizedKeys { keys } => {
                let opening = if keys.len() == 1 { "Unknown field: " } else { "Unknown fields: " };
                (opening, list(&mut keys.iter().map(Cow::from)).into(), "")
            }
            Reason::DuplicateKey {} => text("This field appears more than once"),
            Reason::Unequal { matches } => ("Must be the same as ", (*matches).into(), ""),
            Reason::Custom { message } => text(message),
        }
    }
}

/// "at least 3 characters", in the grammar that the origin asks for.
fn quantity(
    origin: Origin,
    unit: Option<&str>,
    comparison: &str,
    limit: Limit,
) -> (&'static str, Cow<'static, str>, &'static str) {
    let [one, more] = match (origin, unit) {
        (Origin::Number, _) => ["", ""],
        (Origin::Object, _) => [" field", " fields"],
        (Origin::Array, _) => [" item", " items"],
        (Origin::String, Some("bytes")) => [" byte", " bytes"],
        (Origin::String, _) => [" character", " characters"],
    };
    let opening = if origin == Origin::Number { "Must be " } else { "Must have " };
    let noun = if limit == Limit::Integer(1) { one } else { more };
    (opening, [comparison, &limit.digits()].concat().into(), noun)
}

fn digits(count: u8) -> String {
    let noun = if count == 1 { " digit" } else { " digits" };
    [spell::whole(count.into()).as_str(), noun].concat()
}

fn list(items: &mut dyn Iterator<Item = Cow<'_, str>>) -> String {
    let mut text = String::new();
    for (at, item) in items.enumerate() {
        if at > 0 {
            text.push_str(", ");
        }
        text.push_str(&item);
    }
    text
}
