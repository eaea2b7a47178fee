//! What the payloads take, as TypeScript types.
//!
//! ts-rs writes what they give: a value has all fields that Rust has. What a client sends may lack
//! those that have a default or may be null.

mod unions;

use std::fmt::Write as _;

use super::HEADER;
use super::choices::choices;
use super::javascript;
use super::named::Named;
use super::types::{INPUT, literals, part};
use crate::any::typescript as any;
use crate::schema::{Field, Normalize, Object, Presence, Rule, Schema};

/// The module with the input type of each named type, under the same name as the type of its value.
pub(super) fn module(types: &[Named]) -> String {
    let mut text = HEADER.to_owned();
    for named in types {
        let name = named.name();
        let input = match *named {
            Named::Object(object) => self::object(object),
            Named::Enum(choices) => {
                let names: Vec<String> =
                    choices.variants.iter().map(|variant| javascript::string(variant.name)).collect();
                if names.is_empty() { "never".to_owned() } else { names.join(" | ") }
            }
            Named::Newtype(newtype) => value((newtype.schema)(), newtype.rules, newtype.normalize),
            Named::Union(union) => unions::union(union),
            Named::Any => any::TYPE.to_owned(),
        };
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{}export type {name} = {input};\n", javascript::comment(named.docs()));
    }
    text
}

fn object(object: &Object) -> String {
    if object.fields.is_empty() {
        return "{ [key in never]: never }".to_owned();
    }
    let mut text = "{\n".to_owned();
    for field in object.fields {
        for line in javascript::comment(field.docs).lines() {
            let _ = writeln!(text, "  {line}");
        }
        let _ = writeln!(text, "  {}{};", property(field.name), self::field(field));
    }
    text + "}"
}

/// Types have no prototype that a name could set.
fn property(name: &str) -> String {
    if name == "__proto__" { javascript::string(name) } else { javascript::key(name) }
}

/// The type of a field, from its colon on. `JSON.stringify` leaves out what is undefined.
fn field(field: &Field) -> String {
    let is_required = field.rules.iter().any(|rule| matches!(rule, Rule::Required));
    let is_option = matches!((field.schema)(), Schema::Option(_));
    let mut schema = (field.schema)();
    while let Schema::Option(inner) = schema {
        schema = inner();
    }
    let mut value = self::value(schema, field.rules, field.normalize);
    if is_option && !is_required && field.presence != Presence::NotNull {
        value += " | null";
    }
    if field.may_be_absent() { format!("?: {value} | undefined") } else { format!(": {value}") }
}

/// A value that is not null. What is normalised first may be spelled in other ways too, and a bigint as a number.
fn value(schema: &'static Schema, rules: &[Rule], normalize: &[Normalize]) -> String {
    let is_as_it_is = match schema {
        Schema::Boolean | Schema::Integer { .. } | Schema::Text => normalize.is_empty(),
        _ => false,
    };
    match choices(rules).filter(|_| is_as_it_is) {
        Some(choices) => literals(choices, false),
        None => part(schema, INPUT),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashMap};

    use super::*;
    use crate::{Decimal, Payload, payload};

    #[payload]
    #[derive(PartialEq, Eq, Hash)]
    enum Level {
        Low,
        #[serde(rename = "very high")]
        VeryHigh,
    }

    #[payload]
    struct Price(#[garde(skip)] Decimal<6, 2>);

    /// A part.
    #[payload]
    struct Part {
        /// How it is called.
        #[garde(skip)]
        name: String,
        #[garde(skip)]
        level: Option<Level>,
        #[garde(dive)]
        price: Price,
        #[garde(skip)]
        #[serde(default)]
        sizes: Vec<Option<i64>>,
        #[garde(required)]
        needed: Option<u8>,
        #[garde(skip)]
        #[payload(optional)]
        #[serde(rename = "content-type")]
        content_type: Option<String>,
        #[garde(skip)]
        #[payload(optional)]
        title: Option<Option<String>>,
        #[garde(dive)]
        parts: Option<Vec<Part>>,
        #[garde(skip)]
        pair: (bool, Option<[f64; 2]>),
        #[garde(skip)]
        #[serde(default)]
        counts: BTreeMap<String, Option<u8>>,
        #[garde(dive)]
        prices: HashMap<Level, Price>,
        #[payload(one_of(2))]
        version: u8,
        #[payload(one_of("EUR", "US\"D"))]
        currency: Option<String>,
        #[payload(one_of("x"), trim)]
        trimmed: String,
        #[payload(inner(one_of(1)))]
        ones: Vec<u8>,
    }

    #[payload]
    #[serde(tag = "kind", rename_all = "lowercase")]
    enum Shape {
        Point,
        Part(#[garde(dive)] Box<Part>),
        Circle {
            #[garde(skip)]
            radius: f64,
        },
    }

    #[payload]
    #[serde(tag = "type", content = "data")]
    enum Event {
        Ping,
        Note(#[garde(skip)] Option<String>),
        Drawn(#[garde(dive)] Shape),
    }

    #[payload]
    enum Target {
        Nobody,
        Lines(#[garde(skip)] Vec<u8>),
    }

    #[test]
    fn variants_are_members_of_a_union() {
        let types = [Shape::schema(), Event::schema(), Target::schema()].map(|schema| Named::of(schema).unwrap());
        assert_eq!(
            module(&types),
            r#"// Generated by portcullis. Do not edit.

export type Shape = { kind: "point" } | ({ kind: "part" } & Part) | ({ kind: "circle" } & {
  radius: number;
});

export type Event = { type: "Ping" } | { type: "Note"; data?: (string | null) } | { type: "Drawn"; data: Shape };

export type Target = "Nobody" | { Lines: number[] };
"#
        );
    }

    #[test]
    fn an_input_may_lack_what_has_a_default_or_may_be_null() {
        let types = [Level::schema(), Price::schema(), Part::schema()].map(|schema| Named::of(schema).unwrap());
        assert_eq!(
            module(&types),
            r#"// Generated by portcullis. Do not edit.

export type Level = "Low" | "very high";

export type Price = string;

/**
 * A part.
 */
export type Part = {
  /**
   * How it is called.
   */
  name: string;
  level?: Level | null | undefined;
  price: Price;
  sizes?: ((number | bigint) | null)[] | undefined;
  needed: number;
  "content-type"?: string | undefined;
  title?: string | null | undefined;
  parts?: Part[] | null | undefined;
  pair: [boolean, ([number, number] | null)];
  counts?: { [key in string]: (number | null) } | undefined;
  prices: { [key in Level]?: Price };
  version: 2;
  currency?: "EUR" | "US\"D" | null | undefined;
  trimmed: string;
  ones: number[];
};
"#
        );
    }
}
