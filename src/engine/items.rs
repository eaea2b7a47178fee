//! Reading lists and tuples from the tape: a serde `SeqAccess` for each.

use serde::de::{DeserializeSeed, SeqAccess};

use crate::engine::tape::{NULL, Place, State};
use crate::engine::value::{Block, Error, Value};
use crate::plan::{ArrayPlan, Layout, Node};

/// The items of a list, one after the other.
pub(super) struct Items<'v> {
    list: Value<'v>,
    plan: &'v ArrayPlan,
    next: usize,
    left: usize,
}

impl<'v> Items<'v> {
    pub(super) fn new(list: Value<'v>, plan: &'v ArrayPlan, slot: usize) -> Items<'v> {
        let (next, left) = list.tape.halves(slot);
        Items { list, plan, next, left }
    }
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let here = self.next;
        let tape = self.list.tape;
        match self.plan.layout {
            Layout::Slots => {
                self.next += 1;
                let is_null = self.plan.item.nullable && tape.get(here) == NULL;
                let state = if is_null { State::Null } else { State::Value };
                seed.deserialize(self.list.at(&self.plan.item, state, here)).map(Some)
            }
            Layout::Links => {
                let (next, state) = tape.halves(here);
                self.next = next;
                let state = State::linked(state);
                seed.deserialize(self.list.at(&self.plan.item, state, here + 1)).map(Some)
            }
            Layout::Blocks => {
                self.next = tape.halves(here).0;
                seed.deserialize(Block { value: self.list.at(&self.plan.item, State::Value, here), block: here })
                    .map(Some)
            }
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

/// The items of a tuple.
pub(super) struct Places<'v> {
    tuple: Value<'v>,
    items: &'v [Node],
    block: usize,
    next: usize,
}

impl<'v> Places<'v> {
    pub(super) fn new(tuple: Value<'v>, items: &'v [Node], slot: usize) -> Places<'v> {
        Places { tuple, items, block: tuple.tape.halves(slot).0, next: 0 }
    }
}

impl<'de> SeqAccess<'de> for Places<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(node) = self.items.get(self.next) else { return Ok(None) };
        let place = Place::new(self.next, self.items.len());
        self.next += 1;
        let (state, slot) = (self.tuple.tape.state(self.block, place), place.slot(self.block));
        seed.deserialize(self.tuple.at(node, state, slot)).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len() - self.next)
    }
}
