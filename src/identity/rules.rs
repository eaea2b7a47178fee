//! Describing rules and normalisation.

use super::description::quoted;
use crate::schema::{Bound, Choices, Normalize, Rule, Unit};

pub(super) fn step(step: &Normalize) -> String {
    let name = match step {
        Normalize::Trim => "trim",
        Normalize::LowercaseAscii => "lowercase ascii",
        Normalize::Lowercase(_) => "lowercase",
        Normalize::UppercaseAscii => "uppercase ascii",
        Normalize::Uppercase(_) => "uppercase",
        Normalize::Nfc(_) => "nfc",
        Normalize::CollapseWhitespace(_) => "collapse whitespace",
        Normalize::EmptyAsNull => "empty as null",
        Normalize::Inner(steps) => {
            let steps: Vec<String> = steps.iter().map(self::step).collect();
            return format!("inner({})", steps.join(";"));
        }
    };
    name.to_owned()
}

pub(super) fn rule(rule: &Rule) -> String {
    match rule {
        Rule::Length { unit, minimum, maximum } => {
            let unit = match unit {
                Unit::Items => "items",
                Unit::Chars => "chars",
                Unit::Bytes => "bytes",
                Unit::Utf16 => "utf16",
                Unit::Graphemes(_) => "graphemes",
                Unit::Decoded(_) => "decoded",
            };
            format!("length {unit} {minimum} {maximum}")
        }
        Rule::Range { minimum, maximum } => {
            let limit = |bound: &Option<&'static Bound>| bound.map(bound_text).unwrap_or_default();
            format!("range {}..{}", limit(minimum), limit(maximum))
        }
        Rule::GreaterThan(bound) => format!("above {}", bound_text(bound)),
        Rule::LessThan(bound) => format!("below {}", bound_text(bound)),
        Rule::MultipleOf(divisor, _) => format!("multiple of {} / 10^{}", divisor.units, divisor.decimals),
        Rule::OneOf(Choices::Texts(texts), _) => choices(texts.iter().map(|text| quoted(text))),
        Rule::OneOf(Choices::Integers(integers), _) => choices(integers.iter().map(i128::to_string)),
        Rule::OneOf(Choices::Boolean(only), _) => choices([only.to_string()].into_iter()),
        Rule::Unique(_, _) => "unique".to_owned(),
        Rule::Required => "required".to_owned(),
        Rule::Format(format) => format!("format {}", format.name),
        Rule::Pattern(pattern) => format!("pattern {}", quoted(pattern.source)),
        Rule::Contains(part) => format!("contains {}", quoted(part)),
        Rule::Prefix(part) => format!("prefix {}", quoted(part)),
        Rule::Suffix(part) => format!("suffix {}", quoted(part)),
        Rule::Conversion(_) => "conversion".to_owned(),
        Rule::Custom(_) => "custom".to_owned(),
        Rule::Inner(rules) => {
            let mut rules: Vec<String> = rules.iter().map(self::rule).collect();
            rules.sort();
            format!("inner({})", rules.join(";"))
        }
    }
}

fn bound_text(bound: &Bound) -> String {
    format!("{} {}", bound.integer, bound.number)
}

fn choices(values: impl Iterator<Item = String>) -> String {
    let mut values: Vec<String> = values.collect();
    values.sort();
    format!("one of {}", values.join(" "))
}
