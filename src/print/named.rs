//! The types of a package that have a name of their own.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::io;
use std::slice;

use super::javascript;
use crate::schema::{Content, Enum, Field, Newtype, Object, Schema, Union};
use crate::{Contract, Contracts};

/// A type with a name of its own: it gets a reader and a TypeScript type.
#[derive(Clone, Copy, Debug)]
pub(super) enum Named {
    Object(&'static Object),
    Enum(&'static Enum),
    Newtype(&'static Newtype),
    Union(&'static Union),
}

impl Named {
    /// The named type that a schema is, if it is one.
    pub(super) fn of(schema: &Schema) -> Option<Named> {
        match *schema {
            Schema::Object(object) => Some(Named::Object(object)),
            Schema::Enum(choices) => Some(Named::Enum(choices)),
            Schema::Newtype(newtype) => Some(Named::Newtype(newtype)),
            Schema::Union(union) => Some(Named::Union(union)),
            _ => None,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Named::Object(object) => object.name,
            Named::Enum(choices) => choices.name,
            Named::Newtype(newtype) => newtype.name,
            Named::Union(union) => union.names.name,
        }
    }

    pub(super) fn docs(self) -> &'static str {
        match self {
            Named::Object(object) => object.docs,
            Named::Enum(choices) => choices.docs,
            Named::Newtype(newtype) => newtype.docs,
            Named::Union(union) => union.names.docs,
        }
    }

    fn id(self) -> TypeId {
        match self {
            Named::Object(object) => (object.id)(),
            Named::Enum(choices) => (choices.id)(),
            Named::Newtype(newtype) => (newtype.id)(),
            Named::Union(union) => (union.names.id)(),
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
    let mut open: Vec<Named> = payloads.to_vec();
    while let Some(named) = open.pop() {
        let name = named.name();
        if javascript::is_reserved(name) {
            return Err(io::Error::other(format!(
                "`{name}` is a reserved word in JavaScript or TypeScript: rename the type"
            )));
        }
        if let Some(other) = found.insert(name.to_lowercase(), named) {
            if other.id() == named.id() {
                continue;
            }
            return Err(io::Error::other(format!(
                "two types are named `{name}`: names must differ, by more than case, within a package"
            )));
        }
        match named {
            Named::Object(object) => members(object.fields, &mut open),
            Named::Union(union) => {
                for content in union.contents {
                    match content {
                        Content::Unit => {}
                        Content::Value(field) => members(slice::from_ref(field), &mut open),
                        Content::Object(object) => members(object.fields, &mut open),
                    }
                }
            }
            Named::Newtype(newtype) => innermost((newtype.schema)(), &mut open),
            Named::Enum(_) => {}
        }
    }
    let mut types: Vec<Named> = found.into_values().collect();
    types.sort_by_key(|named| named.name());
    Ok(types)
}

fn members(fields: &'static [Field], found: &mut Vec<Named>) {
    fields.iter().for_each(|field| innermost((field.schema)(), found));
}

/// The named types inside any lists, tuples and options.
fn innermost(schema: &'static Schema, found: &mut Vec<Named>) {
    match *schema {
        Schema::Option(inner) | Schema::Array(inner) | Schema::FixedArray { item: inner, .. } => {
            innermost(inner(), found);
        }
        Schema::Tuple(tuple) => tuple.items.iter().for_each(|item| innermost(item(), found)),
        _ => found.extend(Named::of(schema)),
    }
}
