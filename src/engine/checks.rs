//! Checks across fields: asked at the end of their object, of the fields that they name.

use std::fmt;

use serde::de::DeserializeOwned;

use crate::Payload;
use crate::engine::Value;
use crate::engine::report::{Doubt, Finding};
use crate::engine::tape::{State, Tape};
use crate::engine::walk::Walk;
use crate::issue::{Reason, Segment};
use crate::plan::{ObjectPlan, Plan};
use crate::schema::{Check, CheckKind};

/// The fields of an object on the tape, as a check sees them.
#[derive(Clone, Copy)]
pub struct Members<'v> {
    plan: &'v Plan,
    object: &'v ObjectPlan,
    check: &'static Check,
    block: usize,
    tape: &'v Tape,
    text: &'v [u8],
}

impl fmt::Debug for Members<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Members").field("block", &self.block).finish_non_exhaustive()
    }
}

impl Members<'_> {
    /// Builds the typed value of the field with this index, which the check has named.
    ///
    /// # Errors
    ///
    /// What the type's own `Deserialize` says against it.
    pub fn get<T: Payload + DeserializeOwned>(self, index: usize) -> Result<T, String> {
        self.value(index).build()
    }

    /// The same for an optional field: `None` where it is absent.
    ///
    /// # Errors
    ///
    /// What the type's own `Deserialize` says against it.
    pub fn optional<T: Payload + DeserializeOwned>(self, index: usize) -> Result<Option<T>, String> {
        self.value(index).optional()
    }

    /// Whether none of the fields is there.
    pub fn is_empty(self) -> bool {
        let Check { first, count, .. } = *self.check;
        self.object.fields[first..first + count]
            .iter()
            .all(|field| self.tape.state(self.block, field.place) == State::Absent)
    }

    fn value(&self, index: usize) -> Value<'_> {
        let Members { plan, object, check, block, tape, text } = *self;
        let field = &object.fields[check.first + index];
        let (state, slot) = (tape.state(block, field.place), field.place.slot(block));
        Value { plan, node: &field.node, state, slot, tape, text, utf8: false }
    }
}

/// Asks the checks of the object that ends here.
pub(crate) fn checks(walk: &mut Walk, object: &'static ObjectPlan, block: usize) -> Result<(), Doubt> {
    // What a check of the application says does not keep another from being asked.
    let mut mark = walk.report.mark();
    for check in object.checks {
        let name = |index: usize| object.fields[index].name;
        let is_asked =
            check.fields().all(|index| match (walk.report.worst(walk.depth, name(index), mark), check.kind) {
                (None, _) | (Some(Finding::Issue), CheckKind::Matches) => true,
                (Some(_), _) => false,
            });
        if !is_asked {
            continue;
        }
        let members = Members { plan: walk.plan, object, check, block, tape: &walk.tape, text: walk.input.bytes() };
        let Err(message) = (check.test)(members) else { continue };
        walk.report.issue(match check.kind {
            CheckKind::Matches => Reason::Unequal { matches: check.fields().last().map_or("", name) },
            CheckKind::NotEmpty => Reason::NO_FIELD,
            CheckKind::Custom => Reason::Custom { message },
        })?;
        walk.report.leave(walk.depth, check.at().map(|at| Segment::field(name(at))));
        if check.kind == CheckKind::Matches {
            mark = walk.report.mark();
        }
    }
    Ok(())
}
