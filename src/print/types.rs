//! Types without a name, in TypeScript.

use super::javascript;
use super::named::Named;
use crate::schema::{Choices, Map, Schema, Tuple};

/// Whose types they are.
#[derive(Clone, Copy)]
pub(super) struct Side {
    /// What a whole number of 64 bits is.
    whole: &'static str,
    /// What a type with a name of its own is called.
    name: fn(Named) -> String,
    /// Whether newtypes are called by their names, and not what they hold.
    names_newtypes: bool,
}

/// What readers build: the names are those of ts-rs' files.
pub(super) const OUTPUT: Side = Side { whole: "bigint", name: Named::import, names_newtypes: false };

/// What payloads take as values: of a bigint, its digits.
pub(super) const INPUT: Side = Side { whole: "(number | bigint)", name: Named::name, names_newtypes: true };

/// A type as a part of others: what is one of several is in parentheses.
pub(super) fn part(schema: &'static Schema, side: Side) -> String {
    match *schema {
        Schema::Boolean => "boolean".to_owned(),
        Schema::Integer { .. } | Schema::Number(_) | Schema::Single(_) => "number".to_owned(),
        Schema::BigInteger(_) => side.whole.to_owned(),
        Schema::Text | Schema::Formatted(_) | Schema::Decimal(_) => "string".to_owned(),
        Schema::Option(inner) => match part(inner(), side) {
            inner if inner.ends_with(" | null)") => inner,
            inner => format!("({inner} | null)"),
        },
        Schema::Array(item) => list(item(), None, side),
        Schema::FixedArray { item, length } => list(item(), Some(length), side),
        Schema::Tuple(items) => tuple(items, side),
        Schema::Map(entries) => map(entries, side),
        Schema::Newtype(newtype) if !side.names_newtypes => part((newtype.schema)(), side),
        Schema::Object(_) | Schema::Enum(_) | Schema::Union(_) | Schema::Newtype(_) | Schema::Any(_) => {
            Named::of(schema).map(side.name).unwrap_or_default()
        }
    }
}

/// Those of the values that are allowed.
pub(crate) fn literals(choices: Choices, are_big: bool) -> String {
    let literals: Vec<String> = match choices {
        Choices::Texts(texts) => texts.iter().map(|text| javascript::string(text)).collect(),
        Choices::Integers(integers) => {
            integers.iter().map(|number| format!("{number}{}", if are_big { "n" } else { "" })).collect()
        }
        Choices::Boolean(only) => vec![only.to_string()],
    };
    literals.join(" | ")
}

/// A list: a tuple, where its length is known.
pub(super) fn list(item: &'static Schema, length: Option<u32>, side: Side) -> String {
    let item = part(item, side);
    match length {
        None => format!("{item}[]"),
        Some(length) => format!("[{}]", vec![item; length as usize].join(", ")),
    }
}

/// A tuple.
pub(super) fn tuple(tuple: &Tuple, side: Side) -> String {
    let items: Vec<String> = tuple.items.iter().map(|item| part(item(), side)).collect();
    format!("[{}]", items.join(", "))
}

/// A map. Not all names of an enum need to be there.
pub(super) fn map(map: &Map, side: Side) -> String {
    let key = (map.keys)();
    let mark = if let Schema::Enum(_) = key { "?" } else { "" };
    format!("{{ [key in {}]{mark}: {} }}", part(key, side), part((map.values)(), side))
}
