//! Reading the tape from Rust: a serde `Deserializer` over a value that the walk has accepted.

use std::fmt;

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::Payload;
use crate::engine::entries::Entries;
use crate::engine::items::{Items, Places};
use crate::engine::tape::{State, Tape};
use crate::engine::variant::Variant;
use crate::json::as_text;
use crate::optional::ABSENT;
use crate::plan::{Node, ObjectPlan, Plan, Shape, UnionPlan};
use crate::schema::{Enum, TagPlace};

/// A value on the tape.
#[derive(Clone, Copy)]
pub struct Value<'v> {
    pub(super) plan: &'v Plan,
    pub(super) node: &'v Node,
    pub(super) state: State,
    /// Where the value is, if there is one.
    pub(super) slot: usize,
    pub(super) tape: &'v Tape,
    pub(super) text: &'v [u8],
    /// Whether the text is known to be valid UTF-8.
    pub(super) utf8: bool,
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Value").field("slot", &self.slot).finish_non_exhaustive()
    }
}

impl<'v> Value<'v> {
    /// Builds the typed value.
    ///
    /// # Errors
    ///
    /// What the type's own `Deserialize` says against it.
    pub fn deserialize<T: DeserializeOwned>(self) -> Result<T, String> {
        T::deserialize(self).map_err(|error| error.0)
    }

    /// Builds the typed value, for a rule of the application.
    ///
    /// # Errors
    ///
    /// What the type's own `Deserialize` says against it.
    pub fn build<T: Payload + DeserializeOwned>(self) -> Result<T, String> {
        match T::READ {
            Some(read) => {
                let text = self.slot().map(|slot| self.bytes(slot)).transpose().map_err(|error| error.0)?;
                read(text).ok_or_else(|| "the value is none of its type".to_owned())
            }
            None => self.deserialize(),
        }
    }

    /// The same for an optional field: `None` where it is absent.
    ///
    /// # Errors
    ///
    /// What the type's own `Deserialize` says against it.
    pub fn optional<T: Payload + DeserializeOwned>(self) -> Result<Option<T>, String> {
        match self.state {
            State::Absent => Ok(None),
            State::Null | State::Value => self.build().map(Some),
        }
    }

    pub(super) fn at(self, node: &'v Node, state: State, slot: usize) -> Value<'v> {
        Value { node, state, slot, ..self }
    }

    /// Where the value is; `None` for a field that is null or absent.
    fn slot(&self) -> Option<usize> {
        (self.state == State::Value).then_some(self.slot)
    }

    /// The index of the variant of a union, and what stands on the wire for it, its name included.
    fn variant(self, plan: &'v UnionPlan, slot: usize) -> (usize, Option<Value<'v>>) {
        let (content, variant) = self.tape.halves(slot);
        let slot = if plan.place == TagPlace::Nowhere { content } else { slot };
        (variant, plan.variants[variant].as_ref().map(|node| self.at(node, State::Value, slot)))
    }

    /// The value of the one field of an object.
    fn only_member(self) -> Option<Value<'v>> {
        let Shape::Object(index) = self.node.shape else { return None };
        Fields::new(self, &self.plan.objects[index], self.slot).next().map(|(_, value)| value)
    }

    /// The text of a slot, unless that was only measured.
    #[inline(always)]
    fn bytes(&self, slot: usize) -> Result<&'v [u8], Error> {
        let (start, end) = self.tape.halves(slot);
        self.text.get(start..end).ok_or_else(|| Error("the text is not there".to_owned()))
    }

    pub(super) fn text(&self, slot: usize) -> Result<&'v str, Error> {
        let bytes = self.bytes(slot)?;
        if self.utf8 {
            // SAFETY: the whole text was found to be valid UTF-8. The walk has changed it only by
            // whole characters since (escapes, capitals), spans begin and end between characters,
            // and what it appended of text were `str`s.
            return Ok(unsafe { std::str::from_utf8_unchecked(bytes) });
        }
        as_text(bytes).ok_or_else(|| Error("the text is not UTF-8".to_owned()))
    }
}

/// Why a value could not be built: what the type said.
#[derive(Debug)]
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Error {
        Error(message.to_string())
    }

    // The walk has ruled these two out. serde's own would spell the value, and link all of the
    // formatting of floats for it.
    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Error {
        Error("the value is of another type".to_owned())
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Error {
        Error("the value is none of its type".to_owned())
    }
}

impl<'de> Deserializer<'de> for Value<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Some(slot) = self.slot() else {
            return visitor.visit_unit();
        };
        match &self.node.shape {
            Shape::Boolean => visitor.visit_bool(self.tape.get(slot) != 0),
            Shape::BigInteger(plan) if plan.is_signed => visitor.visit_i64(self.tape.get(slot) as i64),
            Shape::BigInteger(_) => visitor.visit_u64(self.tape.get(slot)),
            Shape::Integer(_) => visitor.visit_i64(f64::from_bits(self.tape.get(slot)) as i64),
            Shape::Number(_) => visitor.visit_f64(f64::from_bits(self.tape.get(slot))),
            Shape::Text(_) => visitor.visit_str(self.text(slot)?),
            Shape::Enum(plan) => visitor.visit_str(variant(self, plan.schema, slot).1),
            Shape::Array(plan) => visitor.visit_seq(Items::new(self, plan, slot)),
            Shape::Tuple(plan) => visitor.visit_seq(Places::new(self, &plan.items, slot)),
            Shape::Any(any) => visitor.visit_byte_buf((any.marked)(self.bytes(slot)?)),
            Shape::Map(plan) => visitor.visit_map(Entries::new(self, plan, slot)),
            Shape::Object(index) => visitor.visit_map(NamedFields(Fields::new(self, &self.plan.objects[*index], slot))),
            Shape::Union(index) => {
                let plan = &self.plan.unions[*index];
                match self.variant(plan, slot) {
                    (_, Some(content)) => content.deserialize_any(visitor),
                    (index, None) if plan.place == TagPlace::Around => {
                        visitor.visit_str(plan.names.schema.variants[index].name)
                    }
                    (_, None) => visitor.visit_unit(),
                }
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.slot() {
            Some(_) => visitor.visit_some(self),
            None => visitor.visit_none(),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        match self.state {
            State::Absent if name == ABSENT => visitor.visit_unit(),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    /// The fields come in the order of the struct, all of them: no name has to be looked for.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match (&self.node.shape, self.slot()) {
            (Shape::Object(index), Some(slot)) => {
                visitor.visit_seq(Fields::new(self, &self.plan.objects[*index], slot))
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match (&self.node.shape, self.slot()) {
            (Shape::Enum(plan), Some(slot)) => {
                visitor.visit_enum(Variant { index: variant(self, plan.schema, slot).0, content: None })
            }
            (Shape::Union(index), Some(slot)) if self.plan.unions[*index].place == TagPlace::Around => {
                let (index, object) = self.variant(&self.plan.unions[*index], slot);
                visitor.visit_enum(Variant { index: index as u32, content: object.and_then(Value::only_member) })
            }
            _ => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq
        tuple tuple_struct map identifier ignored_any
    }
}

fn variant(value: Value<'_>, options: &'static Enum, slot: usize) -> (u32, &'static str) {
    let index = value.tape.get(slot) as usize;
    (index as u32, options.variants[index].name)
}

/// An object that is an item of a list: a block without a slot.
pub(super) struct Block<'v> {
    pub(super) value: Value<'v>,
    pub(super) block: usize,
}

impl<'v> Block<'v> {
    fn fields(self) -> Result<Fields<'v>, Error> {
        match self.value.node.shape {
            Shape::Object(index) => {
                Ok(Fields { object: self.value, plan: &self.value.plan.objects[index], block: self.block, next: 0 })
            }
            _ => Err(de::Error::custom("only objects are blocks")),
        }
    }
}

impl<'de> Deserializer<'de> for Block<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(NamedFields(self.fields()?))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_seq(self.fields()?)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq
        option enum tuple tuple_struct map identifier ignored_any
    }
}

/// The fields of an object in the order of the struct; those that are absent come as `None`.
struct Fields<'v> {
    object: Value<'v>,
    plan: &'v ObjectPlan,
    block: usize,
    next: usize,
}

impl<'v> Fields<'v> {
    fn new(object: Value<'v>, plan: &'v ObjectPlan, slot: usize) -> Fields<'v> {
        Fields { object, plan, block: object.tape.halves(slot).0, next: 0 }
    }

    fn next(&mut self) -> Option<(&'static str, Value<'v>)> {
        let field = self.plan.fields.get(self.next)?;
        let (state, slot) = (self.object.tape.state(self.block, field.place), field.place.slot(self.block));
        self.next += 1;
        Some((field.name, self.object.at(&field.node, state, slot)))
    }
}

impl<'de> SeqAccess<'de> for Fields<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        self.next().map(|(_, value)| seed.deserialize(value)).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.plan.fields.len() - self.next)
    }
}

/// The same with their names, without those that are absent.
struct NamedFields<'v>(Fields<'v>);

impl<'de> MapAccess<'de> for NamedFields<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Fields { object, plan, block, next } = &mut self.0;
        let left = plan.fields[*next..].iter();
        // What is buffered on its way to its type lacks what is absent, as in JSON.
        *next += left.take_while(|field| object.tape.state(*block, field.place) == State::Absent).count();
        match plan.fields.get(*next) {
            Some(field) => seed.deserialize(field.name.into_deserializer()).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        match self.0.next() {
            Some((_, value)) => seed.deserialize(value),
            None => Err(de::Error::custom("there is no further field")),
        }
    }
}
