//! Describing enums with data.

use super::description::{Description, quoted, unknown};
use crate::schema::{Content, Enum, TagPlace, Union, Variant};

impl Description {
    pub(super) fn names(&mut self, names: &Enum) {
        self.sorted("enum", names.variants, name);
        if names.has_other {
            self.write(format_args!(" or {}", quoted(names.variants[names.variants.len() - 1].name)));
        }
    }

    pub(super) fn union(&mut self, union: &'static Union) {
        if let Some(number) = self.seen((union.names.id)()) {
            return self.write(format_args!("object {number}"));
        }
        match union.tagging.place {
            TagPlace::Around => self.text += "tag around ",
            TagPlace::Inside { tag } => self.write(format_args!("tag {} ", quoted(tag))),
            TagPlace::Beside { tag, content } => {
                self.write(format_args!("tag {} beside {} ", quoted(tag), quoted(content)))
            }
            TagPlace::Nowhere => self.text += "no tag ",
        }
        self.write(format_args!("{} ", unknown(union.unknown)));
        self.names(&union.names);
        let mut contents: Vec<(&Variant, &'static Content)> = union.names.variants.iter().zip(union.contents).collect();
        // Without names, the first that takes a value has it.
        if union.tagging.place != TagPlace::Nowhere {
            contents.sort_by_key(|(variant, _)| variant.name);
        }
        self.text += "(";
        for (_, content) in contents {
            match content {
                Content::Unit => self.text += "nothing",
                Content::Value(field) | Content::Tuple(field) => {
                    self.said(field.normalize, field.rules);
                    self.schema((field.schema)());
                }
                Content::Object(object) => self.members(object),
            }
            self.text += ";";
        }
        self.text += ")";
    }
}

/// The name of a variant, and its other ones.
fn name(variant: &Variant) -> String {
    let mut aliases: Vec<String> = variant.aliases.iter().map(|alias| format!(" or {}", quoted(alias))).collect();
    aliases.sort();
    quoted(variant.name) + &aliases.concat()
}
