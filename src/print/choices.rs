//! How TypeScript sees values of which `one_of` allows only a few.

use core::marker::PhantomData;

use ts_rs::{Config, TS};

use super::types::literals;
use crate::Payload;
use crate::schema::{Choices, Content, Field, Flattened, Object, Rule, Schema};

/// The type `T` of a field of the payload `P`, counted from 0 among those that are written there, variant for
/// variant. ts-rs is told to see the field as this, since it does not know its rules.
#[derive(Debug)]
pub struct Literals<T: ?Sized, P, const FIELD: usize>(PhantomData<P>, PhantomData<T>);

impl<T: TS + ?Sized + 'static, P: Payload, const FIELD: usize> TS for Literals<T, P, FIELD> {
    type WithoutGenerics = Self;
    type OptionInnerType = Literals<T::OptionInnerType, P, FIELD>;

    fn name(config: &Config) -> String {
        let whole = T::name(config);
        // What else it may be is `null`.
        let (kind, others) = whole.split_once(" | ").map_or((&*whole, None), |(kind, others)| (kind, Some(others)));
        let choices = rules(P::SCHEMA, FIELD).and_then(choices);
        let narrowed = choices.map_or(kind.to_owned(), |choices| literals(choices, kind == "bigint"));
        others.map_or(narrowed.clone(), |others| format!("{narrowed} | {others}"))
    }

    fn inline(config: &Config) -> String {
        Self::name(config)
    }
}

/// What the field with this number must keep.
fn rules(schema: &'static Schema, number: usize) -> Option<&'static [Rule]> {
    let field = match schema {
        Schema::Object(object) => own_fields(object).nth(number),
        Schema::Union(union) => {
            let fields = union.contents.iter().flat_map(|content| match content {
                Content::Unit => Vec::new(),
                Content::Value(field) => vec![Some(field)],
                // They have no rules.
                Content::Tuple(field) => match (field.schema)() {
                    Schema::Tuple(tuple) => vec![None; tuple.items.len()],
                    _ => Vec::new(),
                },
                Content::Object(object) => own_fields(object).collect(),
            });
            fields.into_iter().nth(number)
        }
        _ => None,
    };
    field.flatten().map(|field| field.rules)
}

/// The fields as they are written: a flattened struct is one of them.
fn own_fields(object: &'static Object) -> impl Iterator<Item = Option<&'static Field>> {
    let mut at = 0;
    let mut flattened = object.flattened.iter().peekable();
    core::iter::from_fn(move || match flattened.next_if(|flattened| flattened.first == at) {
        Some(Flattened { schema: Schema::Object(inner), .. }) => {
            at += inner.fields.len();
            Some(None)
        }
        _ => {
            at += 1;
            object.fields.get(at - 1).map(Some)
        }
    })
}

/// What `one_of` allows, in a patch too, where it is about what is inside.
pub(super) fn choices(rules: &[Rule]) -> Option<Choices> {
    rules.iter().find_map(|rule| match rule {
        Rule::OneOf(choices, _) => Some(*choices),
        Rule::Inner(rules) => choices(rules),
        _ => None,
    })
}
