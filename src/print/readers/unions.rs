//! Readers of enums with data: a switch over the variants, whose names are in the literals.

use std::fmt::Write as _;

use super::{Module, Place, function};
use crate::print::javascript;
use crate::print::named::Named;
use crate::schema::{Content, Object, Schema, TagPlace, Union};

impl Module {
    /// The function that reads a union, and those that read what its variants hold. It takes the slot.
    pub(super) fn union(&mut self, union: &'static Union) -> String {
        let (mut parts, mut cases) = (String::new(), String::new());
        for index in 0..union.contents.len() {
            let value = self.variant(union, index, &mut parts);
            let is_last = index + 1 == union.contents.len();
            let case = if is_last { "default".to_owned() } else { format!("case {index}") };
            let _ = write!(cases, "    {case}:\n      return {value};\n");
        }
        self.tape.insert("words");
        let block = if cases.contains("block") { "\n  const block = words[slot << 1];" } else { "" };
        let (read, typescript) = (function(&Named::Union(union).name()), Named::Union(union).import());
        format!(
            "
/**
 * @param {{number}} slot
 * @param {{string}} source
 * @returns {{{typescript}}}
 */
export function {read}(slot, source) {{{block}
  switch (words[(slot << 1) + 1]) {{
{cases}  }}
}}
{parts}"
        )
    }

    /// The expression that reads a variant from its block.
    fn variant(&mut self, union: &'static Union, index: usize, parts: &mut String) -> String {
        let (typescript, name) = (Named::Union(union).import(), javascript::string(union.names.variants[index].name));
        let own = function_of(union, index);
        match (union.tagging.place, &union.contents[index]) {
            (TagPlace::Inside { tag } | TagPlace::Beside { tag, .. }, Content::Unit) => {
                format!("{{ {}: {name} }}", javascript::key(tag))
            }
            (TagPlace::Around, Content::Unit) => name,
            (TagPlace::Nowhere, Content::Unit) => "null".to_owned(),
            (TagPlace::Inside { tag }, content) => {
                let property = format!("{}: {name}", javascript::key(tag));
                let typescript = format!("Extract<{typescript}, {{ {property} }}>");
                let Some(object) = inlined(content) else { return "{}".to_owned() };
                *parts += &self.part(&own, object, &typescript, Some(&property));
                format!("{own}(block, source)")
            }
            (TagPlace::Beside { tag, content: key }, content) => {
                let tag = format!("{}: {name}", javascript::key(tag));
                let typescript = format!("Extract<{typescript}, {{ {tag} }}>[{}]", javascript::string(key));
                let value = self.content(&own, content, 1, &typescript, parts);
                format!("{{ {tag}, {}: {value} }}", javascript::key(key))
            }
            (TagPlace::Around, content) => {
                let key = javascript::key(union.names.variants[index].name);
                let typescript = format!("Extract<{typescript}, {{ {key}: unknown }}>[{name}]");
                let value = self.content(&own, content, 0, &typescript, parts);
                format!("{{ {key}: {value} }}")
            }
            (TagPlace::Nowhere, Content::Value(field) | Content::Tuple(field)) => {
                self.field(field, (field.schema)().inside().0, &Place::at("block"))
            }
            (TagPlace::Nowhere, Content::Object(object)) => {
                *parts += &self.part(&own, object, "any", None);
                format!("{own}(words[block << 1], source)")
            }
        }
    }

    /// The expression that reads what a variant holds, the field at this place of its block.
    fn content(
        &mut self,
        own: &str,
        content: &'static Content,
        at: usize,
        typescript: &str,
        parts: &mut String,
    ) -> String {
        let slot = format!("block + {}", 1 + at);
        let place = Place { low: format!("words[({slot}) << 1]"), slot };
        match content {
            Content::Unit => "null".to_owned(),
            Content::Object(object) => {
                *parts += &self.part(own, object, typescript, None);
                format!("{own}({}, source)", place.low)
            }
            Content::Value(field) | Content::Tuple(field) => {
                let (schema, is_nullable) = (field.schema)().inside();
                let value = self.field(field, schema, &place);
                let has_value = 2_u32 << (2 * at);
                if is_nullable { format!("words[(block << 1) + 1] & {has_value:#x} ? {value} : null") } else { value }
            }
        }
    }

    /// The function that reads the fields of a variant.
    fn part(&mut self, name: &str, object: &Object, typescript: &str, tag: Option<&str>) -> String {
        let body = self.fields(object, typescript, tag);
        format!(
            "
/**
 * @param {{number}} block
 * @param {{string}} source
 * @returns {{{typescript}}}
 */
function {name}(block, source) {{
{body}}}
"
        )
    }
}

/// The name of the function that reads the fields of a variant; no type's name has a `$`.
fn function_of(union: &'static Union, index: usize) -> String {
    format!("{}${}", Named::Union(union).name(), union.names.variants[index].member)
}

/// The fields that stand beside the name of the variant.
fn inlined(content: &'static Content) -> Option<&'static Object> {
    match content {
        Content::Object(object) => Some(object),
        Content::Value(field) => match (field.schema)() {
            Schema::Object(object) => Some(object),
            _ => None,
        },
        Content::Unit | Content::Tuple(_) => None,
    }
}
