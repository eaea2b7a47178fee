//! Enums with data: one schema for each variant.

use super::Printer;
use super::json::Json;
use super::node::Node;
use super::objects::Members;
use super::said::Said;
use crate::schema::{Content, Schema, TagPlace, Union, Unknown, Variant};

impl Printer {
    /// An enum with data. Of variants that have names, a value is exactly one.
    pub(super) fn union(&mut self, union: &'static Union) -> Node {
        if union.tagging.place == TagPlace::Nowhere {
            let nodes = union.contents.iter().map(|content| self.content(content)).collect();
            let mut node = Node::any("anyOf", nodes, self.dialect);
            // The first that takes the value by its types has it, whatever its rules say.
            node.note("untagged", Json::raw(true));
            return node;
        }
        let mut nodes = Vec::new();
        for (index, (variant, content)) in union.names.variants.iter().zip(union.contents).enumerate() {
            let mut node = self.variant(union, index, variant, content);
            node.introduce(variant.name, variant.docs);
            nodes.push(node);
        }
        Node::any("oneOf", nodes, self.dialect)
    }

    fn variant(
        &mut self,
        union: &'static Union,
        index: usize,
        variant: &'static Variant,
        content: &'static Content,
    ) -> Node {
        match (union.tagging.place, content) {
            (TagPlace::Around, Content::Unit) => Node::of_type("string").with("enum", self.names_of(variant)),
            (TagPlace::Around | TagPlace::Nowhere, _) => self.around(variant, content),
            (TagPlace::Inside { tag }, Content::Unit) => {
                let mut members = Members::default();
                members.require(tag, self.tag(union, index));
                members.object(union.unknown)
            }
            (TagPlace::Inside { tag }, Content::Object(object)) => {
                self.object(object, Some((tag, self.tag(union, index))))
            }
            (TagPlace::Inside { tag }, Content::Value(field) | Content::Tuple(field)) => {
                // The compiler has refused all else.
                let Schema::Object(object) = (field.schema)() else { return Node::default() };
                let mut node = self.object(object, Some((tag, self.tag(union, index))));
                if Said::new(field.normalize, field.rules).has_custom() {
                    node.note("custom", Json::raw(true));
                }
                node
            }
            (TagPlace::Beside { tag, content: key }, content) => {
                let mut members = Members::default();
                members.require(tag, self.tag(union, index));
                match content {
                    // serde takes it for none if it is null.
                    Content::Unit if self.is_input() => {
                        members.allow(key, Node::null(self.dialect).finish(self.dialect))
                    }
                    Content::Unit => {}
                    Content::Value(field) | Content::Tuple(field) => self.field(field, key, &[], &mut members),
                    Content::Object(_) => members.require(key, self.content(content).finish(self.dialect)),
                }
                members.object(union.unknown)
            }
        }
    }

    /// An object whose one key is the name of the variant.
    fn around(&mut self, variant: &'static Variant, content: &'static Content) -> Node {
        let content = self.content(content).finish(self.dialect);
        let mut members = Members::default();
        let aliases = if self.is_input() { variant.aliases } else { &[] };
        if aliases.is_empty() {
            members.require(variant.name, content);
            return members.object(Unknown::Refuse);
        }
        for name in [variant.name].iter().chain(aliases) {
            members.allow(name, content.clone());
        }
        members.object(Unknown::Refuse).with("minProperties", Json::raw(1)).with("maxProperties", Json::raw(1))
    }

    /// What a variant holds.
    fn content(&mut self, content: &'static Content) -> Node {
        match content {
            Content::Unit => Node::null(self.dialect),
            Content::Value(field) | Content::Tuple(field) => {
                self.value((field.schema)(), Said::new(field.normalize, field.rules))
            }
            Content::Object(object) => self.object(object, None),
        }
    }

    /// The name of a variant where it stands in the object: for the one that has all other names, none of
    /// those that others have.
    fn tag(&self, union: &'static Union, index: usize) -> Json {
        let names = &union.names;
        let node = Node::of_type("string");
        let is_other = names.has_other && index + 1 == names.variants.len() && self.is_input();
        if !is_other {
            return node.with("enum", self.names_of(&names.variants[index])).finish(self.dialect);
        }
        let others: Vec<Json> = names.variants[..index].iter().flat_map(|variant| self.all_names(variant)).collect();
        let others = Json::Object(vec![("enum".to_owned(), others.into())]);
        node.with("not", others).finish(self.dialect)
    }

    fn names_of(&self, variant: &Variant) -> Json {
        Json::List(self.all_names(variant).collect())
    }

    fn all_names(&self, variant: &Variant) -> impl Iterator<Item = Json> + use<> {
        let aliases = if self.is_input() { variant.aliases } else { &[] };
        [variant.name].into_iter().chain(aliases.iter().copied()).map(Json::from)
    }
}
