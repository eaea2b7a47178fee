//! Values of any shape.

use super::json::Json;
use super::node::Node;
use super::said::Said;
use super::{Dialect, Printer};
use crate::print::named::Named;
use crate::schema::{Choices, Enum, Map, Newtype, Normalize, Rule, Schema, Tuple, Unit};

impl Printer {
    /// A value of a shape, of which something is said.
    pub(super) fn value(&mut self, schema: &'static Schema, said: Said) -> Node {
        let has_custom = said.has_custom();
        let mut node = match schema {
            Schema::Boolean => boolean(&said),
            Schema::Integer { .. } | Schema::BigInteger(_) => self.whole(schema, &said),
            Schema::Number(_) => self.double(false, &said),
            Schema::Single(_) => self.double(true, &said),
            Schema::Text => self.text(&said),
            Schema::Formatted(format) => self.formatted(format, &said),
            Schema::Decimal(format) => self.decimal(format, &said),
            Schema::Option(inner) => self.option(inner(), said),
            Schema::Array(item) => self.list(item(), &said),
            Schema::FixedArray { item, length } => {
                let items = self.value(item(), said.of_items());
                Node::of_type("array")
                    .with("items", items.finish(self.dialect))
                    .with("minItems", Json::raw(length))
                    .with("maxItems", Json::raw(length))
            }
            Schema::Tuple(tuple) => self.tuple(tuple),
            Schema::Map(map) => self.map(map, &said),
            // What is empty is null before the newtype's own rules are asked.
            Schema::Newtype(newtype) if said.empties() && self.is_input() => self.newtype(newtype, said),
            Schema::Any(_) | Schema::Enum(_) | Schema::Object(_) | Schema::Union(_) | Schema::Newtype(_) => {
                Named::of(schema).map(|named| self.reference(named)).unwrap_or_default()
            }
        };
        if has_custom {
            node.note("custom", Json::raw(true));
        }
        node
    }

    fn option(&mut self, inner: &'static Schema, said: Said) -> Node {
        let is_required = said.requires();
        let node = self.value(inner, said.of_inside());
        match inner {
            _ if is_required => node,
            Schema::Option(_) => node,
            _ => node.or_null(self.dialect),
        }
    }

    fn list(&mut self, item: &'static Schema, said: &Said) -> Node {
        let inner = said.of_items();
        let is_unique = said.rules.iter().any(|rule| matches!(rule, Rule::Unique(_, _)));
        let is_as_sent = is_compared_as_sent(item, &inner.normalize);
        let items = self.value(item, inner);
        let mut node = Node::of_type("array").with("items", items.finish(self.dialect));
        let (least, most) = said.lengths(items_of);
        node.set_if("minItems", least.map(Json::raw));
        node.set_if("maxItems", most.map(Json::raw));
        if is_unique {
            // Doubles do not tell all whole numbers of 64 bits apart.
            if !is_big(item) {
                node.set("uniqueItems", Json::raw(true));
            }
            if !is_as_sent {
                node.note("unique", Json::raw(true));
            }
        }
        node
    }

    fn tuple(&mut self, tuple: &'static Tuple) -> Node {
        let items = tuple.items.iter().map(|item| self.value(item(), Said::default()).finish(self.dialect));
        let items: Vec<Json> = items.collect();
        let length = Json::raw(items.len());
        let mut node = Node::of_type("array");
        match self.dialect {
            Dialect::Draft202012 | Dialect::OpenApi31 => {
                node.set("prefixItems", items);
                node.set("items", Json::raw(false));
            }
            Dialect::Draft07 => {
                node.set("items", items);
                node.set("additionalItems", Json::raw(false));
            }
            Dialect::OpenApi30 => {
                node.set("items", Json::Object(Vec::new()));
                node.note("items", items);
            }
        }
        node.with("minItems", length.clone()).with("maxItems", length)
    }

    fn map(&mut self, map: &'static Map, said: &Said) -> Node {
        let values = self.value((map.values)(), said.of_items());
        let mut node = Node::of_type("object").with("additionalProperties", values.finish(self.dialect));
        let keys = self.key((map.keys)(), Said::default());
        if !keys.is_plain() {
            let keys = keys.finish(self.dialect);
            match self.dialect.has_property_names() {
                true => node.set("propertyNames", keys),
                false => node.note("keys", keys),
            }
        }
        let (least, most) = said.lengths(items_of);
        node.set_if("minProperties", least.map(Json::raw));
        node.set_if("maxProperties", most.map(Json::raw));
        node
    }

    /// The key of a map: always text. How large the number is that it spells stands in a note.
    fn key(&mut self, schema: &'static Schema, said: Said) -> Node {
        match schema {
            Schema::Integer { .. } => {
                let mut node = Node::of_type("string").with("pattern", "^(?:0|-?[1-9][0-9]*)$");
                node.note("number", self.whole(schema, &said).finish(self.dialect));
                if said.has_custom() {
                    node.note("custom", Json::raw(true));
                }
                node
            }
            Schema::Newtype(newtype) if matches!(innermost(schema), Schema::Integer { .. }) => {
                self.key((newtype.schema)(), Said::new(newtype.normalize, newtype.rules))
            }
            schema => self.value(schema, said),
        }
    }

    /// What a newtype holds.
    pub(super) fn newtype(&mut self, newtype: &'static Newtype, outer: Said) -> Node {
        let mut said = Said::new(newtype.normalize, newtype.rules);
        said.normalize.extend(outer.normalize);
        said.rules.extend(outer.rules);
        said.is_required = outer.is_required;
        self.value((newtype.schema)(), said)
    }

    /// The names of an enum, and on the way in those that stand for them.
    pub(super) fn enumeration(&self, choices: &'static Enum) -> Node {
        let mut node = Node::of_type("string");
        if choices.has_other && self.is_input() {
            node.note("values", names(choices, false));
        } else if choices.variants.is_empty() {
            node.set("not", Json::Object(Vec::new()));
        } else {
            node.set("enum", names(choices, self.is_input()));
        }
        let docs: Vec<(String, Json)> = (choices.variants.iter())
            .filter(|variant| !variant.docs.is_empty())
            .map(|variant| (variant.name.to_owned(), variant.docs.into()))
            .collect();
        if !docs.is_empty() {
            node.note("descriptions", Json::Object(docs));
        }
        node
    }
}

fn boolean(said: &Said) -> Node {
    let only = said.rules.iter().find_map(|rule| match rule {
        Rule::OneOf(Choices::Boolean(only), _) => Some(vec![Json::raw(only)]),
        _ => None,
    });
    let mut node = Node::of_type("boolean");
    node.set_if("enum", only);
    node
}

/// Any JSON: what is asked of its numbers no keyword says.
pub(super) fn any() -> Node {
    let mut node = Node::default();
    node.note("json", Json::raw(true));
    node
}

/// The names of variants, perhaps with those that stand for them.
pub(super) fn names(choices: &Enum, with_aliases: bool) -> Json {
    let names = choices.variants.iter().flat_map(|variant| {
        let aliases = if with_aliases { variant.aliases } else { &[] };
        [variant.name].into_iter().chain(aliases.iter().copied())
    });
    Json::texts(names)
}

fn items_of(rule: &Rule) -> Option<(u32, u32)> {
    match rule {
        Rule::Length { unit: Unit::Items, minimum, maximum } => Some((*minimum, *maximum)),
        _ => None,
    }
}

/// What is inside any newtypes.
fn innermost(schema: &'static Schema) -> &'static Schema {
    match schema {
        Schema::Newtype(newtype) => innermost((newtype.schema)()),
        schema => schema,
    }
}

fn is_big(schema: &'static Schema) -> bool {
    matches!(innermost(schema), Schema::BigInteger(_))
}

/// Whether two of these values are the same if and only if their JSON is.
fn is_compared_as_sent(schema: &'static Schema, normalize: &[Normalize]) -> bool {
    normalize.is_empty()
        && match schema {
            Schema::BigInteger(_) => false,
            Schema::Formatted(format) => format.normalize.is_empty(),
            Schema::Enum(choices) => choices.variants.iter().all(|variant| variant.aliases.is_empty()),
            Schema::Newtype(newtype) => is_compared_as_sent((newtype.schema)(), newtype.normalize),
            _ => true,
        }
}
