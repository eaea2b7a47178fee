//! Reading maps from the tape: a serde `MapAccess`, and a `Deserializer` for keys, which are text.

use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::engine::Value;
use crate::engine::map::whole;
use crate::engine::tape::State;
use crate::engine::value::Error;
use crate::plan::{MapPlan, Shape};

/// The entries of a map, in their order.
pub(super) struct Entries<'v> {
    map: Value<'v>,
    plan: &'v MapPlan,
    next: usize,
    left: usize,
}

impl<'v> Entries<'v> {
    pub(super) fn new(map: Value<'v>, plan: &'v MapPlan, slot: usize) -> Entries<'v> {
        let (next, left) = map.tape.halves(slot);
        Entries { map, plan, next, left }
    }
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        if self.left == 0 {
            return Ok(None);
        }
        seed.deserialize(Key(self.map.at(&self.plan.keys, State::Value, self.next + 1))).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let entry = self.next;
        let (next, state) = self.map.tape.halves(entry);
        (self.next, self.left) = (next, self.left - 1);
        let state = State::linked(state);
        seed.deserialize(self.map.at(&self.plan.values, state, entry + 2))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

/// A key: its slot has its text, and its node says what that stands for.
struct Key<'v>(Value<'v>);

impl<'v> Key<'v> {
    fn text(&self) -> Result<&'v str, Error> {
        self.0.text(self.0.slot)
    }
}

impl<'de> Deserializer<'de> for Key<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let text = self.text()?;
        match (&self.0.node.shape, whole(text.as_bytes())) {
            (Shape::Integer(_), Some(number)) => visitor.visit_i64(number as i64),
            _ => visitor.visit_str(text),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(self.text()?.into_deserializer())
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq
        option tuple tuple_struct struct map identifier ignored_any
    }
}
