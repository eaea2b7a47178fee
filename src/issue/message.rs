//! What issues say to people, in English.

use std::borrow::Cow;

use super::{Limit, Literal, Origin, Reason};

impl Reason {
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
