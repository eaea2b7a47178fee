//! The types of a package that have a name of their own.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::io;
use std::slice;

use super::{javascript, readers, types};
use crate::any::typescript as any;
use crate::schema::{Content, Enum, Field, Instance, Newtype, Object, Schema, Union};
use crate::{Contract, Contracts, Json};

/// A type with a name of its own: it gets a reader and a TypeScript type.
#[derive(Clone, Copy, Debug)]
pub(super) enum Named {
    Object(&'static Object),
    Enum(&'static Enum),
    Newtype(&'static Newtype),
    Union(&'static Union),
    /// Any JSON.
    Any,
}

impl Named {
    /// The named type that a schema is, if it is one.
    pub(super) fn of(schema: &Schema) -> Option<Named> {
        match *schema {
            Schema::Object(object) => Some(Named::Object(object)),
            Schema::Enum(choices) => Some(Named::Enum(choices)),
            Schema::Newtype(newtype) => Some(Named::Newtype(newtype)),
            Schema::Union(union) => Some(Named::Union(union)),
            Schema::Any(_) => Some(Named::Any),
            _ => None,
        }
    }

    /// The name of its TypeScript type, which all instances of a type share.
    pub(super) fn family(self) -> &'static str {
        match self {
            Named::Object(object) => object.name,
            Named::Enum(choices) => choices.name,
            Named::Newtype(newtype) => newtype.name,
            Named::Union(union) => union.names.name,
            Named::Any => any::NAME,
        }
    }

    /// The name of its own: `PageOfContact` is that of `Page<Contact>`.
    pub(super) fn name(self) -> String {
        let Some(instance) = self.instance() else { return self.family().to_owned() };
        let arguments = instance.arguments.iter().map(|argument| readers::shape(argument()));
        let arguments: Vec<String> = arguments.map(|name| name[..1].to_uppercase() + &name[1..]).collect();
        format!("{}Of{}", self.family(), arguments.join("And"))
    }

    /// The TypeScript type, as a file beside the folder of the types calls it.
    pub(super) fn import(self) -> String {
        let name = self.family();
        let mut import = format!("import(\"./types/{name}.d.ts\").{name}");
        if let Some(instance) = self.instance() {
            let arguments: Vec<String> =
                instance.arguments.iter().map(|argument| types::part(argument(), types::OUTPUT)).collect();
            import += &format!("<{}>", arguments.join(", "));
        }
        import
    }

    fn instance(self) -> Option<&'static Instance> {
        match self {
            Named::Object(object) => object.instance,
            Named::Newtype(newtype) => newtype.instance,
            Named::Enum(choices) => choices.instance,
            Named::Union(union) => union.names.instance,
            Named::Any => None,
        }
    }

    /// Whether both are instances of one type, or the same.
    fn is_related(self, other: Named) -> bool {
        match (self.instance(), other.instance()) {
            (Some(one), Some(other)) => one.origin == other.origin,
            _ => self.id() == other.id(),
        }
    }

    pub(super) fn docs(self) -> &'static str {
        match self {
            Named::Object(object) => object.docs,
            Named::Enum(choices) => choices.docs,
            Named::Newtype(newtype) => newtype.docs,
            Named::Union(union) => union.names.docs,
            Named::Any => any::DOCS,
        }
    }

    /// Whether both are the same type.
    pub(super) fn is_same(self, other: Named) -> bool {
        self.id() == other.id()
    }

    fn id(self) -> TypeId {
        match self {
            Named::Object(object) => (object.id)(),
            Named::Enum(choices) => (choices.id)(),
            Named::Newtype(newtype) => (newtype.id)(),
            Named::Union(union) => (union.names.id)(),
            Named::Any => TypeId::of::<Json>(),
        }
    }
}

/// The payloads in the order of their numbers.
pub(super) fn payloads(contracts: &Contracts) -> io::Result<Vec<Named>> {
    let mut payloads: Vec<Named> = Vec::new();
    for Contract { schema, .. } in contracts.payloads {
        let named = Named::of(schema())
            .ok_or_else(|| io::Error::other("contracts! lists a type without a name of its own: give it a struct"))?;
        if payloads.iter().any(|other| other.id() == named.id()) {
            return Err(io::Error::other(format!("contracts! lists `{}` twice", named.name())));
        }
        payloads.push(named);
    }
    Ok(payloads)
}

/// All named types that the payloads consist of, sorted by name.
pub(super) fn reachable(payloads: &[Named]) -> io::Result<Vec<Named>> {
    // By lowercase name: each type is a file, and some file systems fold case.
    let mut found: BTreeMap<String, Named> = BTreeMap::new();
    let mut families: BTreeMap<String, Named> = BTreeMap::new();
    let mut open: Vec<Named> = payloads.to_vec();
    while let Some(named) = open.pop() {
        let name = named.name();
        if javascript::is_reserved(&name) {
            return Err(io::Error::other(format!(
                "`{name}` is a reserved word in JavaScript or TypeScript: rename the type"
            )));
        }
        let family = families.insert(named.family().to_lowercase(), named);
        let other = found.insert(name.to_lowercase(), named);
        let is_taken = family.is_some_and(|other| !named.is_related(other));
        match other {
            Some(other) if other.id() == named.id() && !is_taken => continue,
            None if !is_taken => {}
            _ => {
                return Err(io::Error::other(format!(
                    "two types are named `{name}`: names must differ, by more than case, within a package"
                )));
            }
        }
        match named {
            Named::Object(object) => members(object.fields, &mut open),
            Named::Union(union) => {
                for content in union.contents {
                    match content {
                        Content::Unit => {}
                        Content::Value(field) | Content::Tuple(field) => members(slice::from_ref(field), &mut open),
                        Content::Object(object) => members(object.fields, &mut open),
                    }
                }
            }
            Named::Newtype(newtype) => innermost((newtype.schema)(), &mut open),
            Named::Enum(_) | Named::Any => {}
        }
    }
    let mut types: Vec<Named> = found.into_values().collect();
    types.sort_by_key(|named| named.name());
    Ok(types)
}

fn members(fields: &'static [Field], found: &mut Vec<Named>) {
    fields.iter().for_each(|field| innermost((field.schema)(), found));
}

/// The named types inside any lists, tuples, maps and options.
fn innermost(schema: &'static Schema, found: &mut Vec<Named>) {
    match *schema {
        Schema::Option(inner) | Schema::Array(inner) | Schema::FixedArray { item: inner, .. } => {
            innermost(inner(), found);
        }
        Schema::Map(map) => [map.keys, map.values].iter().for_each(|inside| innermost(inside(), found)),
        Schema::Tuple(tuple) => tuple.items.iter().for_each(|item| innermost(item(), found)),
        _ => found.extend(Named::of(schema)),
    }
}
