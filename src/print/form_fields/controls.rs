//! What a value is in a form: the type of its input, and its limits.

use super::{Members, literal, told};
use crate::formats::DecimalFormat;
use crate::json::spell;
use crate::print::javascript::string;
use crate::print::json_schema::{Said, step};
use crate::print::named::Named;
use crate::schema::{Choices, Enum, Rule, Schema, Unit};

/// The input for a value.
pub(super) fn control(schema: &'static Schema, said: Said) -> Members {
    let of_type = |name: &str| vec![("type", string(name))];
    match schema {
        Schema::Boolean => of_type("checkbox"),
        Schema::Integer { .. } => whole(schema, &said, "number", |limit| limit.to_string()),
        Schema::BigInteger(_) => whole(schema, &said, "bigint", |limit| string(&limit.to_string())),
        Schema::Number(_) | Schema::Single(_) => double(&said),
        Schema::Decimal(format) => decimal(format, &said),
        Schema::Text => text(&said),
        Schema::Formatted(format) => match format.name {
            "date" | "time" | "datetime" => of_type(format.name),
            "base64" => [of_type("file"), lengths(&said)].concat(),
            "char" => [of_type("text"), vec![("minLength", "1".to_owned()), ("maxLength", "1".to_owned())]].concat(),
            name => [of_type("text"), vec![("format", string(name))]].concat(),
        },
        Schema::Option(inner) => control(inner(), said.of_inside()),
        Schema::Newtype(newtype) => {
            let mut inner = Said::new(newtype.normalize, newtype.rules);
            inner.normalize.extend(said.normalize);
            control((newtype.schema)(), inner)
        }
        Schema::Array(item) => list(item(), &said),
        Schema::FixedArray { item, length } => {
            let count = vec![("minItems", length.to_string()), ("maxItems", length.to_string())];
            [of_type("list"), count, vec![("item", literal(&control(item(), said.of_items())))]].concat()
        }
        Schema::Enum(options) => [of_type("select"), vec![("choices", variants(options))]].concat(),
        Schema::Object(object) => [of_type("group"), vec![("fields", Named::Object(object).name())]].concat(),
        Schema::Tuple(_) | Schema::Map(_) | Schema::Union(_) | Schema::Any(_) => of_type("other"),
    }
}

fn text(said: &Said) -> Members {
    let mut members = vec![("type", string("text"))];
    for rule in &said.rules {
        match rule {
            Rule::Format(format) => match format.name {
                "email" | "url" => members[0].1 = string(format.name),
                "http_url" => members[0].1 = string("url"),
                name => members.push(("format", string(name))),
            },
            Rule::OneOf(Choices::Texts(texts), _) => {
                members[0].1 = string("select");
                members.push(("choices", values(texts.iter().map(|text| (string(text), *text)))));
            }
            Rule::Pattern(pattern) => members.push(("pattern", string(pattern.source))),
            _ => {}
        }
    }
    members.extend(lengths(said));
    let steps: Vec<String> = said.normalize.iter().map(|change| string(step(change))).collect();
    if !steps.is_empty() {
        members.push(("normalize", format!("[{}]", steps.join(", "))));
    }
    members
}

/// Lengths of text, with their unit where it is not the character.
fn lengths(said: &Said) -> Members {
    let mut members = Vec::new();
    for rule in &said.rules {
        let Rule::Length { unit, minimum, maximum } = rule else { continue };
        if !members.is_empty() {
            continue;
        }
        let unit = match unit {
            Unit::Chars | Unit::Items => None,
            Unit::Utf16 => Some("utf16"),
            Unit::Graphemes(_) => Some("graphemes"),
            Unit::Bytes | Unit::Decoded(_) => Some("bytes"),
        };
        members.extend((*minimum > 0).then(|| ("minLength", minimum.to_string())));
        members.extend((*maximum < u32::MAX).then(|| ("maxLength", maximum.to_string())));
        members.extend(unit.map(|unit| ("lengthUnit", string(unit))));
    }
    members
}

fn whole(schema: &Schema, said: &Said, name: &str, spell: fn(i128) -> String) -> Members {
    let (least, most) = within(schema.whole_limits().unwrap_or_default(), said);
    let mut step = 1;
    for rule in &said.rules {
        match rule {
            Rule::MultipleOf(divisor, _) => step = divisor.units.into(),
            Rule::OneOf(Choices::Integers(integers), _) => {
                let texts: Vec<String> = integers.iter().map(i128::to_string).collect();
                let choices = integers.iter().zip(&texts).map(|(integer, text)| (spell(*integer), text.as_str()));
                return vec![("type", string("select")), ("choices", values(choices))];
            }
            _ => {}
        }
    }
    vec![("type", string(name)), ("min", spell(least)), ("max", spell(most)), ("step", spell(step))]
}

/// The least and the most that a type holds and rules allow, in units of the last place.
fn within((mut least, mut most): (i128, i128), said: &Said) -> (i128, i128) {
    for rule in &said.rules {
        match rule {
            Rule::Range { minimum, maximum } => {
                least = minimum.map_or(least, |bound| bound.integer.max(least));
                most = maximum.map_or(most, |bound| bound.integer.min(most));
            }
            Rule::GreaterThan(bound) => least = least.max(bound.integer + 1),
            Rule::LessThan(bound) => most = most.min(bound.integer - 1),
            _ => {}
        }
    }
    (least, most)
}

fn double(said: &Said) -> Members {
    let mut members = vec![("type", string("number"))];
    let mut step = string("any");
    for rule in &said.rules {
        match rule {
            Rule::Range { minimum, maximum } => {
                members.extend(minimum.map(|bound| ("min", spell::double(bound.number))));
                members.extend(maximum.map(|bound| ("max", spell::double(bound.number))));
            }
            Rule::GreaterThan(bound) => members.push(("above", spell::double(bound.number))),
            Rule::LessThan(bound) => members.push(("below", spell::double(bound.number))),
            Rule::MultipleOf(divisor, _) => step = spell::decimal(divisor.units.into(), divisor.decimals as usize),
            _ => {}
        }
    }
    members.push(("step", step));
    members
}

fn decimal(format: &DecimalFormat, said: &Said) -> Members {
    let (least, most) = within((-format.maximum(), format.maximum()), said);
    let spell = |units: i128| string(&format.write(units));
    vec![("type", string("decimal")), ("min", spell(least)), ("max", spell(most)), ("step", spell(1))]
}

fn list(item: &'static Schema, said: &Said) -> Members {
    let mut members = vec![("type", string("list"))];
    for rule in &said.rules {
        match rule {
            Rule::Length { minimum, maximum, .. } => {
                members.extend((*minimum > 0).then(|| ("minItems", minimum.to_string())));
                members.extend((*maximum < u32::MAX).then(|| ("maxItems", maximum.to_string())));
            }
            Rule::Unique(_, _) => members.push(("unique", "true".to_owned())),
            _ => {}
        }
    }
    members.push(("item", literal(&control(item, said.of_items()))));
    members
}

/// Choices that are called what they are.
fn values<'t>(values: impl Iterator<Item = (String, &'t str)>) -> String {
    let choices = values.map(|(value, label)| literal(&vec![("value", value), ("label", string(label))]));
    format!("[{}]", choices.collect::<Vec<String>>().join(", "))
}

fn variants(options: &Enum) -> String {
    let choices = options.variants.iter().map(|variant| {
        let (label, help) = told(variant.name, variant.docs);
        let mut choice = vec![("value", string(variant.name)), ("label", string(&label))];
        choice.extend(help.map(|help| ("help", string(&help))));
        literal(&choice)
    });
    format!("[{}]", choices.collect::<Vec<String>>().join(", "))
}
