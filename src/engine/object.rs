//! Objects: keys in any order, each at most once, none missing.

use crate::engine::report::{Doubt, Finding};
use crate::engine::tape::State;
use crate::engine::walk::Walk;
use crate::issue::{Reason, Step};
use crate::json::MAX_DEPTH;
use crate::plan::{DefaultPlan, FieldPlan, Node, ObjectPlan, Successor};
use crate::sources::Source;

impl Walk {
    /// Walks the object that opens here, and gives its block.
    pub(super) fn object(&mut self, index: usize) -> Result<usize, Doubt> {
        let plan = self.plan;
        let object = &plan.objects[index];
        self.descend()?;
        let block = self.tape.open(object.headers, object.fields.len());
        if self.input.peek() == b'}' {
            self.input.bump();
        } else {
            self.fields(object, block)?;
        }
        self.missing(object, block)?;
        if let [check, ..] = object.checks {
            (check.ask)(self, object, block)?;
        }
        self.depth -= 1;
        self.tape.close(block);
        Ok(block)
    }

    #[inline(always)]
    fn fields(&mut self, object: &'static ObjectPlan, block: usize) -> Result<(), Doubt> {
        let mut successor = &object.first;
        let mut unknown = None;
        let mut next = 0;
        loop {
            let field = if self.input.peek() == b'"' {
                let expected = successor.expected();
                match object.fields.get(expected) {
                    Some(field) if self.input.take(&field.key) => Some(field),
                    _ => self.other_key(object, successor, &mut unknown)?,
                }
            } else {
                match self.without_key(object, &mut next)? {
                    None => return Ok(()),
                    field => field,
                }
            };
            match field {
                Some(field) => {
                    successor = &field.next;
                    self.field(field, block)?;
                }
                None => self.discard()?,
            }
            if !self.goes_on(b'}')? {
                return Ok(());
            }
        }
    }

    /// Reads a key that is not the expected one, with its colon: the field that has it, if any.
    ///
    /// It is a call, so that a host does not compile it before there is such a key.
    #[inline(never)]
    fn other_key(
        &mut self,
        object: &'static ObjectPlan,
        successor: &Successor,
        unknown: &mut Option<usize>,
    ) -> Result<Option<&'static FieldPlan>, Doubt> {
        let key = self.name()?;
        self.input.colon()?;
        let name = self.input.span(key.start, key.end());
        let expected = successor.expected();
        // The key sought is most often just ahead.
        let (before, from) = object.fields.split_at(expected.min(object.fields.len()));
        let is_it = |field: &FieldPlan| field.name.as_bytes() == name;
        let index = match from.iter().position(is_it) {
            Some(ahead) => before.len() + ahead,
            None => match before.iter().position(is_it) {
                Some(index) => index,
                None => match object.aliases.iter().find(|(alias, _)| alias.as_bytes() == name) {
                    Some(&(_, index)) => index,
                    None if object.strips_unknown => return Ok(None),
                    None => {
                        // serde takes whatever is beside a name alone.
                        let finding = if object.is_name_alone { Finding::Narrowed } else { Finding::Fault };
                        return self.report.unknown_key(self.depth, finding, unknown, name).map(|()| None);
                    }
                },
            },
        };
        if index != expected {
            successor.learn(index);
        }
        Ok(Some(&object.fields[index]))
    }

    /// Walks a field's value.
    #[inline(always)]
    fn field(&mut self, field: &'static FieldPlan, block: usize) -> Result<(), Doubt> {
        let node = &field.node;
        let byte = self.input.peek();
        let is_null = node.nullable && byte == b'n';
        let state = if is_null { State::Null } else { State::Value };
        let slot = field.place.slot(block);
        if self.tape.enter(block, field.place, state).is_err() {
            self.report.fault(Reason::DuplicateKey {})?;
            self.skip()?;
        } else if is_null {
            self.input.literal(b"null")?;
        } else {
            self.value(node, slot, byte)?;
        }
        if node.asks.is_some() || self.report.lists() {
            let settled = self.settle(node, state, slot, Step::Field(field.name))?;
            if settled != state {
                self.tape.empty(block, field.place);
            }
        }
        Ok(())
    }

    /// Fields that are not there: defaults stand in, and what must be there is an issue.
    #[inline(always)]
    fn missing(&mut self, object: &'static ObjectPlan, block: usize) -> Result<(), Doubt> {
        for (word, &watched) in object.watched.iter().enumerate() {
            let mut missing = watched & !self.tape.present(block, word);
            while missing != 0 {
                let index = word * 16 + missing.trailing_zeros() as usize / 2;
                missing &= missing - 1;
                self.absent(&object.fields[index], block)?;
            }
        }
        Ok(())
    }

    /// A field that is not there, and is missed.
    #[inline(never)]
    fn absent(&mut self, field: &'static FieldPlan, block: usize) -> Result<(), Doubt> {
        let node = &field.node;
        let slot = field.place.slot(block);
        let plan = self.plan;
        let default = field.default.map(|index| &plan.defaults[usize::from(index.get()) - 1]);
        if let Some(&(state, value)) = default.and_then(|default| default.slot.get()) {
            // It was absent, so this is its first.
            let _ = self.tape.enter(block, field.place, state);
            self.tape.set_constant(slot, value);
            return Ok(());
        }
        let mut state = State::Absent;
        match default {
            Some(default) => {
                state = self.default(default, node, slot)?;
                let _ = self.tape.enter(block, field.place, state);
            }
            None if field.is_required => state = self.unsent(field, block)?,
            None => {}
        }
        let settled = self.settle(node, state, slot, Step::Field(field.name))?;
        if settled != state {
            self.tape.empty(block, field.place);
        }
        Ok(())
    }

    /// Walks the JSON of a default, and keeps what comes of it.
    #[cold]
    #[inline(never)]
    fn default(&mut self, default: &DefaultPlan, node: &'static Node, slot: usize) -> Result<State, Doubt> {
        let before = (self.tape.len(), self.appended.slots.len());
        let state = self.stand_in(&default.json, node, slot)?;
        let has_more = before != (self.tape.len(), self.appended.slots.len());
        if !self.report.lists() && !has_more && node.asks.is_none() {
            // Another thread may have been first, with the same.
            let _ = default.slot.set((state, self.tape.get(slot)));
        }
        Ok(state)
    }

    /// Walks JSON as if it stood in the input.
    #[cold]
    #[inline(never)]
    pub(super) fn stand_in(&mut self, json: &[u8], node: &'static Node, slot: usize) -> Result<State, Doubt> {
        let (start, utf16) = self.append(json);
        let here = self.input.divert(start, start + json.len());
        let shrink = core::mem::replace(&mut self.shrink, (start as u32).wrapping_sub(utf16));
        let outer = core::mem::replace(&mut self.appended.is_here, true);
        // What is sent is held to a depth, and not what the application makes of it.
        let deepest = core::mem::replace(&mut self.deepest, self.depth + MAX_DEPTH);
        let source = core::mem::replace(&mut self.source, Source::Json);
        let result = self.element(node, slot);
        self.source = source;
        self.deepest = deepest;
        self.appended.is_here = outer;
        self.shrink = shrink;
        self.input.resume(here);
        result
    }
}
