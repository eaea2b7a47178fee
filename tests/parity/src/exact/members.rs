//! Objects as they are on the wire: those of the schema, and those that stand for a variant.

use std::any::TypeId;
use std::cell::RefCell;
use std::collections::HashMap;

use portcullis::schema::{Check, Content, Enum, Object, Rule, Schema, TagPlace, Union, Unknown};

use super::place::Place;
use crate::json::Json;

/// What an object has.
pub struct Members {
    /// Its keys, and what is under each.
    pub fields: Vec<(&'static str, Place)>,
    /// What becomes of other keys.
    pub unknown: Unknown,
    /// What fields must keep among them, by their places in the list.
    pub checks: &'static [Check],
    /// The field with the name of the variant, and the variant.
    pub tag: Option<(usize, usize)>,
    /// Whether the first key tells which variant it is.
    pub is_told_by_key: bool,
    /// Whether functions of the application look at all of it.
    pub has_functions: bool,
}

impl Members {
    /// Those of an object.
    pub fn of(object: &'static Object) -> Members {
        Members {
            fields: object.fields.iter().map(|field| (field.name, Place::field(field))).collect(),
            unknown: object.unknown,
            checks: object.checks,
            tag: None,
            is_told_by_key: false,
            has_functions: false,
        }
    }

    /// Those of the object that stands for a variant; `None` where it is no object.
    pub fn of_variant(union: &'static Union, variant: usize) -> Option<Members> {
        let content = &union.contents[variant];
        let none = Members {
            fields: Vec::new(),
            unknown: union.unknown,
            checks: &[],
            tag: None,
            is_told_by_key: false,
            has_functions: false,
        };
        match (union.tagging.place, content) {
            (TagPlace::Nowhere, _) | (TagPlace::Around, Content::Unit) => None,
            (TagPlace::Around, content) => {
                let (key, place) = held(content, union.names.variants[variant].name);
                let fields = vec![(key, Place { may_be_absent: false, ..place })];
                Some(Members { fields, unknown: Unknown::Refuse, is_told_by_key: true, ..none })
            }
            (TagPlace::Beside { tag, content: key }, content) => {
                let fields = vec![name(tag, &union.names), held(content, key)];
                Some(Members { fields, tag: Some((0, variant)), ..none })
            }
            (TagPlace::Inside { tag }, content) => {
                let mut members = match content {
                    Content::Unit => none,
                    Content::Object(object) => Members::of(object),
                    Content::Value(field) | Content::Tuple(field) => {
                        let Schema::Object(object) = (field.schema)() else { panic!("a struct is inside") };
                        let has_functions = field.rules.iter().any(|rule| matches!(rule, Rule::Custom(_)));
                        Members { has_functions, ..Members::of(object) }
                    }
                };
                members.tag = Some((members.fields.len(), variant));
                members.fields.push(name(tag, &union.names));
                Some(members)
            }
        }
    }

    /// The variant that a value says it is, and what that has.
    pub fn told(union: &'static Union, json: &Json) -> Option<(usize, Members)> {
        let Json::Object(members) = json else { return None };
        let name = match union.tagging.place {
            TagPlace::Around => Some(members.first()?.0.as_str()),
            TagPlace::Inside { tag } | TagPlace::Beside { tag, .. } => {
                match members.iter().find(|(key, _)| key == tag)? {
                    (_, Json::Text(name)) => Some(name.as_str()),
                    _ => None,
                }
            }
            TagPlace::Nowhere => None,
        };
        let variant = find(&union.names, name?)?;
        Some((variant, Members::of_variant(union, variant)?))
    }

    /// The place of a key.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.fields.iter().position(|(name, _)| *name == key)
    }
}

/// A variant of an untagged enum.
pub enum Variant {
    /// `null`.
    Nothing,
    /// One value.
    Value(Box<Place>),
    /// An object.
    Members(Members),
}

impl Variant {
    /// What a variant holds.
    pub fn of(content: &'static Content) -> Variant {
        match content {
            Content::Unit => Variant::Nothing,
            Content::Value(field) | Content::Tuple(field) => Variant::Value(Place::field(field).into()),
            Content::Object(object) => Variant::Members(Members::of(object)),
        }
    }
}

/// The variant of this name.
pub fn find(names: &Enum, name: &str) -> Option<usize> {
    let variants = names.variants;
    let known = variants.iter().position(|variant| variant.name == name || variant.aliases.contains(&name));
    known.or(names.has_other.then_some(variants.len() - 1))
}

/// What a variant holds, under its key.
fn held(content: &'static Content, key: &'static str) -> (&'static str, Place) {
    static NOTHING: Schema = Schema::Enum(&Enum {
        name: "",
        docs: "",
        id: TypeId::of::<()>,
        instance: None,
        variants: &[],
        has_other: false,
    });
    let place = match content {
        Content::Unit => Place { nullable: true, may_be_absent: true, ..Place::root(&NOTHING) },
        Content::Value(field) | Content::Tuple(field) => Place::field(field),
        Content::Object(object) => Place::root(kept(object, || Schema::Object(object))),
    };
    (key, place)
}

/// The name of a variant, under its key.
fn name(tag: &'static str, names: &'static Enum) -> (&'static str, Place) {
    (tag, Place { is_tag: true, ..Place::root(kept(names, || Schema::Enum(names))) })
}

/// A schema that is only in parts where it comes from.
fn kept<T>(part: &'static T, make: impl FnOnce() -> Schema) -> &'static Schema {
    thread_local! {
        static KEPT: RefCell<HashMap<usize, &'static Schema>> = RefCell::default();
    }
    let key = std::ptr::from_ref(part).addr();
    KEPT.with_borrow_mut(|kept| *kept.entry(key).or_insert_with(|| Box::leak(Box::new(make()))))
}
