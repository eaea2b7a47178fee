//! JavaScript writers: one function per type, which writes values that are parsed already where the
//! engine reads them, in the order of the schema and without keys. See runtime/writer.js.
//!
//! Payloads with a shape that is rare have none: their values are judged as JSON.

use std::collections::{BTreeMap, BTreeSet};

use super::javascript;
use super::named::Named;
use crate::schema::{Object, Schema};
use inspected::{Inspected, Said};

mod inspected;

/// The module that writes these payloads, with a function for each object type in them.
pub(super) fn module<'a>(payloads: impl Iterator<Item = &'a Named>) -> String {
    let payloads: Vec<Named> = payloads.copied().filter(|payload| is_written(*payload)).collect();
    let mut module = Module { inspected: Inspected::in_all(&payloads), ..Module::default() };
    for payload in payloads {
        match payload {
            Named::Object(object) => module.object(object),
            Named::Newtype(newtype) => {
                let item = module.item((newtype.schema)(), "value", Said::of(newtype.rules, newtype.normalize));
                module.add(&payload.name(), &format!("{item};"));
            }
            Named::Enum(_) => {
                let name = module.used("name");
                module.add(&payload.name(), &format!("{name}(value);"));
            }
            Named::Union(_) | Named::Any => {}
        }
    }
    let mut text = String::new();
    if !module.used.is_empty() {
        let names = Vec::from_iter(module.used).join(", ");
        text = format!("import {{ {names} }} from \"./runtime/writer.js\";\n");
    }
    text + &String::from_iter(module.functions.into_values())
}

/// The name of the function in the [`module`] that writes a payload, if there is one.
pub(super) fn function_of(payload: Named) -> Option<String> {
    is_written(payload).then(|| function(&payload.name()))
}

fn function(name: &str) -> String {
    format!("write{name}")
}

/// Whether values of a type are written in the order of the schema, all that is in them.
fn is_written(named: Named) -> bool {
    let mut seen = BTreeSet::new();
    match named {
        Named::Object(object) => is_written_object(object, &mut seen),
        Named::Newtype(newtype) => is_written_value((newtype.schema)(), &mut seen),
        Named::Enum(_) => true,
        Named::Union(_) | Named::Any => false,
    }
}

fn is_written_object(object: &'static Object, seen: &mut BTreeSet<String>) -> bool {
    let is_new = seen.insert(Named::Object(object).name());
    // What JSON.rawJSON makes has this key, and is none that is written.
    let mut fields = object.fields.iter();
    !is_new || fields.all(|field| field.name != "rawJSON" && is_written_value((field.schema)(), seen))
}

fn is_written_value(schema: &'static Schema, seen: &mut BTreeSet<String>) -> bool {
    match *schema {
        Schema::Option(inner) | Schema::Array(inner) | Schema::FixedArray { item: inner, .. } => {
            is_written_value(inner(), seen)
        }
        Schema::Newtype(newtype) => is_written_value((newtype.schema)(), seen),
        Schema::Object(object) => is_written_object(object, seen),
        Schema::Tuple(_) | Schema::Map(_) | Schema::Any(_) | Schema::Union(_) => false,
        _ => true,
    }
}

/// The module in the making.
#[derive(Default)]
struct Module {
    /// What is used of the runtime.
    used: BTreeSet<&'static str>,
    /// The functions, by the names of their types.
    functions: BTreeMap<String, String>,
    inspected: Inspected,
}

impl Module {
    fn used(&mut self, name: &'static str) -> &'static str {
        self.used.insert(name);
        name
    }

    /// Adds the function of a type, of these statements.
    fn add(&mut self, name: &str, body: &str) {
        let write = function(name);
        let function = format!(
            "
/**
 * @param {{any}} value
 */
export function {write}(value) {{
  {body}
}}
"
        );
        self.functions.entry(name.to_owned()).or_default().push_str(&function);
    }

    fn object(&mut self, object: &'static Object) {
        let name = Named::Object(object).name();
        if self.functions.contains_key(&name) {
            return;
        }
        let keys: Vec<String> = object.fields.iter().map(|field| javascript::string(field.name)).collect();
        let keys = format!("\n/** @type {{string[]}} */\nconst keys${name} = [{}];\n", keys.join(", "));
        // From here on it is there, for a type that holds itself.
        self.functions.insert(name.clone(), keys);
        let members = object.fields.iter().enumerate().map(|(index, field)| {
            let said = self.inspected.said(object, index);
            let member = javascript::member("value", field.name);
            format!("  {};\n", self.item((field.schema)(), &member, said))
        });
        let members = String::from_iter(members);
        let [has, end] = ["has", "end"].map(|name| self.used(name));
        self.add(&name, &format!("if (!{has}(value, keys${name})) return;\n{members}  {end}();"));
    }

    /// The expression that writes a value.
    fn item(&mut self, schema: &'static Schema, value: &str, said: Said) -> String {
        match *schema {
            Schema::Option(inner) => self.item(inner(), value, said),
            Schema::Newtype(newtype) => {
                self.item((newtype.schema)(), value, said.and(newtype.rules, newtype.normalize))
            }
            Schema::Array(item) | Schema::FixedArray { item, .. } => {
                let write = self.writer(item(), said);
                format!("{}({value}, {write})", self.used("list"))
            }
            _ => format!("{}({value})", self.writer(schema, said)),
        }
    }

    /// The function that writes a value.
    fn writer(&mut self, schema: &'static Schema, said: Said) -> String {
        match *schema {
            Schema::Option(inner) => self.writer(inner(), said),
            Schema::Newtype(newtype) => self.writer((newtype.schema)(), said.and(newtype.rules, newtype.normalize)),
            Schema::Object(object) => {
                self.object(object);
                function(&Named::Object(object).name())
            }
            Schema::BigInteger { .. } => self.used("big").to_owned(),
            Schema::Array(_) | Schema::FixedArray { .. } => format!("(items) => {}", self.item(schema, "items", said)),
            Schema::Enum(_) => self.used("name").to_owned(),
            Schema::Text if !said.is_inspected => self.used("size").to_owned(),
            Schema::Text | Schema::Formatted(_) | Schema::Decimal(_) => self.used("text").to_owned(),
            _ => self.used("plain").to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{Payload, Uuid, payload};

    fn module_of<T: Payload>() -> String {
        module([Named::of(T::schema()).unwrap()].iter())
    }

    #[payload]
    struct Task {
        #[garde(skip)]
        id: Uuid,
        #[garde(skip)]
        title: Option<String>,
        #[garde(skip)]
        status: Status,
        #[garde(skip)]
        effort: f64,
        #[garde(skip)]
        size: Option<u64>,
        #[garde(skip)]
        tags: Vec<String>,
        #[garde(skip)]
        gaps: Vec<Option<String>>,
        #[garde(skip)]
        rows: Vec<Vec<u64>>,
        #[garde(dive)]
        #[serde(rename = "sub-tasks")]
        parts: Vec<Task>,
    }

    #[test]
    fn an_object_is_its_members_in_the_order_of_its_fields() {
        assert_eq!(
            module_of::<Task>(),
            r#"import { big, end, has, list, name, plain, size, text } from "./runtime/writer.js";

/** @type {string[]} */
const keys$Task = ["id", "title", "status", "effort", "size", "tags", "gaps", "rows", "sub-tasks"];

/**
 * @param {any} value
 */
export function writeTask(value) {
  if (!has(value, keys$Task)) return;
  text(value.id);
  size(value.title);
  name(value.status);
  plain(value.effort);
  big(value.size);
  list(value.tags, size);
  list(value.gaps, size);
  list(value.rows, (items) => list(items, big));
  list(value["sub-tasks"], writeTask);
  end();
}
"#
        );
    }

    #[payload]
    struct Names(#[garde(skip)] Vec<String>);

    #[payload]
    enum Status {
        Open,
    }

    #[test]
    fn other_payloads_are_one_item() {
        assert!(module_of::<Names>().ends_with("(value) {\n  list(value, size);\n}\n"));
        assert!(module_of::<Status>().ends_with("(value) {\n  name(value);\n}\n"));
    }

    #[payload]
    struct Report {
        #[garde(dive)]
        tasks: Vec<Task>,
        #[garde(skip)]
        counts: BTreeMap<String, u32>,
    }

    #[test]
    fn a_payload_with_a_map_has_no_writer() {
        assert_eq!(module_of::<Report>(), "");
        assert_eq!(function_of(Named::of(Report::schema()).unwrap()), None);
    }
}
