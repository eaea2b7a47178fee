//! JavaScript readers: one function per named type, which turns its place on the tape into a value.
//!
//! Readers are written out in full, with no schema left to interpret: an object is one literal of
//! one shape, and every list has a loop of its own, which the JavaScript engine compiles well.

mod lists;
mod unions;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use self::lists::{list_shape, map_shape, tuple_shape};
use super::choices::choices;
use super::javascript;
use super::named::Named;
use crate::schema::{BigInteger, Enum, Field, Newtype, Object, Presence, Schema};

/// Fields whose states fit one word of an object's header.
const STATES_PER_WORD: usize = 16;

/// The module that reads these types, with a function for each. It takes the low word of a slot: an
/// object's block or a variant's index. Of a newtype, a union and any JSON it takes
/// the slot. All but enums' also take the text that the tape's spans are of.
pub(super) fn module<'a>(types: impl Iterator<Item = &'a Named>) -> String {
    let mut module = Module::default();
    let readers: String = types
        .map(|named| match *named {
            Named::Object(object) => module.reader(*named, "block", |module| module.object(object)),
            Named::Enum(choices) => enumeration(choices),
            Named::Union(union) => module.union(union),
            Named::Newtype(newtype) => module.reader(*named, "slot", |module| module.newtype(newtype)),
            Named::Any => module.reader(*named, "slot", Module::any),
        })
        .collect();
    let mut text = String::new();
    if !module.tape.is_empty() {
        let names = Vec::from_iter(module.tape).join(", ");
        let _ = writeln!(text, "import {{ {names} }} from \"./runtime/tape.js\";");
    }
    text + &readers + &String::from_iter(module.lists.into_values())
}

/// The name of the function in the [`module`] that reads a named type.
pub(super) fn function(name: &str) -> String {
    format!("read{name}")
}

fn enumeration(choices: &'static Enum) -> String {
    let Enum { name, .. } = choices;
    let (read, typescript) = (function(name), Named::Enum(choices).import());
    let names: Vec<String> = (choices.variants.iter()).map(|variant| javascript::string(variant.name)).collect();
    format!(
        "
/** @type {{{typescript}[]}} */
const names${name} = [{}];

/**
 * @param {{number}} variant
 * @returns {{{typescript}}}
 */
export function {read}(variant) {{
  return names${name}[variant];
}}
",
        names.join(", ")
    )
}

/// Where a value lies, in JavaScript.
struct Place {
    slot: String,
    /// The low word of the slot.
    low: String,
}

impl Place {
    /// A slot of the object at `block`; `at` is its first word.
    fn in_block(offset: usize) -> Place {
        Place { slot: format!("block + {offset}"), low: format!("words[at + {}]", 2 * offset) }
    }

    /// A slot in a variable.
    fn at(slot: &str) -> Place {
        Place { slot: slot.to_owned(), low: format!("words[{slot} << 1]") }
    }

    /// The value slot of a map's entry.
    fn of_entry() -> Place {
        Place { slot: "item + 2".to_owned(), low: "words[(item << 1) + 4]".to_owned() }
    }

    /// The value slot of a link.
    fn linked() -> Place {
        Place { slot: "item + 1".to_owned(), low: "words[(item << 1) + 2]".to_owned() }
    }
}

/// The module in the making.
#[derive(Default)]
struct Module {
    /// What is used of the tape's module.
    tape: BTreeSet<&'static str>,
    /// The functions that read lists, tuples and maps, by their names.
    lists: BTreeMap<String, String>,
}

impl Module {
    /// The function that reads a named type.
    fn reader(&mut self, named: Named, parameter: &str, body: impl FnOnce(&mut Module) -> String) -> String {
        let (read, typescript) = (function(&named.name()), named.import());
        let body = body(self);
        format!(
            "
/**
 * @param {{number}} {parameter}
 * @param {{string}} source
 * @returns {{{typescript}}}
 */
export function {read}({parameter}, source) {{
{body}}}
"
        )
    }

    fn newtype(&mut self, newtype: &Newtype) -> String {
        format!("  return {};\n", self.value((newtype.schema)(), &Place::at("slot")))
    }

    fn any(&mut self) -> String {
        self.tape.insert("text");
        "  return JSON.parse(text(slot, source));\n".to_owned()
    }

    fn object(&mut self, object: &'static Object) -> String {
        self.fields(object, &Named::Object(object).import(), None)
    }

    /// Reads the fields of an object of this type, which may have one more for the name of a variant.
    fn fields(&mut self, object: &Object, typescript: &str, tag: Option<&str>) -> String {
        let count = object.fields.len() + usize::from(tag.is_some());
        let headers = 1 + count.saturating_sub(STATES_PER_WORD).div_ceil(2 * STATES_PER_WORD);
        let mut properties = tag.map_or(String::new(), |tag| format!("    {tag},\n"));
        // Fields that the value may lack come behind the literal, each if it is there.
        let mut additions = String::new();
        let mut state_words = BTreeSet::new();
        for (index, field) in object.fields.iter().enumerate() {
            let (schema, is_nullable) = (field.schema)().inside();
            let mut value = self.field(field, schema, &Place::in_block(headers + index));
            // Of the states absent 0, null 1 and value 2, only the last has the high bit.
            let (word, bit) = (index / STATES_PER_WORD, 2_u32 << (2 * (index % STATES_PER_WORD)));
            let has_value = format!("states{word} & {bit:#x}");
            if is_nullable {
                state_words.insert(word);
            }
            if is_nullable && matches!(field.presence, Presence::Always | Presence::Nullable) {
                value = format!("{has_value} ? {value} : null");
            }
            let member = javascript::member("value", field.name);
            let _ = match field.presence {
                Presence::Always => writeln!(properties, "    {}: {value},", javascript::key(field.name)),
                Presence::NotNull | Presence::NullIsAbsent => {
                    writeln!(additions, "  if ({has_value}) {member} = {value};")
                }
                Presence::Nullable => {
                    let is_there = format!("states{word} & {:#x}", bit | bit >> 1);
                    writeln!(additions, "  if ({is_there}) {member} = {value};")
                }
            };
        }

        let mut body = String::new();
        if !state_words.is_empty() || properties.contains("words[at") || additions.contains("words[at") {
            self.tape.insert("words");
            body += "  const at = block << 1;\n";
        }
        for word in state_words {
            let _ = writeln!(body, "  const states{word} = words[at + {}];", 1 + word);
        }
        let literal = if properties.is_empty() { "{}".to_owned() } else { format!("{{\n{properties}  }}") };
        let _ = if additions.is_empty() {
            writeln!(body, "  return {literal};")
        } else {
            writeln!(body, "  /** @type {{{typescript}}} */\n  const value = {literal};\n{additions}  return value;")
        };
        body
    }

    /// The expression that reads a field, of whose type only a few values may be allowed.
    fn field(&mut self, field: &Field, schema: &'static Schema, place: &Place) -> String {
        let value = self.value(schema, place);
        if choices(field.rules).is_some() { format!("/** @type {{any}} */ ({value})") } else { value }
    }

    /// The expression that reads a value which is not null.
    fn value(&mut self, schema: &'static Schema, place: &Place) -> String {
        let Place { slot, low } = place;
        match *schema {
            Schema::Boolean => {
                self.tape.insert("words");
                format!("{low} !== 0")
            }
            Schema::Integer { .. } | Schema::Number(_) | Schema::Single(_) => {
                self.tape.insert("numbers");
                format!("numbers[{slot}]")
            }
            Schema::BigInteger(BigInteger { is_signed, .. }) => {
                let plane = if *is_signed { "integers" } else { "naturals" };
                self.tape.insert(plane);
                format!("{plane}[{slot}]")
            }
            Schema::Text | Schema::Formatted(_) | Schema::Decimal(_) => {
                self.tape.insert("text");
                format!("text({slot}, source)")
            }
            Schema::Object(object) => {
                self.tape.insert("words");
                format!("{}({low}, source)", function(&Named::Object(object).name()))
            }
            Schema::Enum(Enum { name, .. }) => {
                self.tape.insert("words");
                format!("{}({low})", function(name))
            }
            Schema::Union(union) => format!("{}({slot}, source)", function(&Named::Union(union).name())),
            Schema::Any(_) => format!("{}({slot}, source)", function(&Named::Any.name())),
            Schema::Array(item) => format!("{}({slot}, source)", self.list(item(), None)),
            Schema::FixedArray { item, length } => format!("{}({slot}, source)", self.list(item(), Some(length))),
            Schema::Tuple(tuple) => format!("{}({slot}, source)", self.tuple(tuple)),
            Schema::Map(map) => format!("{}({slot}, source)", self.map(map)),
            Schema::Option(inner) | Schema::Newtype(&Newtype { schema: inner, .. }) => self.value(inner(), place),
        }
    }
}

/// A word for what a list holds; no type's name has a `$` or is one of these words.
pub(super) fn shape(item: &'static Schema) -> String {
    let (schema, is_nullable) = item.inside();
    let shape = match *schema {
        Schema::Boolean => "boolean".to_owned(),
        Schema::Integer { .. } | Schema::Number(_) | Schema::Single(_) => "number".to_owned(),
        Schema::BigInteger(BigInteger { is_signed, .. }) => if *is_signed { "integer" } else { "natural" }.to_owned(),
        Schema::Text | Schema::Formatted(_) | Schema::Decimal(_) => "string".to_owned(),
        Schema::Object(object) => Named::Object(object).name(),
        Schema::Any(_) => Named::Any.name(),
        Schema::Enum(Enum { name, .. }) => (*name).to_owned(),
        Schema::Union(union) => Named::Union(union).name(),
        Schema::Option(inner) | Schema::Newtype(&Newtype { schema: inner, .. }) => self::shape(inner()),
        Schema::Array(item) => list_shape(item(), None),
        Schema::FixedArray { item, length } => list_shape(item(), Some(length)),
        Schema::Tuple(tuple) => tuple_shape(tuple),
        Schema::Map(map) => map_shape(map),
    };
    if is_nullable { format!("nullable${shape}") } else { shape }
}

#[cfg(test)]
mod tests;
