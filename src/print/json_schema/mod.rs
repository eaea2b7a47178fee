//! JSON Schema, in the dialects that tools know, of what a payload takes and of what it gives.
//!
//! A schema never refuses what the payload takes; what it cannot express stands in notes, under
//! `x-portcullis`. docs/json-schema.md has what becomes of each rule.

mod dialect;
mod formats;
mod json;
pub(super) mod module;
mod node;
mod numbers;
mod objects;
mod said;
mod shapes;
#[cfg(test)]
mod tests;
mod texts;
mod unions;

use std::io;

pub use self::dialect::Dialect;
use self::json::Json;
use self::node::Node;
pub(super) use self::said::Said;
pub(super) use self::texts::step;
use super::named::{self, Named};
use crate::Contracts;
use crate::schema::Schema;

/// Which values a schema is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What a payload takes.
    Input,
    /// What it gives back: normalised, with its defaults and without unknown keys.
    Output,
}

/// The JSON Schema of a type, which has in it all that it refers to.
pub(crate) fn of_type(schema: &'static Schema, dialect: Dialect, side: Side) -> String {
    let mut printer = Printer::new(dialect, side, format!("#/{}/", dialect.definitions()));
    let mut root = match Named::of(schema) {
        Some(named) => printer.definition(named),
        None => printer.value(schema, Said::default()),
    };
    let definitions = printer.finished();
    if !definitions.is_empty() {
        root.set(dialect.definitions(), Json::Object(definitions));
    }
    dialect.document(root.finish(dialect)).to_string()
}

/// One document with the schemas of all payloads, and of the types in them, by their names.
fn of_contracts(contracts: &Contracts, dialect: Dialect, side: Side) -> io::Result<String> {
    let types = named::reachable(&named::payloads(contracts)?)?;
    let path: &[&str] = if dialect.is_openapi() { &["components", "schemas"] } else { &[dialect.definitions()] };
    let mut printer = Printer::new(dialect, side, format!("#/{}/", path.join("/")));
    for named in types {
        printer.reference(named);
    }
    let mut schemas = printer.finished();
    schemas.sort_by(|one, other| one.0.cmp(&other.0));
    let mut document = Json::Object(schemas);
    for key in path.iter().rev() {
        document = Json::Object(vec![((*key).to_owned(), document)]);
    }
    Ok(dialect.document(document).to_string())
}

impl Contracts {
    /// The JSON Schemas of all payloads, and of the types in them, as one JSON document: under `$defs`
    /// (draft 07: `definitions`), or for OpenAPI under `components.schemas`, each by its name in TypeScript.
    ///
    /// # Errors
    ///
    /// Where the types cannot make a package, as two of one name cannot: the message says why.
    pub fn json_schemas(&self, dialect: Dialect, side: Side) -> io::Result<String> {
        of_contracts(self, dialect, side)
    }
}

/// Prints schemas of one dialect, for one side.
struct Printer {
    dialect: Dialect,
    side: Side,
    /// What references start with.
    prefix: String,
    /// The named types that were referred to, by their names; without a schema while it is made.
    definitions: Vec<(Named, String, Option<Json>)>,
}

impl Printer {
    fn new(dialect: Dialect, side: Side, prefix: String) -> Printer {
        Printer { dialect, side, prefix, definitions: Vec::new() }
    }

    fn is_input(&self) -> bool {
        self.side == Side::Input
    }

    /// A reference to a named type, which is defined once.
    fn reference(&mut self, named: Named) -> Node {
        let known = self.definitions.iter().find(|(other, ..)| other.is_same(named)).map(|(_, name, _)| name.clone());
        let name = known.unwrap_or_else(|| {
            let name = self.free_name(&named.name());
            let at = self.definitions.len();
            self.definitions.push((named, name.clone(), None));
            let definition = self.definition(named).finish(self.dialect);
            self.definitions[at].2 = Some(definition);
            name
        });
        Node::default().with("$ref", format!("{}{name}", self.prefix))
    }

    /// The name, of what OpenAPI takes in names; if another type has it, with a number.
    fn free_name(&self, name: &str) -> String {
        let name = name.replace(|char: char| !char.is_ascii_alphanumeric() && char != '_', ".");
        let is_free = |name: &String| self.definitions.iter().all(|(_, other, _)| other != name);
        let numbered = (2..).map(|number| format!("{name}{number}"));
        [name.clone()].into_iter().chain(numbered).find(is_free).unwrap_or(name)
    }

    fn definition(&mut self, named: Named) -> Node {
        let mut node = match named {
            Named::Object(object) => self.object(object, None),
            Named::Enum(choices) => self.enumeration(choices),
            Named::Union(union) => self.union(union),
            Named::Newtype(newtype) => self.newtype(newtype, Said::default()),
            Named::Any => shapes::any(),
        };
        node.introduce(&named.name(), named.docs());
        node
    }

    fn finished(self) -> Vec<(String, Json)> {
        self.definitions.into_iter().filter_map(|(_, name, schema)| Some((name, schema?))).collect()
    }
}
