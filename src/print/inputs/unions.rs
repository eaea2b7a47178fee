//! What enums with data take: a union, of which each member has the name of its variant.

use super::{object, property};
use crate::print::javascript;
use crate::print::types::{INPUT, part};
use crate::schema::{Content, Schema, TagPlace, Union};

/// The type of a union.
pub(super) fn union(union: &'static Union) -> String {
    let variants = (0..union.contents.len()).map(|index| variant(union, index));
    variants.collect::<Vec<String>>().join(" | ")
}

fn variant(union: &'static Union, index: usize) -> String {
    let variant = &union.names.variants[index];
    let name = javascript::string(variant.name);
    match (union.tagging.place, &union.contents[index]) {
        (TagPlace::Around, Content::Unit) => name,
        (TagPlace::Nowhere, Content::Unit) => "null".to_owned(),
        (TagPlace::Inside { tag } | TagPlace::Beside { tag, .. }, Content::Unit) => {
            format!("{{ {}: {name} }}", property(tag))
        }
        (TagPlace::Inside { tag }, content) => {
            format!("({{ {}: {name} }} & {})", property(tag), self::content(content).1)
        }
        (TagPlace::Beside { tag, content: key }, content) => {
            let (is_optional, content) = self::content(content);
            let mark = if is_optional { "?" } else { "" };
            format!("{{ {}: {name}; {}{mark}: {content} }}", property(tag), property(key))
        }
        (TagPlace::Around, content) => format!("{{ {}: {} }}", property(variant.name), self::content(content).1),
        (TagPlace::Nowhere, content) => self::content(content).1,
    }
}

/// Whether it may be left out, and its type.
fn content(content: &'static Content) -> (bool, String) {
    match content {
        Content::Unit => (true, "null".to_owned()),
        Content::Object(object) => (false, self::object(object)),
        Content::Value(field) | Content::Tuple(field) => {
            let schema = (field.schema)();
            (matches!(schema, Schema::Option(_)), part(schema, INPUT))
        }
    }
}
