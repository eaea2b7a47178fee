//! Linking enums with data. What is an object on the wire has a plan for each variant, in which the
//! name of the variant is a field.

use core::ptr;

use super::shared::Share;
use super::{Linker, aliases, object};
use crate::engine::Place;
use crate::json::Key;
use crate::plan::{Asks, EnumPlan, FieldPlan, Node, ObjectPlan, Shape, Successor, UnionPlan};
use crate::schema::{Content, Enum, Field, Object, Schema, TagPlace, Union, Unknown, Variant};

impl Linker {
    /// The index of the plan of a union.
    pub(super) fn union(&mut self, union: &'static Union) -> usize {
        if let Some(index) = self.union_schemas.iter().position(|seen| ptr::eq(*seen, union)) {
            return index;
        }
        let index = self.unions.len();
        let key = if union.tagging.place == TagPlace::Around { Key::new } else { Key::value };
        let keys = union.names.variants.iter().map(|variant| key(variant.name)).collect();
        let tag = match union.tagging.place {
            TagPlace::Inside { tag } | TagPlace::Beside { tag, .. } => tag,
            TagPlace::Around | TagPlace::Nowhere => "",
        };
        self.union_schemas.push(union);
        self.unions.push(UnionPlan {
            walk: union.tagging.walk,
            place: union.tagging.place,
            names: EnumPlan { schema: &union.names, keys }.share(&mut self.shared),
            tag,
            key: Key::new(tag),
            variants: Vec::new(),
        });
        let contents = union.contents.iter().zip(union.names.variants);
        let variants = contents.map(|(content, variant)| self.variant(union, content, variant)).collect();
        self.unions[index].variants = variants;
        index
    }

    /// What stands on the wire for a variant that is not a name alone, or nothing.
    fn variant(&mut self, union: &'static Union, content: &'static Content, variant: &Variant) -> Option<Node> {
        let names = &union.names;
        let shape = match (union.tagging.place, content) {
            (TagPlace::Nowhere | TagPlace::Around, Content::Unit) => return None,
            (TagPlace::Nowhere, Content::Value(field) | Content::Tuple(field)) => return Some(self.value(field)),
            (TagPlace::Nowhere, Content::Object(object)) => self.object(object),
            (TagPlace::Around, _) => {
                let fields = vec![self.content(content, variant.name, 0, 1)];
                let aliases = variant.aliases.iter().map(|alias| (*alias, 0)).collect();
                self.add(ObjectPlan { aliases, ..object(fields, Unknown::Refuse, &[]) })
            }
            (TagPlace::Beside { tag, content: key }, _) => {
                let fields = vec![self.tag_of(tag, names, 0, 2), self.content(content, key, 1, 2)];
                self.add(object(fields, union.unknown, &[]))
            }
            (TagPlace::Inside { tag }, Content::Unit) => {
                let fields = vec![self.tag_of(tag, names, 0, 1)];
                self.add(ObjectPlan { is_name_alone: true, ..object(fields, union.unknown, &[]) })
            }
            (TagPlace::Inside { tag }, Content::Object(object)) => self.with_tag(object, tag, names),
            (TagPlace::Inside { tag }, Content::Value(field) | Content::Tuple(field)) => {
                // The compiler has refused all else.
                let Schema::Object(object) = (field.schema)() else { return None };
                let rules = self.said(field.rules, field.normalize).customs();
                let shape = Shape::Object(self.with_tag(object, tag, names));
                let asks = Asks { rules, ..Asks::default() };
                return Some(Node { asks: self.asks(asks), ..Node::from(shape) });
            }
        };
        Some(Node::from(Shape::Object(shape)))
    }

    /// A value without a name.
    fn value(&mut self, field: &'static Field) -> Node {
        let said = self.said(field.rules, field.normalize);
        self.node((field.schema)(), said)
    }

    /// What a variant holds, as the field of this name among so many.
    fn content(&mut self, content: &'static Content, name: &'static str, at: usize, count: usize) -> FieldPlan {
        let (place, next) = (Place::new(at, count), Successor::new(0, count));
        let (node, is_required) = match content {
            Content::Value(field) | Content::Tuple(field) => return self.field(field, place, next),
            Content::Object(object) => (Node::from(Shape::Object(self.object(object))), true),
            // serde takes it for none if it is null.
            Content::Unit => (Node { nullable: true, ..Node::from(Shape::Enum(&NEVER)) }, false),
        };
        FieldPlan { key: Key::new(name), place, next, node, name, is_required, default: None }
    }

    /// An object that has the name of its variant behind its own fields, where checks do not miss
    /// them, but is expected to have it first.
    fn with_tag(&mut self, schema: &'static Object, tag: &'static str, names: &'static Enum) -> usize {
        let count = schema.fields.len() + 1;
        let fields = schema.fields.iter().enumerate();
        let mut fields: Vec<FieldPlan> =
            fields.map(|(at, field)| self.field(field, Place::new(at, count), Successor::new(at + 1, count))).collect();
        fields.push(self.tag_of(tag, names, count - 1, count));
        let first = Successor::new(count - 1, count);
        let aliases = aliases(schema);
        self.add(ObjectPlan { first, aliases, ..object(fields, schema.unknown, schema.checks) })
    }

    /// The field with the name of a variant, among so many.
    fn tag_of(&mut self, tag: &'static str, names: &'static Enum, at: usize, count: usize) -> FieldPlan {
        // It was read before the object, so that it is not worth a key for each name.
        let names = EnumPlan { schema: names, keys: Vec::new() }.share(&mut self.shared);
        FieldPlan {
            key: Key::new(tag),
            place: Place::new(at, count),
            next: Successor::new(if at + 1 == count { 0 } else { at + 1 }, count),
            node: Node::from(Shape::Enum(names)),
            name: tag,
            is_required: true,
            default: None,
        }
    }

    fn add(&mut self, plan: ObjectPlan) -> usize {
        self.objects.push(plan);
        self.objects.len() - 1
    }
}

/// None of which is ever met.
static NO_NAMES: Enum = Enum {
    #[cfg(not(target_arch = "wasm32"))]
    name: "",
    #[cfg(not(target_arch = "wasm32"))]
    docs: "",
    #[cfg(not(target_arch = "wasm32"))]
    id: core::any::TypeId::of::<()>,
    #[cfg(not(target_arch = "wasm32"))]
    instance: None,
    variants: &[],
    has_other: false,
};

/// What is never met.
static NEVER: EnumPlan = EnumPlan { schema: &NO_NAMES, keys: Vec::new() };
