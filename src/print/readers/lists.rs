//! Readers of what has no name of its own: lists, tuples and maps, a function for each shape.

use super::{Module, Place, function, shape};
use crate::print::named::Named;
use crate::print::types;
use crate::schema::{Map, Schema, Tuple};

impl Module {
    /// The name of the function that reads a list of such items.
    pub(super) fn list(&mut self, item: &'static Schema, length: Option<u32>) -> String {
        let name = list_shape(item, length);
        if !self.lists.contains_key(&name) {
            let function = self.list_function(&name, item, length);
            self.lists.insert(name.clone(), function);
        }
        name
    }

    /// The name of the function that reads such a tuple.
    pub(super) fn tuple(&mut self, tuple: &'static Tuple) -> String {
        let name = tuple_shape(tuple);
        if !self.lists.contains_key(&name) {
            let function = self.tuple_function(&name, tuple);
            self.lists.insert(name.clone(), function);
        }
        name
    }

    /// A tuple lies there like an object, with a header that says which of its items are null.
    fn tuple_function(&mut self, name: &str, tuple: &'static Tuple) -> String {
        let mut items = Vec::new();
        for (index, item) in tuple.items.iter().enumerate() {
            let (schema, is_nullable) = item().inside();
            let value = self.value(schema, &Place::in_block(1 + index));
            let has_value = 2_u32 << (2 * index);
            items.push(if is_nullable { format!("words[at + 1] & {has_value:#x} ? {value} : null") } else { value });
        }
        self.tape.insert("words");
        let (typescript, items) = (types::tuple(tuple, types::OUTPUT), items.join(", "));
        let at = if items.contains("words[at") { "\n  const at = block << 1;" } else { "" };
        format!(
            "
/**
 * @param {{number}} slot
 * @param {{string}} source
 * @returns {{{typescript}}}
 */
function {name}(slot, source) {{
  const block = words[slot << 1];{at}
  return [{items}];
}}
"
        )
    }

    /// The name of the function that reads such a map.
    pub(super) fn map(&mut self, map: &'static Map) -> String {
        let name = map_shape(map);
        if !self.lists.contains_key(&name) {
            let function = self.map_function(&name, map);
            self.lists.insert(name.clone(), function);
        }
        name
    }

    /// The entries are linked like items, with the key's text in the first slot behind the link.
    fn map_function(&mut self, name: &str, map: &'static Map) -> String {
        let (schema, is_nullable) = (map.values)().inside();
        let mut value = self.value(schema, &Place::of_entry());
        if is_nullable {
            value = format!("words[(item << 1) + 1] === 1 ? null : {value}");
        }
        self.tape.extend(["addEntry", "text", "words"]);
        let typescript = types::map(map, types::OUTPUT);
        format!(
            "
/**
 * @param {{number}} slot
 * @param {{string}} source
 * @returns {{{typescript}}}
 */
function {name}(slot, source) {{
  const at = slot << 1;
  const count = words[at + 1];
  /** @type {{any}} */
  const map = {{}};
  let item = words[at];
  for (let index = 0; index < count; index++) {{
    addEntry(map, text(item + 1, source), {value});
    item = words[item << 1];
  }}
  return map;
}}
"
        )
    }

    fn list_function(&mut self, name: &str, item: &'static Schema, length: Option<u32>) -> String {
        let (schema, is_nullable) = item.inside();
        let is_linked = match schema {
            Schema::Array(_) | Schema::FixedArray { .. } | Schema::Tuple(_) | Schema::Map(_) | Schema::Union(_) => true,
            Schema::Object(_) | Schema::BigInteger(_) => is_nullable,
            _ => false,
        };
        let place = if is_linked { Place::linked() } else { Place::at("item") };
        let mut value = match schema {
            // An object that lies in the list itself: the item is its block.
            Schema::Object(object) if !is_linked => {
                format!("{}(item, source)", function(&Named::Object(object).name()))
            }
            _ => self.value(schema, &place),
        };
        if is_nullable {
            // A link says of its value whether it is null; other slots are all ones then.
            let is_null = if is_linked { "words[(item << 1) + 1] === 1" } else { "isNull(item)" };
            if !is_linked {
                self.tape.insert("isNull");
            }
            value = format!("{is_null} ? null : {value}");
        }
        let next = if is_linked || matches!(schema, Schema::Object(_)) { "words[item << 1]" } else { "item + 1" };
        self.tape.insert("words");
        let typescript = types::list(item, length, types::OUTPUT);
        // Nobody but the schema knows that a tuple has all of its items.
        let items = if length.is_some() { "/** @type {any} */ (items)" } else { "items" };
        format!(
            "
/**
 * @param {{number}} slot
 * @param {{string}} source
 * @returns {{{typescript}}}
 */
function {name}(slot, source) {{
  const at = slot << 1;
  const count = words[at + 1];
  const items = new Array(count);
  let item = words[at];
  for (let index = 0; index < count; index++) {{
    items[index] = {value};
    item = {next};
  }}
  return {items};
}}
"
        )
    }
}

/// A word for such a list.
pub(super) fn list_shape(item: &'static Schema, length: Option<u32>) -> String {
    let item = shape(item);
    match length {
        None => format!("list${item}"),
        Some(length) => format!("array${length}${item}"),
    }
}

/// A word for such a tuple.
pub(super) fn tuple_shape(tuple: &Tuple) -> String {
    let items: Vec<String> = tuple.items.iter().map(|item| shape(item())).collect();
    format!("tuple${}${}", items.len(), items.join("$"))
}

/// A word for such a map.
pub(super) fn map_shape(map: &Map) -> String {
    format!("map${}${}", shape((map.keys)()), shape((map.values)()))
}
